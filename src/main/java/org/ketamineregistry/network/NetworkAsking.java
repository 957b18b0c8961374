package org.ketamineregistry.network;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that is put to members of the network, with a sub-task for each.
 *
 * @param id of its Task
 * @param question what is asked
 * @param asker who asks
 * @param directory the version of the directory by which it began
 * @param askedAt when
 * @param term how long it lasts
 * @param cancelledAt when the asker no longer wanted to know; null where that is not so
 * @param members the sub-tasks, in the order of the directory
 */
public record NetworkAsking(
    UUID id,
    NetworkQuestion question,
    Asker asker,
    long directory,
    Instant askedAt,
    Term term,
    @Nullable Instant cancelledAt,
    List<SubTask> members) {
  public NetworkAsking {
    members = List.copyOf(members);
  }

  /**
   * Who asks, as the audit will know it.
   *
   * @param client the client's id at the identity provider
   * @param user the person's id there; null for a system
   * @param role the name of the role
   * @param request the id of the request
   */
  public record Asker(String client, @Nullable String user, String role, String request) {
    /** Whether both are the same system or person. */
    public boolean isSame(Asker other) {
      return client.equals(other.client) && Objects.equals(user, other.user);
    }
  }

  /** Where an asking is. */
  public enum State {
    /** Of some member nothing is known yet. */
    IN_PROGRESS,
    /** Something is known of every member; late answers may still come. */
    ANSWERED,
    CANCELLED
  }

  /** The same as time makes it. */
  public NetworkAsking at(Instant now) {
    return new NetworkAsking(
        id,
        question,
        asker,
        directory,
        askedAt,
        term,
        cancelledAt,
        members.stream().map(member -> member.at(now, term)).toList());
  }

  public State state() {
    if (cancelledAt != null) {
      return State.CANCELLED;
    }
    return members.stream().allMatch(member -> member.status() != null)
        ? State.ANSWERED
        : State.IN_PROGRESS;
  }
}
