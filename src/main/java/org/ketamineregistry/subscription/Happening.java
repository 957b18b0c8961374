package org.ketamineregistry.subscription;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that subscriptions may be about.
 *
 * @param id in the order in which things of one patient happened
 * @param focus the id of the record
 * @param owner the id of the record's clinic
 * @param traits what filters go by
 * @param at when it was kept
 */
public record Happening(
    long id, Topic topic, UUID focus, UUID owner, Map<String, String> traits, Instant at) {
  public Happening {
    traits = Map.copyOf(traits);
  }
}
