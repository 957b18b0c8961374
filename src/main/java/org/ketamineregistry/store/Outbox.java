package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ketamineregistry.consent.PermittedEntry;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.practice.Fact;
import org.ketamineregistry.practice.Fact.Seriousness;
import org.ketamineregistry.practice.Rule;
import org.ketamineregistry.subscription.Happening;
import org.ketamineregistry.subscription.Topic;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What happened and is yet to be given to the subscriptions. It is put in by the transaction that
 * keeps the record, so that neither is without the other, and only where somebody listens.
 */
final class Outbox {
  private static final String LISTENED_TO =
      """
       EXISTS (SELECT FROM registry.subscription s
        WHERE s.topic = ? AND s.started_at IS NOT NULL AND s.state <> 'OFF')
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Outbox(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A finding came, stands again, or stands no more. */
  void finding(String id, String patient, Rule rule, boolean stands) {
    Topic topic = Topic.FINDING_CHANGED;
    put(
        topic,
        "SELECT ?::text, ?::uuid, r.owner, ?::text[], ?::timestamptz FROM registry.record r WHERE r.id = ?::uuid",
        topic.code(),
        id,
        traits(
            Map.of(
                "code",
                rule.code(),
                "severity",
                rule.severity(),
                "status",
                stands ? "final" : "cancelled")),
        now(),
        patient);
  }

  /** Records were kept that topics are about; their rows in {@code registry.record} are there. */
  void kept(List<PermittedEntry> changed) {
    for (PermittedEntry entry : changed) {
      if (entry.plan() == Plan.KEEP) {
        continue;
      }
      if (entry.fact() instanceof Fact.Event event) {
        event(entry.id(), event.seriousness());
      } else if (entry.fact() instanceof Fact.SharingConsent && entry.person() != null) {
        decision(entry.person());
      }
    }
  }

  private void event(String id, Seriousness seriousness) {
    Topic topic = Topic.ADVERSE_EVENT_REPORTED;
    put(
        topic,
        "SELECT ?::text, r.id, r.owner, ?::text[], ?::timestamptz FROM registry.record r WHERE r.id = ?::uuid",
        topic.code(),
        traits(
            Map.of(
                "seriousness", seriousness == Seriousness.NON_SERIOUS ? "Non-serious" : "Serious")),
        now(),
        id);
  }

  /** Every clinic of the person is told by its own Patient, under linked pseudonyms too. */
  private void decision(String person) {
    Topic topic = Topic.SHARING_DECISION_CHANGED;
    put(
        topic,
        """
        SELECT ?::text, r.id, r.owner, ?::text[], ?::timestamptz FROM registry.record r
        WHERE r.resource_type = 'Patient' AND r.person IN (
          WITH RECURSIVE same (person) AS (
            SELECT ?::text
            UNION
            SELECT CASE WHEN l.person = s.person THEN l.same_as ELSE l.person END
            FROM same s JOIN registry.pseudonym_link l
              ON l.undone_at IS NULL AND s.person IN (l.person, l.same_as)
          )
          SELECT person FROM same)
        """,
        topic.code(),
        new String[0],
        now(),
        person);
  }

  private void put(Topic topic, String select, Object... values) {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = topic.code();
    jdbc.update(
        "INSERT INTO registry.subscription_outbox (topic, focus, owner, traits, at) "
            + select
            + " AND r.owner IS NOT NULL AND"
            + LISTENED_TO,
        all);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String[] traits(Map<String, String> traits) {
    return traits.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .sorted()
        .toArray(String[]::new);
  }

  /**
   * Takes out the oldest of what happened. One at a time does so until its transaction ends, so
   * that what happened to one record is numbered in its order.
   *
   * @return empty too where another instance is at it
   */
  List<Happening> take(int most) {
    boolean mine =
        Boolean.TRUE.equals(
            jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('registry.subscription', 0))",
                Boolean.class));
    if (!mine) {
      return List.of();
    }
    List<Happening> taken =
        jdbc.query(
            """
            SELECT id, topic, focus, owner, traits, at FROM registry.subscription_outbox
            ORDER BY id LIMIT ? FOR UPDATE
            """,
            (row, number) ->
                new Happening(
                    row.getLong("id"),
                    Topic.coded(row.getString("topic")).orElseThrow(),
                    row.getObject("focus", UUID.class),
                    row.getObject("owner", UUID.class),
                    read((String[]) row.getArray("traits").getArray()),
                    row.getTimestamp("at").toInstant()),
            most);
    if (!taken.isEmpty()) {
      jdbc.update(
          "DELETE FROM registry.subscription_outbox WHERE id = ANY (?)",
          (Object) taken.stream().map(Happening::id).toArray(Long[]::new));
    }
    return taken;
  }

  private static Map<String, String> read(String[] traits) {
    return Arrays.stream(traits)
        .map(one -> one.split("=", 2))
        .collect(Collectors.toUnmodifiableMap(one -> one[0], one -> one[1]));
  }
}
