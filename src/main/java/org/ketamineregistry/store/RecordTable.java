package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.consent.PermittedEntry;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.practice.Fact;
import org.springframework.jdbc.core.JdbcTemplate;

/** The registry's own tables of records and of the identifiers by which senders know them. */
final class RecordTable implements Records {
  private final JdbcTemplate jdbc;

  RecordTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<BusinessIdentifier, List<Known>> byIdentifier(Set<BusinessIdentifier> identifiers) {
    Map<BusinessIdentifier, List<Known>> found = new HashMap<>();
    if (identifiers.isEmpty()) {
      return found;
    }
    List<BusinessIdentifier> wanted = List.copyOf(identifiers);
    jdbc.query(
        """
        SELECT i.resource_type, i.system, i.value, i.owner, i.record, r.patient, r.person
        FROM unnest(?::text[], ?::text[], ?::text[]) AS w (resource_type, system, value)
        JOIN registry.identity i USING (value, system, resource_type)
        JOIN registry.record r ON r.id = i.record
        """,
        row -> {
          var identifier =
              new BusinessIdentifier(row.getString(1), row.getString(2), row.getString(3));
          found
              .computeIfAbsent(identifier, key -> new ArrayList<>())
              .add(
                  new Known(
                      identifier.type(),
                      row.getString(5),
                      row.getString(4),
                      row.getString(6),
                      row.getString(7)));
        },
        wanted.stream().map(BusinessIdentifier::type).toArray(String[]::new),
        wanted.stream().map(BusinessIdentifier::system).toArray(String[]::new),
        wanted.stream().map(BusinessIdentifier::value).toArray(String[]::new));
    return found;
  }

  @Override
  public Map<String, Known> byId(Set<String> ids) {
    Map<String, Known> found = new HashMap<>();
    UUID[] wanted =
        ids.stream().map(RecordTable::uuid).filter(id -> id != null).toArray(UUID[]::new);
    if (wanted.length > 0) {
      jdbc.query(
          "SELECT resource_type, id, owner, patient, person FROM registry.record WHERE id = ANY"
              + " (?)",
          row -> {
            found.put(
                row.getString(2),
                new Known(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)));
          },
          (Object) wanted);
    }
    return found;
  }

  @Override
  public Map<String, Map<String, Fact.SharingConsent>> sharing(Set<String> persons) {
    Map<String, Map<String, Fact.SharingConsent>> found = new HashMap<>();
    if (!persons.isEmpty()) {
      jdbc.query(
          """
          WITH RECURSIVE same (asked, person) AS (
            SELECT p, p FROM unnest(?::text[]) AS w (p)
            UNION
            SELECT s.asked, CASE WHEN l.person = s.person THEN l.same_as ELSE l.person END
            FROM same s JOIN registry.pseudonym_link l
              ON l.undone_at IS NULL AND s.person IN (l.person, l.same_as)
          )
          SELECT s.asked, r.id, r.fact FROM same s JOIN registry.record r USING (person)
          WHERE r.fact ->> 'kind' = 'sharing-consent'
          """,
          row -> {
            found
                .computeIfAbsent(row.getString(1), key -> new HashMap<>())
                .put(row.getString(2), (Fact.SharingConsent) FactJson.read(row.getString(3)));
          },
          (Object) persons.toArray(String[]::new));
    }
    return found;
  }

  /**
   * Claims the identifiers of new and changed records.
   *
   * @throws Raced where another submission claimed one of them in the meantime
   */
  void claim(List<PermittedEntry> entries, String owner) {
    Map<BusinessIdentifier, String> wanted = new LinkedHashMap<>();
    entries.forEach(entry -> entry.identifiers().forEach(id -> wanted.put(id, entry.id())));
    // One order for all submissions, so that two of them never wait for each other.
    List<BusinessIdentifier> sorted =
        wanted.keySet().stream()
            .sorted(
                Comparator.comparing(BusinessIdentifier::value)
                    .thenComparing(BusinessIdentifier::system))
            .toList();
    String[] types = sorted.stream().map(BusinessIdentifier::type).toArray(String[]::new);
    String[] systems = sorted.stream().map(BusinessIdentifier::system).toArray(String[]::new);
    String[] values = sorted.stream().map(BusinessIdentifier::value).toArray(String[]::new);
    UUID[] records = sorted.stream().map(wanted::get).map(UUID::fromString).toArray(UUID[]::new);
    int claimed =
        jdbc.update(
            """
            INSERT INTO registry.identity (resource_type, system, value, owner, record)
            SELECT t, s, v, ?, r FROM unnest(?::text[], ?::text[], ?::text[], ?::uuid[]) AS w (t, s, v, r)
            ON CONFLICT DO NOTHING
            """,
            UUID.fromString(owner),
            types,
            systems,
            values,
            records);
    if (claimed < sorted.size() && !mine(byIdentifier(wanted.keySet()), wanted, owner)) {
      throw new Raced();
    }
  }

  private static boolean mine(
      Map<BusinessIdentifier, List<Known>> found,
      Map<BusinessIdentifier, String> wanted,
      String owner) {
    return found.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(known -> known.owner().equals(owner))
                    .map(known -> known.id().equals(wanted.get(entry.getKey()))))
        .allMatch(same -> same);
  }

  /** Lets one at a time judge the practice of a patient; until the transaction ends. */
  void lock(Set<String> patients) {
    jdbc.query(
        """
        SELECT pg_advisory_xact_lock(hashtextextended(p, 0))
        FROM (SELECT p FROM unnest(?::text[]) AS w (p) ORDER BY p) AS ordered
        """,
        row -> {},
        (Object) patients.toArray(String[]::new));
  }

  /** The same without waiting; whether nobody else is at it. */
  boolean tryLock(String patient) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))", Boolean.class, patient));
  }

  /** Writes what is known of records, new and changed. */
  void put(List<PermittedEntry> entries, String owner, Instant receivedAt) {
    jdbc.batchUpdate(
        """
        INSERT INTO registry.record (id, resource_type, owner, patient, person, safety_only, fact, told_at)
        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
        ON CONFLICT (id) DO UPDATE SET
          patient = excluded.patient, person = excluded.person, fact = excluded.fact,
          safety_only = registry.record.safety_only AND excluded.safety_only,
          told_at = COALESCE(registry.record.told_at, excluded.told_at)
        """,
        entries,
        entries.size(),
        (statement, entry) -> {
          Fact fact = entry.fact();
          statement.setObject(1, UUID.fromString(entry.id()));
          statement.setString(2, entry.validated().type());
          statement.setObject(3, UUID.fromString(owner));
          statement.setObject(
              4, entry.patient() == null ? null : UUID.fromString(entry.patient()), Types.OTHER);
          statement.setString(5, entry.person());
          statement.setBoolean(6, entry.safetyOnly());
          statement.setString(7, fact == null ? null : FactJson.write(fact));
          statement.setTimestamp(
              8, fact != null && fact.whole() ? Timestamp.from(receivedAt) : null);
        });
  }

  /**
   * Records that were held for drug safety alone, and that a submission permitted for more now
   * repeats, are held like any other.
   */
  void release(List<PermittedEntry> entries) {
    UUID[] kept =
        entries.stream()
            .filter(entry -> entry.plan() == Plan.KEEP && !entry.safetyOnly())
            .map(entry -> UUID.fromString(entry.id()))
            .toArray(UUID[]::new);
    if (kept.length > 0) {
      jdbc.update(
          "UPDATE registry.record SET safety_only = false WHERE id = ANY (?) AND safety_only",
          (Object) kept);
    }
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null; // An id of another form is none of ours.
    }
  }
}
