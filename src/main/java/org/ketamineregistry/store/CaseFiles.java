package org.ketamineregistry.store;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ketamineregistry.practice.CaseFile;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the rules know of patients. */
final class CaseFiles {
  private final JdbcTemplate jdbc;

  CaseFiles(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The case files of patients, by the patient's id. */
  Map<String, CaseFile> of(Set<String> patients) {
    UUID[] wanted = patients.stream().map(UUID::fromString).toArray(UUID[]::new);
    Map<String, List<Known<?>>> facts = facts(wanted);
    Map<String, Fact.Clinic> clinics = clinics(wanted);
    Map<String, CaseFile> files = new LinkedHashMap<>();
    for (String patient : patients) {
      files.put(
          patient,
          new CaseFile(
              facts.getOrDefault(patient, List.of()),
              clinics.getOrDefault(patient, new Fact.Clinic(List.of()))));
    }
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

  private Map<String, Fact.Clinic> clinics(UUID[] patients) {
    Map<String, Fact.Clinic> found = new HashMap<>();
    jdbc.query(
        """
        SELECT p.id, c.fact FROM registry.record p JOIN registry.record c ON c.id = p.owner
        WHERE p.id = ANY (?) AND c.fact IS NOT NULL
        """,
        row -> {
          found.put(row.getString(1), (Fact.Clinic) FactJson.read(row.getString(2)));
        },
        (Object) patients);
    return found;
  }
}
