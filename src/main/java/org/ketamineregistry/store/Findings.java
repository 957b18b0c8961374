package org.ketamineregistry.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.Evaluation;
import org.ketamineregistry.practice.Finding;
import org.ketamineregistry.practice.Practice;
import org.ketamineregistry.practice.Rule;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.FindingTable.Kept;
import org.ketamineregistry.store.FindingTable.Key;

/**
 * Keeps the findings of patients as the facts, the rules and the time have them: new ones are made,
 * those that hold no longer are cancelled, those that hold again stand again, and those that
 * another version of the rules confirms say so.
 */
final class Findings {
  static final String PROFILE = Canonical.profile("practice-finding");

  private final FindingTable table;
  private final CaseFiles files;
  private final FactRenewal renewal;
  private final ReviewTable reviews;
  private final Outbox outbox;
  private final Supplier<RuleSet> rules;
  private final Clock clock;

  Findings(
      FindingTable table,
      CaseFiles files,
      FactRenewal renewal,
      ReviewTable reviews,
      Outbox outbox,
      Supplier<RuleSet> rules,
      Clock clock) {
    this.table = table;
    this.files = files;
    this.renewal = renewal;
    this.reviews = reviews;
    this.outbox = outbox;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What a review changed.
   *
   * @param found the findings that had not stood before
   * @param ended how many stand no more
   */
  record Changes(List<Finding> found, int ended) {}

  /** Reviews the practice of patients, whom the caller has locked, within its transaction. */
  Changes review(Set<String> patients, ResourceWriter writer) {
    if (patients.isEmpty()) {
      return new Changes(List.of(), 0);
    }
    reviews.ofOlderForm(patients).forEach(renewal::renew);
    RuleSet set = rules.get();
    Instant now = clock.instant();
    Map<Key, Kept> kept = table.of(patients);
    List<Finding> found = new ArrayList<>();
    Set<Key> standing = new HashSet<>();
    files
        .of(patients, set.lawfulBasis(), now)
        .forEach(
            (patient, file) -> {
              Evaluation evaluation = Practice.evaluate(set, file, now);
              for (Finding finding : evaluation.findings()) {
                Key key = Key.of(patient, finding);
                if (standing.add(key) && stand(key, kept.get(key), finding, set, writer)) {
                  found.add(finding);
                }
              }
              reviews.reviewed(patient, set.canonical(), now, evaluation.until());
            });
    int ended = 0;
    for (Map.Entry<Key, Kept> before : kept.entrySet()) {
      if (before.getValue().stands() && !standing.contains(before.getKey())) {
        cancel(before.getKey(), before.getValue(), set, now, writer);
        ended++;
      }
    }
    return new Changes(found, ended);
  }

  /** Lets a finding stand; answers whether it had not stood before. */
  private boolean stand(
      Key key, @Nullable Kept before, Finding finding, RuleSet set, ResourceWriter writer) {
    String id = before == null ? UUID.randomUUID().toString() : before.id();
    DetectedIssue issue =
        issue(id, key, finding.rule(), finding.subjectType(), set, DetectedIssueStatus.FINAL);
    issue.setIdentified(new DateTimeType(finding.at().toString()));
    if (before != null) {
      FindingDecisions.tell(issue, before.decided());
    }
    if (before == null) {
      writer.create(issue, id, PROFILE);
      table.add(id, key, finding, set.canonical());
      outbox.finding(id, key.patient(), finding.rule(), true);
      return true;
    }
    boolean same =
        before.stands()
            && finding.at().equals(before.happenedAt())
            && set.canonical().equals(before.ruleSet());
    if (!same) {
      writer.update(issue, id, null, PROFILE);
      table.stands(id, finding.at(), set.canonical());
    }
    if (!before.stands()) {
      outbox.finding(id, key.patient(), finding.rule(), true);
    }
    return !before.stands();
  }

  private void cancel(Key key, Kept before, RuleSet set, Instant now, ResourceWriter writer) {
    Rule rule = Rule.of(key.rule()).orElseThrow();
    DetectedIssue issue =
        issue(before.id(), key, rule, before.subjectType(), set, DetectedIssueStatus.CANCELLED);
    issue.setIdentified(new DateTimeType(now.toString()));
    FindingDecisions.tell(issue, before.decided());
    writer.update(issue, before.id(), null, PROFILE);
    table.standsNoMore(before.id(), set.canonical());
    outbox.finding(before.id(), key.patient(), rule, false);
  }

  private static DetectedIssue issue(
      String id, Key key, Rule rule, String subjectType, RuleSet set, DetectedIssueStatus status) {
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
    issue.addImplicated(new Reference(subjectType + "/" + key.subject()));
    issue.addExtension(Canonical.extension("rule-set"), new CanonicalType(set.canonical()));
    return issue;
  }
}
