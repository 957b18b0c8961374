package org.ketamineregistry.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.subscription.NumberedEvent;
import org.ketamineregistry.subscription.State;
import org.ketamineregistry.subscription.Subscribed;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells subscribers that records were erased of which they had the ids, and nobody else ({@code
 * docs/adr/030-a-hook-does-not-outlive-its-client.md}). Which ids those are is kept beside the
 * events, since it is known longer than they.
 */
final class ToldErasures {
  private final JdbcTemplate jdbc;
  private final SubscriptionEvents events;
  private final HookTable hooks;

  ToldErasures(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    events = new SubscriptionEvents(jdbc);
    hooks = new HookTable(jdbc);
  }

  /**
   * A subscriber has the ids that its events name. What was erased while they were on their way is
   * told at once.
   *
   * @param subscribed its row is locked
   */
  void named(Subscribed subscribed, List<NumberedEvent> sent, Instant now) {
    Map<Long, String> named = new TreeMap<>();
    for (NumberedEvent event : sent) {
      String focus = event.focus();
      if (focus != null && !event.erased()) {
        named.put(event.number(), focus);
      }
    }
    if (named.isEmpty()) {
      return;
    }
    Long[] numbers = named.keySet().toArray(Long[]::new);
    jdbc.update(
        """
        INSERT INTO registry.subscription_told (subscription, focus_type, focus)
        SELECT DISTINCT subscription, focus_type, focus FROM registry.subscription_event
        WHERE subscription = ? AND number = ANY (?) AND focus IS NOT NULL ON CONFLICT DO NOTHING
        """,
        subscribed.id(),
        numbers);
    Set<Long> there =
        new HashSet<>(
            jdbc.queryForList(
                """
                SELECT number FROM registry.subscription_event
                WHERE subscription = ? AND number = ANY (?) AND focus IS NOT NULL
                """,
                Long.class,
                subscribed.id(),
                numbers));
    named.keySet().removeAll(there);
    tell(subscribed, named.values().stream().distinct().toList(), now);
  }

  /**
   * Lets no event name records that are erased, whose numbers stay, and tells whoever had their
   * ids. What is being given to the subscriptions meanwhile is waited for by the first statement
   * and seen by those after it.
   */
  void erased(UUID[] records, Instant now) {
    jdbc.update("DELETE FROM registry.subscription_outbox WHERE focus = ANY (?)", (Object) records);
    List<Subscribed> concerned =
        jdbc.query(
            """
            SELECT * FROM registry.subscription WHERE id IN (
              SELECT subscription FROM registry.subscription_event WHERE focus = ANY (?)
              UNION SELECT subscription FROM registry.subscription_told WHERE focus = ANY (?))
            ORDER BY id FOR UPDATE
            """,
            (row, number) -> SubscriptionRow.read(row),
            records,
            records);
    jdbc.update(
        "UPDATE registry.subscription_event SET focus = NULL WHERE focus = ANY (?) AND NOT erased",
        (Object) records);
    Map<UUID, List<String>> told = new TreeMap<>();
    jdbc.query(
        """
        DELETE FROM registry.subscription_told WHERE focus = ANY (?)
        RETURNING subscription, focus_type || '/' || focus AS record
        """,
        row -> {
          told.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
              .add(row.getString(2));
        },
        (Object) records);
    for (Subscribed subscribed : concerned) {
      tell(subscribed, sorted(told.get(subscribed.id())), now);
    }
  }

  private static List<String> sorted(@Nullable List<String> records) {
    return records == null ? List.of() : records.stream().sorted().toList();
  }

  private void tell(Subscribed subscribed, List<String> records, Instant now) {
    State state = subscribed.progress().state();
    if (!records.isEmpty() && state != State.OFF) {
      events.addErased(subscribed.id(), records, subscribed.events() + 1, state, now);
      hooks.counted(subscribed.id(), records.size(), now);
    }
  }
}
