package org.ketamineregistry.store;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes the payloads of refused submissions when their time is over, once an hour. */
final class PayloadRetention {
  private static final Logger LOG = LoggerFactory.getLogger(PayloadRetention.class);

  private final Store store;
  private final Clock clock;

  PayloadRetention(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void sweep() {
    int removed = store.forgetPayloads(clock.instant());
    if (removed > 0) {
      LOG.info(
          "Removed the payloads of {} refused submissions after their time of retention", removed);
    }
  }
}
