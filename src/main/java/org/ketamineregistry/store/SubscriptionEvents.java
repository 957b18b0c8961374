package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ketamineregistry.subscription.Happening;
import org.ketamineregistry.subscription.NumberedEvent;
import org.ketamineregistry.subscription.State;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of what subscriptions are told of, by number. */
final class SubscriptionEvents {
  private final JdbcTemplate jdbc;

  SubscriptionEvents(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds events, numbered in their order.
   *
   * @param first the number of the first
   * @param state of the subscription: where it was given up they are dead letters at once
   */
  void add(UUID subscription, List<Happening> events, long first, State state) {
    long[] number = {first};
    jdbc.batchUpdate(
        """
        INSERT INTO registry.subscription_event (subscription, number, at, focus_type, focus, state)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        events,
        events.size(),
        (statement, event) -> {
          statement.setObject(1, subscription);
          statement.setLong(2, number[0]++);
          statement.setTimestamp(3, Timestamp.from(event.at()));
          statement.setString(4, event.topic().focus());
          statement.setObject(5, event.focus());
          statement.setString(6, begins(state));
        });
  }

  /**
   * Adds that records were erased.
   *
   * @param records each {@code Type/id}
   * @param first as {@link #add}
   * @param state as {@link #add}
   */
  void addErased(UUID subscription, List<String> records, long first, State state, Instant now) {
    long[] number = {first};
    jdbc.batchUpdate(
        """
        INSERT INTO registry.subscription_event (subscription, number, at, focus_type, focus, state, erased)
        VALUES (?, ?, ?, ?, ?::uuid, ?, true)
        """,
        records,
        records.size(),
        (statement, record) -> {
          String[] parts = record.split("/", 2);
          statement.setObject(1, subscription);
          statement.setLong(2, number[0]++);
          statement.setTimestamp(3, Timestamp.from(now));
          statement.setString(4, parts[0]);
          statement.setString(5, parts[1]);
          statement.setString(6, begins(state));
        });
  }

  private static String begins(State state) {
    return state == State.ERROR ? "DEAD" : "WAITING";
  }

  /** The first of what waits. */
  List<NumberedEvent> waiting(UUID subscription, int most) {
    return events(
        "state = 'WAITING' AND subscription = ? ORDER BY number LIMIT ?", subscription, most);
  }

  /** What is kept between two numbers, both included. */
  List<NumberedEvent> between(UUID subscription, long since, long until, int most) {
    return events(
        "subscription = ? AND number BETWEEN ? AND ? ORDER BY number LIMIT ?",
        subscription,
        since,
        until,
        most);
  }

  private List<NumberedEvent> events(String condition, Object... values) {
    return jdbc.query(
        "SELECT number, at, focus_type, focus, erased FROM registry.subscription_event WHERE "
            + condition,
        (row, n) -> {
          String focus = row.getString("focus");
          return new NumberedEvent(
              row.getLong("number"),
              row.getTimestamp("at").toInstant(),
              focus == null ? null : row.getString("focus_type") + "/" + focus,
              row.getBoolean("erased"));
        },
        values);
  }

  /** They were told. The id of an erased record has gone its way, and is forgotten here. */
  void told(UUID subscription, List<NumberedEvent> events) {
    jdbc.update(
        """
        UPDATE registry.subscription_event SET state = 'TOLD', focus = CASE WHEN erased THEN NULL ELSE focus END
        WHERE subscription = ? AND number = ANY (?)
        """,
        subscription,
        events.stream().map(NumberedEvent::number).toArray(Long[]::new));
  }

  /** The hook is given up: what waits is dead. How many. */
  int bury(UUID subscription) {
    return move(subscription, "WAITING", "DEAD");
  }

  /** The hook is there again: what was dead waits. */
  void revive(UUID subscription) {
    move(subscription, "DEAD", "WAITING");
  }

  private int move(UUID subscription, String from, String to) {
    return jdbc.update(
        "UPDATE registry.subscription_event SET state = ? WHERE subscription = ? AND state = ?",
        to,
        subscription,
        from);
  }

  /** Forgets what is older. */
  int forget(Instant before) {
    return jdbc.update(
        "DELETE FROM registry.subscription_event WHERE at < ?", Timestamp.from(before));
  }
}
