package org.ketamineregistry.server;

import java.time.Duration;
import java.util.Set;
import org.ketamineregistry.subscription.Pace;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Subscriptions and the calls of their hooks.
 *
 * @param interval time between two looks for what is to be told; 0: this instance tells nothing,
 *     another must
 * @param perClient how many subscriptions a client may have
 * @param longest how long one lasts before its client has to send it again; so long is the hook of
 *     a client called whom the identity provider has forgotten
 * @param allowedHosts names of hooks that may have an address of a private network
 * @param timeout for the whole of a call
 * @param concurrency how many hooks are called at a time
 * @param attempts how often in a row a hook is tried before it is given up
 * @param firstWait the wait after the first failure; it doubles with each
 * @param longestWait the longest wait between two attempts
 * @param kept how long events can be asked for, told or not
 */
@ConfigurationProperties("registry.subscriptions")
record SubscriptionSettings(
    @DefaultValue("1s") Duration interval,
    @DefaultValue("10") int perClient,
    @DefaultValue("90d") Duration longest,
    @DefaultValue Set<String> allowedHosts,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("8") int concurrency,
    @DefaultValue("30") int attempts,
    @DefaultValue("10s") Duration firstWait,
    @DefaultValue("1h") Duration longestWait,
    @DefaultValue("30d") Duration kept) {

  SubscriptionSettings {
    if (timeout.compareTo(Duration.ofMillis(100)) < 0
        || timeout.compareTo(Duration.ofMinutes(1)) > 0
        || interval.isNegative()
        || longest.compareTo(Duration.ofDays(1)) < 0
        || kept.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException(
          "registry.subscriptions.timeout is 100ms to 1m, longest at least 1d, kept at least 1h, and"
              + " interval is not negative");
    }
    if (concurrency < 1 || concurrency > 64 || perClient < 0) {
      throw new IllegalArgumentException(
          "registry.subscriptions.concurrency is 1 to 64, and per-client is not negative");
    }
    // Else it would be found out when a hook fails for the first time.
    new Pace(attempts, firstWait, longestWait);
  }

  /** How often a hook is tried. */
  Pace pace() {
    return new Pace(attempts, firstWait, longestWait);
  }
}
