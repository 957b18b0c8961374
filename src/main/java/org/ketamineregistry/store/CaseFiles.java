package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.consent.SharingDecision;
import org.ketamineregistry.practice.CaseFile;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the rules know of patients. */
final class CaseFiles {
  private final JdbcTemplate jdbc;
  private final Records records;

  CaseFiles(JdbcTemplate jdbc, Records records) {
    this.jdbc = jdbc;
    this.records = records;
  }

  /** Whose patient somebody is, and which person. */
  private record Patient(Fact.Clinic clinic, String person) {}

  /**
   * The case files of patients, by the patient's id.
   *
   * @param basis by which right records are held
   * @param now the moment for which the patient's own decision counts
   */
  Map<String, CaseFile> of(Set<String> ids, LawfulBasis basis, Instant now) {
    UUID[] wanted = ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    Map<String, List<Known<?>>> facts = facts(wanted);
    Map<String, Patient> patients = patients(wanted);
    Map<String, Map<String, Fact.SharingConsent>> sharing =
        basis == LawfulBasis.STATUTORY
            ? Map.of()
            : records.sharing(
                patients.values().stream().map(Patient::person).collect(Collectors.toSet()));
    Map<String, CaseFile> files = new LinkedHashMap<>();
    patients.forEach(
        (id, patient) -> {
          var decisions = sharing.getOrDefault(patient.person(), Map.of()).values();
          files.put(
              id,
              new CaseFile(
                  facts.getOrDefault(id, List.of()),
                  patient.clinic(),
                  SharingDecision.mayHold(basis, decisions, now)));
        });
    return files;
  }

  /** Of what is held for drug safety alone no rule may know but the one about adverse events. */
  private Map<String, List<Known<?>>> facts(UUID[] patients) {
    Map<String, List<Known<?>>> found = new HashMap<>();
    jdbc.query(
        """
        SELECT patient, id, resource_type, fact, told_at FROM registry.record
        WHERE patient = ANY (?) AND fact IS NOT NULL
          AND (NOT safety_only OR fact ->> 'kind' = 'adverse-event')
        """,
        row -> {
          Timestamp toldAt = row.getTimestamp(5);
          found
              .computeIfAbsent(row.getString(1), patient -> new ArrayList<>())
              .add(
                  new Known<>(
                      row.getString(2),
                      row.getString(3),
                      FactJson.read(row.getString(4)),
                      toldAt == null ? null : toldAt.toInstant()));
        },
        (Object) patients);
    return found;
  }

  private Map<String, Patient> patients(UUID[] ids) {
    Map<String, Patient> found = new HashMap<>();
    jdbc.query(
        """
        SELECT p.id, p.person, c.fact FROM registry.record p JOIN registry.record c ON c.id = p.owner
        WHERE p.id = ANY (?)
        """,
        row -> {
          found.put(
              row.getString(1),
              new Patient((Fact.Clinic) FactJson.read(row.getString(3)), row.getString(2)));
        },
        (Object) ids);
    return found;
  }
}
