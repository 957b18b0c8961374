package org.ketamineregistry.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.consent.Permitted;
import org.ketamineregistry.consent.PermittedEntry;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.practice.CaseFile;
import org.ketamineregistry.practice.Fact;
import org.ketamineregistry.practice.Finding;
import org.ketamineregistry.practice.Practice;
import org.ketamineregistry.practice.Rule;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.profiles.Canonical;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the findings of a patient as the facts have them: new ones are made, those that hold no
 * longer are cancelled, and those that hold again stand again.
 */
final class Findings {
  private static final String PROFILE = Canonical.profile("practice-finding");

  private final JdbcTemplate jdbc;
  private final RecordTable records;
  private final Supplier<RuleSet> rules;

  Findings(JdbcTemplate jdbc, RecordTable records, Supplier<RuleSet> rules) {
    this.jdbc = jdbc;
    this.records = records;
    this.rules = rules;
  }

  private record Key(String patient, String rule, String subject) {}

  private record Kept(String id, boolean stands) {}

  /** What was found anew about the subjects of this submission, after it was written. */
  List<Finding> review(Permitted permitted, ResourceWriter writer) {
    Set<String> patients =
        permitted.entries().stream()
            .filter(entry -> entry.plan() != Plan.KEEP)
            .filter(entry -> entry.toKnow().isPresent() || entry.plan() == Plan.UPDATE)
            .filter(entry -> !(entry.fact() instanceof Fact.SharingConsent))
            .map(PermittedEntry::patient)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (patients.isEmpty()) {
      return List.of();
    }
    Map<String, String> persons = new HashMap<>();
    permitted.entries().forEach(entry -> putPerson(persons, entry));
    RuleSet set = rules.get();
    Fact.Clinic clinic = records.clinic(permitted.owner());
    Map<Key, Kept> kept = kept(patients);
    var found = new ArrayList<Finding>();
    records
        .facts(patients)
        .forEach(
            (patient, facts) -> {
              Set<Key> standing = new HashSet<>();
              for (Finding finding : Practice.evaluate(set, new CaseFile(facts, clinic))) {
                var key = new Key(patient, finding.rule().code(), finding.subject());
                standing.add(key);
                Kept before = kept.get(key);
                if (before == null || !before.stands()) {
                  stand(key, before, finding, set, permitted.owner(), persons.get(patient), writer);
                  found.add(finding);
                }
              }
              kept.forEach(
                  (key, before) -> {
                    if (before.stands()
                        && key.patient().equals(patient)
                        && !standing.contains(key)) {
                      cancel(key, before, set, writer);
                    }
                  });
            });
    return found;
  }

  private static void putPerson(Map<String, String> persons, PermittedEntry entry) {
    if (entry.patient() != null && entry.person() != null) {
      persons.put(entry.patient(), entry.person());
    }
  }

  private Map<Key, Kept> kept(Set<String> patients) {
    Map<Key, Kept> kept = new HashMap<>();
    jdbc.query(
        "SELECT id, patient, rule, subject, stands FROM registry.finding WHERE patient = ANY (?)",
        row -> {
          kept.put(
              new Key(row.getString(2), row.getString(3), row.getString(4)),
              new Kept(row.getString(1), row.getBoolean(5)));
        },
        (Object) patients.stream().map(UUID::fromString).toArray(UUID[]::new));
    return kept;
  }

  private void stand(
      Key key,
      @Nullable Kept before,
      Finding finding,
      RuleSet set,
      String owner,
      @Nullable String person,
      ResourceWriter writer) {
    String id = before == null ? UUID.randomUUID().toString() : before.id();
    DetectedIssue issue = issue(id, key, finding.rule(), set, DetectedIssueStatus.FINAL);
    issue.setIdentified(new DateTimeType(finding.at().toString()));
    issue.addImplicated(new Reference(finding.subjectType() + "/" + finding.subject()));
    if (before == null) {
      writer.create(issue, id, PROFILE);
      jdbc.update(
          "INSERT INTO registry.finding (id, patient, rule, subject, rule_set, stands) VALUES (?::uuid, ?::uuid, ?, ?::uuid, ?, true)",
          id,
          key.patient(),
          key.rule(),
          key.subject(),
          set.canonical());
      jdbc.update(
          "INSERT INTO registry.record (id, resource_type, owner, patient, person) VALUES (?::uuid, 'DetectedIssue', ?::uuid, ?::uuid, ?)",
          id,
          owner,
          key.patient(),
          person);
    } else {
      writer.update(issue, id, null, PROFILE);
      mark(id, set, true);
    }
  }

  private void cancel(Key key, Kept before, RuleSet set, ResourceWriter writer) {
    Rule rule = Rule.of(key.rule()).orElseThrow();
    DetectedIssue issue = issue(before.id(), key, rule, set, DetectedIssueStatus.CANCELLED);
    issue.setIdentified(DateTimeType.now());
    String type =
        rule == Rule.TAKE_HOME_ABOVE_LIMIT ? "MedicationDispense" : "MedicationAdministration";
    issue.addImplicated(new Reference(type + "/" + key.subject()));
    writer.update(issue, before.id(), null, PROFILE);
    mark(before.id(), set, false);
  }

  private void mark(String id, RuleSet set, boolean stands) {
    jdbc.update(
        "UPDATE registry.finding SET stands = ?, rule_set = ? WHERE id = ?::uuid",
        stands,
        set.canonical(),
        id);
  }

  private static DetectedIssue issue(
      String id, Key key, Rule rule, RuleSet set, DetectedIssueStatus status) {
    var issue = new DetectedIssue();
    issue.addIdentifier().setSystem(Canonical.FINDING).setValue(id);
    issue.setStatus(status);
    issue
        .getCode()
        .addCoding()
        .setSystem(Canonical.codeSystem("practice-rule-cs"))
        .setCode(rule.code());
    issue.setSeverity(DetectedIssueSeverity.fromCode(rule.severity()));
    issue.setPatient(new Reference("Patient/" + key.patient()));
    issue.addExtension(Canonical.extension("rule-set"), new CanonicalType(set.canonical()));
    return issue;
  }
}
