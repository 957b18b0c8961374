package org.ketamineregistry.subscription;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants.
 *
 * @param topic what it is about
 * @param filters as they were written; each must be met
 * @param reason in the subscriber's words
 * @param endpoint the hook
 * @param content how much is said
 * @param maxCount the most events in a notification
 * @param heartbeat the time without an event after which it is told that there is none; null for
 *     never
 * @param endsAt when it is over
 */
public record Wish(
    Topic topic,
    List<String> filters,
    String reason,
    URI endpoint,
    PayloadContent content,
    int maxCount,
    @Nullable Duration heartbeat,
    Instant endsAt) {
  public Wish {
    filters = List.copyOf(filters);
  }

  /** Whether an event of the topic is meant. */
  public boolean means(Map<String, String> traits) {
    return filters.stream()
        .allMatch(text -> Filter.of(topic, text).filter(one -> one.meets(traits)).isPresent());
  }
}
