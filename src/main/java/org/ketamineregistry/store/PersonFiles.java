package org.ketamineregistry.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ketamineregistry.store.PersonOnFile.Identity;
import org.ketamineregistry.store.PersonOnFile.Row;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything on file of a person in the registry's own tables, and its removal. */
final class PersonFiles {
  private final JdbcTemplate jdbc;

  PersonFiles(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The person whose registry pseudonym this is, whether on file or not. */
  PersonOnFile ofPseudonym(String pseudonym) {
    return of(List.of(pseudonym));
  }

  /**
   * The person whom a Patient resource is about; without records where there is no such Patient.
   */
  PersonOnFile ofPatient(String id) {
    return of(
        jdbc.queryForList(
            "SELECT person FROM registry.record WHERE id::text = ? AND resource_type = 'Patient'",
            String.class,
            id));
  }

  private PersonOnFile of(List<String> asked) {
    List<String> persons =
        jdbc.queryForList(
            """
            WITH RECURSIVE same (person) AS (
              SELECT p FROM unnest(?::text[]) AS w (p)
              UNION
              SELECT CASE WHEN l.person = s.person THEN l.same_as ELSE l.person END
              FROM same s JOIN registry.pseudonym_link l
                ON l.undone_at IS NULL AND s.person IN (l.person, l.same_as)
            )
            SELECT person FROM same
            """,
            String.class,
            (Object) asked.toArray(String[]::new));
    List<Row> records =
        jdbc.query(
            "SELECT resource_type, id, owner, patient FROM registry.record WHERE person = ANY (?)",
            (row, number) ->
                new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
            (Object) persons.toArray(String[]::new));
    List<Identity> identities =
        jdbc.query(
            """
            SELECT owner, system, value FROM registry.identity
            WHERE resource_type = 'Patient' AND record = ANY (?)
            """,
            (row, number) -> new Identity(row.getString(1), row.getString(2), row.getString(3)),
            (Object) ids(records.stream().filter(row -> row.type().equals("Patient"))));
    return new PersonOnFile(new HashSet<>(persons), records, identities);
  }

  /** The ids of all Patient resources. */
  List<String> allPatients() {
    return jdbc.queryForList(
        "SELECT id FROM registry.record WHERE resource_type = 'Patient'", String.class);
  }

  /**
   * Removes records, and what was derived of the person; what is kept is for drug safety alone from
   * now on.
   */
  void remove(PersonOnFile person, List<Row> gone, Set<String> kept, Instant now) {
    Object ids = ids(gone.stream());
    Object patients = person.patients().stream().map(UUID::fromString).toArray(UUID[]::new);
    jdbc.update("DELETE FROM registry.identity WHERE record = ANY (?)", ids);
    jdbc.update("DELETE FROM registry.finding WHERE patient = ANY (?)", patients);
    jdbc.update("DELETE FROM registry.review WHERE patient = ANY (?)", patients);
    jdbc.update("DELETE FROM registry.export_record WHERE record = ANY (?)", ids);
    new ToldErasures(jdbc).erased(ids(gone.stream()), now);
    jdbc.update("DELETE FROM registry.record WHERE id = ANY (?)", ids);
    List<UUID> stay = kept.stream().map(UUID::fromString).toList();
    jdbc.update(
        "UPDATE registry.record SET safety_only = true WHERE id = ANY (?)",
        (Object) stay.toArray(UUID[]::new));
    new CutCopies(jdbc).forget(patients);
    jdbc.update(
        """
        DELETE FROM registry.pseudonym_link l
        WHERE (l.person = ANY (?) OR l.same_as = ANY (?)) AND NOT (
          EXISTS (SELECT FROM registry.record r WHERE r.person = l.person)
          AND EXISTS (SELECT FROM registry.record r WHERE r.person = l.same_as))
        """,
        person.persons().toArray(String[]::new),
        person.persons().toArray(String[]::new));
  }

  /** HAPI's keys of records. */
  List<Long> storageKeys(List<Row> records) {
    return jdbc.queryForList(
        "SELECT res_id FROM hfj_resource WHERE fhir_id = ANY (?)",
        Long.class,
        (Object) records.stream().map(Row::id).toArray(String[]::new));
  }

  /**
   * Ends every search that is under way: the results and the words of some may be about the person,
   * and a reader can begin again.
   */
  void endSearches() {
    jdbc.update("DELETE FROM hfj_search_result");
    jdbc.update("DELETE FROM hfj_search_include");
    jdbc.update("DELETE FROM hfj_search");
  }

  private static UUID[] ids(Stream<Row> rows) {
    return rows.map(row -> UUID.fromString(row.id())).toArray(UUID[]::new);
  }
}
