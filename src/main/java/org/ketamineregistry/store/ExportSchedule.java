package org.ketamineregistry.store;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Removes exports that have expired, in an interval. */
final class ExportSchedule implements SchedulingConfigurer {
  private static final Logger LOG = LoggerFactory.getLogger(ExportSchedule.class);

  private final Exports exports;
  private final Duration interval;

  ExportSchedule(Exports exports, Duration interval) {
    this.exports = exports;
    this.interval = interval;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    if (!interval.isZero()) {
      tasks.addFixedDelayTask(new FixedDelayTask(this::sweep, interval, interval));
    }
  }

  private void sweep() {
    try {
      int removed = exports.sweep();
      if (removed > 0) {
        LOG.info("Removed {} exports that had expired", removed);
      }
    } catch (RuntimeException e) {
      // What has expired is not found all the same; the next round removes it.
      LOG.warn("Exports that expired could not be removed: {}", e.getClass().getSimpleName());
    }
  }
}
