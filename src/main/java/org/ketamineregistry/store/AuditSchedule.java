package org.ketamineregistry.store;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets the sealer of the audit make its rounds. */
final class AuditSchedule implements SchedulingConfigurer {
  private static final Logger LOG = LoggerFactory.getLogger(AuditSchedule.class);

  private final AuditSealer sealer;
  private final Duration interval;

  AuditSchedule(AuditSealer sealer, Duration interval) {
    this.sealer = sealer;
    this.interval = interval;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    if (!interval.isZero()) {
      tasks.addFixedDelayTask(new FixedDelayTask(this::round, interval, interval));
    }
  }

  private void round() {
    try {
      sealer.run();
    } catch (RuntimeException e) {
      // The next round seals what this one did not. The message might quote a row.
      LOG.warn("The audit could not be sealed: {}", e.getClass().getSimpleName());
    }
  }
}
