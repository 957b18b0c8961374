package org.ketamineregistry.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long exports stand, and how many.
 *
 * @param kept how long after its beginning an export can be fetched, 24 hours by default
 * @param openPerClient how many exports a client may have at a time, 10 by default
 * @param sweepInterval the time between two rounds that remove what has expired, 15 minutes by
 *     default; 0 for none by this instance. What has expired is not found, removed or not
 */
@ConfigurationProperties("registry.export")
record ExportSettings(
    @DefaultValue("24h") Duration kept,
    @DefaultValue("10") int openPerClient,
    @DefaultValue("15m") Duration sweepInterval) {

  ExportSettings {
    if (kept.compareTo(Duration.ofSeconds(1)) < 0
        || openPerClient < 1
        || sweepInterval.isNegative()) {
      throw new IllegalArgumentException(
          "registry.export.kept is at least a second, open-per-client at least 1, sweep-interval"
              + " not negative");
    }
  }
}
