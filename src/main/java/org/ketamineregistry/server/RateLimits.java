package org.ketamineregistry.server;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * Counts requests of clients, and of addresses without a valid token. Who did not ask for some
 * minutes is forgotten, which gives nobody more than the limit.
 */
final class RateLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long MOST_KNOWN = 100_000;

  private final LoadingCache<String, Bucket> clients;
  private final LoadingCache<String, Bucket> addresses;

  RateLimits(RateSettings settings) {
    clients = buckets(settings.perClient());
    addresses = buckets(settings.perAddress());
  }

  /**
   * Counts a request of a client.
   *
   * @throws Refused 429 where it is one too many
   */
  void passClient(String client) {
    pass(clients.get(client));
  }

  /**
   * Counts a request without a valid token.
   *
   * @throws Refused 429 where it is one too many
   */
  void passAddress(String address) {
    pass(addresses.get(address));
  }

  private static void pass(Bucket bucket) {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      throw Refused.after(
          seconds,
          ErrorCode.TOO_MANY_REQUESTS,
          "These are more requests than the registry takes from one client: wait for the seconds"
              + " that Retry-After names, and go on more slowly.");
    }
  }

  private static LoadingCache<String, Bucket> buckets(long aMinute) {
    return Caffeine.newBuilder()
        .expireAfterAccess(MINUTE.multipliedBy(2))
        .maximumSize(MOST_KNOWN)
        .build(
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, MINUTE))
                    .build());
  }
}
