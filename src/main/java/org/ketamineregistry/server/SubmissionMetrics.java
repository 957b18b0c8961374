package org.ketamineregistry.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.submission.Answer;
import org.springframework.stereotype.Component;

/** Counts submissions by outcome and refusals by code; never by sender or patient. */
@Component
final class SubmissionMetrics {
  private final MeterRegistry meters;

  SubmissionMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  Answer time(Supplier<Answer> work) {
    Timer.Sample sample = Timer.start(meters);
    Answer answer = work.get();
    sample.stop(meters.timer("registry.submissions", "outcome", outcome(answer)));
    if (answer instanceof Answer.Rejected rejected) {
      rejected.problems().stream()
          .map(Problem::code)
          .distinct()
          .forEach(code -> meters.counter("registry.refusals", "code", code.code()).increment());
    }
    return answer;
  }

  private static String outcome(Answer answer) {
    if (answer instanceof Answer.Accepted accepted) {
      return accepted.repeated() ? "repeated" : "accepted";
    }
    return answer instanceof Answer.Batch ? "batch" : "refused";
  }
}
