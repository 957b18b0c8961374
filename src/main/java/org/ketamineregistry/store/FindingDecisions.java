package org.ketamineregistry.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.practice.FindingDecision;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.FindingTable.Decided;
import org.ketamineregistry.store.FindingTable.Kept;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stewards decide about findings (R1, R12). A decision is kept beside the finding and told by
 * its DetectedIssue; a review takes none of them away.
 */
public final class FindingDecisions {
  private final FindingTable findings;
  private final RecordTable records;
  private final ResourceWriters writers;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  FindingDecisions(
      FindingTable findings,
      RecordTable records,
      ResourceWriters writers,
      TransactionTemplate transaction,
      AuditTrail audit) {
    this.findings = findings;
    this.records = records;
    this.writers = writers;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * Decides about a finding. The decision that holds, made again, changes nothing.
   *
   * @param finding the id of its DetectedIssue
   * @throws Refused 404 where there is no such finding
   */
  public void decide(UUID finding, FindingDecision decision, Act act) {
    transaction.executeWithoutResult(
        status -> {
          String patient = findings.patient(finding).orElseThrow(FindingDecisions::unknown);
          // A review rewrites the finding under the same lock.
          records.lock(Set.of(patient));
          Kept kept = kept(finding, patient);
          if (kept.decided().isEmpty() || last(kept).decision() != decision) {
            findings.decided(kept.id(), decision, act.at());
            rewrite(patient, kept(finding, patient));
          }
          audit.append(act.entry("$decide", List.of("DetectedIssue/" + finding)));
        });
  }

  /** Lets a finding tell what was decided about it. */
  static void tell(DetectedIssue issue, List<Decided> decided) {
    issue.setMitigation(new ArrayList<>());
    for (Decided one : decided) {
      var mitigation = issue.addMitigation();
      mitigation
          .getAction()
          .addCoding()
          .setSystem(Canonical.codeSystem("finding-decision-cs"))
          .setCode(one.decision().code());
      mitigation.setDateElement(moment(one.at()));
    }
  }

  private static DateTimeType moment(Instant at) {
    var moment = new DateTimeType(Date.from(at));
    moment.setTimeZoneZulu(true);
    return moment;
  }

  private void rewrite(String patient, Kept kept) {
    Map<String, Records.Known> known = records.byId(Set.of(patient));
    writers.writing(
        Objects.requireNonNull(known.get(patient)).owner(),
        writer -> {
          DetectedIssue issue = writer.current(DetectedIssue.class, kept.id());
          tell(issue, kept.decided());
          return writer.update(issue, kept.id(), null, Findings.PROFILE);
        });
  }

  private Kept kept(UUID finding, String patient) {
    return findings.of(Set.of(patient)).values().stream()
        .filter(one -> one.id().equals(finding.toString()))
        .findFirst()
        .orElseThrow(FindingDecisions::unknown);
  }

  private static Decided last(Kept kept) {
    return kept.decided().get(kept.decided().size() - 1);
  }

  private static Refused unknown() {
    return Refused.because(ErrorCode.NOT_FOUND, "There is no such finding.");
  }
}
