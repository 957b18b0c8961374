package org.ketamineregistry.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ketamineregistry.submission.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts, times and logs submissions by outcome and code; never by sender or patient. */
@Component
final class SubmissionMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(SubmissionMetrics.class);

  private final MeterRegistry meters;

  SubmissionMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  Answer time(Supplier<Answer> work) {
    Timer.Sample sample = Timer.start(meters);
    Answer answer = work.get();
    long nanos = sample.stop(meters.timer("registry.submissions", "outcome", outcome(answer)));
    List<String> refusals = refusals(answer);
    refusals.forEach(code -> meters.counter("registry.refusals", "code", code).increment());
    LOG.info(
        "Submission {} in {} ms {}",
        outcome(answer),
        TimeUnit.NANOSECONDS.toMillis(nanos),
        refusals.isEmpty() ? "" : refusals);
    return answer;
  }

  private static List<String> refusals(Answer answer) {
    return codes(answer).distinct().toList();
  }

  private static Stream<String> codes(Answer answer) {
    if (answer instanceof Answer.Batch batch) {
      return batch.answers().stream().flatMap(SubmissionMetrics::codes);
    }
    return answer instanceof Answer.Rejected rejected
        ? rejected.problems().stream().map(problem -> problem.code().code())
        : Stream.empty();
  }

  private static String outcome(Answer answer) {
    if (answer instanceof Answer.Accepted accepted) {
      return accepted.repeated() ? "repeated" : "accepted";
    }
    return answer instanceof Answer.Batch ? "batch" : "refused";
  }
}
