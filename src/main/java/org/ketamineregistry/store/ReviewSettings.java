package org.ketamineregistry.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often this instance looks for patients whose practice is to be reviewed though nothing new
 * arrived.
 *
 * @param interval the time between two rounds, 15 minutes by default; 0 for none by this instance
 */
@ConfigurationProperties("registry.review")
record ReviewSettings(@DefaultValue("15m") Duration interval) {
  private static final Duration SOON = Duration.ofMinutes(1);

  ReviewSettings {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("registry.review.interval is not negative");
    }
  }

  /** The first round comes soon after the start, since the rules may be others than before it. */
  Duration initialDelay() {
    return interval.compareTo(SOON) < 0 ? interval : SOON;
  }
}
