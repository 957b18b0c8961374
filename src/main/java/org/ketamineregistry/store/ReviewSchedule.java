package org.ketamineregistry.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.ketamineregistry.store.ReviewRound.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Makes the rounds of review in their interval, and counts and logs what they did. */
final class ReviewSchedule implements SchedulingConfigurer {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewSchedule.class);

  private final ReviewRound round;
  private final ReviewSettings settings;
  private final MeterRegistry meters;

  ReviewSchedule(ReviewRound round, ReviewSettings settings, MeterRegistry meters) {
    this.round = round;
    this.settings = settings;
    this.meters = meters;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    if (!settings.interval().isZero()) {
      tasks.addFixedDelayTask(
          new FixedDelayTask(this::round, settings.interval(), settings.initialDelay()));
    }
  }

  private void round() {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      outcome = round.run();
    } catch (RuntimeException e) {
      // Without its database the registry says so elsewhere; the next round finds it again.
      LOG.warn("A round of review could not be made: {}", e.getClass().getSimpleName());
      return;
    }
    count("registry.reviews", "outcome", "reviewed", outcome.reviewed());
    count("registry.reviews", "outcome", "failed", outcome.failed());
    count("registry.review.findings", "change", "found", outcome.found());
    count("registry.review.findings", "change", "ended", outcome.ended());
    if (outcome.reviewed() + outcome.failed() > 0) {
      LOG.info(
          "Reviewed {} patients in {} ms: {} findings found, {} ended; {} reviews failed",
          outcome.reviewed(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
          outcome.found(),
          outcome.ended(),
          outcome.failed());
    }
  }

  private void count(String name, String tag, String value, int amount) {
    meters.counter(name, tag, value).increment(amount);
  }
}
