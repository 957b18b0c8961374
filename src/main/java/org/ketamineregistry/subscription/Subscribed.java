package org.ketamineregistry.subscription;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;

/**
 * A subscription as it stands. The headers of its hook are not in it: they are secrets, and are
 * only at hand where the hook is called.
 *
 * @param id the id of the Subscription
 * @param version from 1; it is counted up by each change of its owner
 * @param subscriber who subscribed, as their token said
 * @param owner the id of the clinic whose records are told of; null where those of all are
 * @param base the FHIR base as the subscriber knows it
 * @param progress how its hook fares
 * @param changedAt when its owner changed it last
 * @param events how many events have a number
 */
public record Subscribed(
    UUID id,
    int version,
    Caller subscriber,
    @Nullable UUID owner,
    String base,
    Wish wish,
    Progress progress,
    Instant changedAt,
    long events) {

  /**
   * A new one, whose hook is asked for.
   *
   * @param owner the clinic whose records are told of; null for those of all
   */
  public static Subscribed begun(
      Caller subscriber, @Nullable UUID owner, String base, Wish wish, Instant now) {
    return new Subscribed(
        UUID.randomUUID(), 1, subscriber, owner, base, wish, Progress.requested(now), now, 0);
  }

  /** What its owner wants in its place; its hook is asked for again. */
  public Subscribed changed(
      Caller changing, @Nullable UUID of, String knownAs, Wish wanted, Instant now) {
    return new Subscribed(
        id, version + 1, changing, of, knownAs, wanted, progress.requestedAgain(now), now, events);
  }

  /** The same, off. */
  public Subscribed off(Instant now) {
    return ended(progress.off(), now);
  }

  /** The same, off for a reason that is none of its owner's. */
  public Subscribed off(HookFailure because, Instant now) {
    return ended(progress.off(because), now);
  }

  private Subscribed ended(Progress off, Instant now) {
    return new Subscribed(id, version + 1, subscriber, owner, base, wish, off, now, events);
  }

  /** Whether it is that of a caller: of the same client, for the same clinic. */
  public boolean isOf(Caller caller) {
    return subscriber.client().equals(caller.client())
        && Optional.ofNullable(subscriber.clinic()).equals(Optional.ofNullable(caller.clinic()));
  }

  /** Whether an event is one of those that it tells of, as far as its wish goes. */
  public boolean means(Happening happening) {
    return happening.topic() == wish.topic()
        && (owner == null || owner.equals(happening.owner()))
        && wish.means(happening.traits());
  }
}
