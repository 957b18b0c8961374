package org.ketamineregistry.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.practice.Fact;
import org.ketamineregistry.practice.FactReader;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.validate.Validated;
import org.ketamineregistry.validate.ValidatedEntry;

/**
 * Decides whether the registry may hold a submission, and what becomes of each of its resources.
 */
public final class ConsentGate {
  private final Records records;
  private final Supplier<RuleSet> rules;
  private final Clock clock;

  /**
   * @param records what is already on record
   * @param rules the jurisdiction's rule set in force; its lawful basis counts here
   */
  public ConsentGate(Records records, Supplier<RuleSet> rules, Clock clock) {
    this.records = records;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Decides about a submission.
   *
   * @return the submission with each reference resolved and each resource planned
   * @throws Refused 403 where the caller does not speak for the clinic; 422 with every problem: an
   *     unknown clinic or record, a patient who did not consent; 404 or 409 where an address or an
   *     identifier does not fit what is on record
   */
  public Permitted permit(Validated validated) {
    String own = clinicOf(validated.submitted().incoming().caller());
    Records visible = own == null ? records : new OwnRecords(records, own);
    var known = KnownThings.lookUp(validated, visible);
    var problems = new ArrayList<Problem>();
    String owner = new SubmittingClinic(validated, known, problems, own).owner();
    if (owner == null) {
      throw new Refused(problems);
    }
    var planned = new Planning(validated, known, owner, problems);
    validated.entries().forEach(entry -> ImportTargets.check(entry, planned, owner, problems));
    var holding = new Holding(records, rules.get().lawfulBasis(), clock.instant());
    var entries = new ArrayList<PermittedEntry>();
    for (ValidatedEntry entry : validated.entries()) {
      entries.add(entry(entry, planned, owner));
    }
    List<PermittedEntry> held = holding.hold(entries, planned, problems);
    if (!problems.isEmpty()) {
      throw new Refused(problems);
    }
    var notices = new ArrayList<>(validated.notices());
    entries.stream().map(ConsentGate::notLinked).flatMap(Optional::stream).forEach(notices::add);
    entries.stream().map(TakenBack::notice).flatMap(Optional::stream).forEach(notices::add);
    return new Permitted(validated, owner, held, planned.resolved(), notices);
  }

  /**
   * The registry's id of the clinic that a caller speaks for; null for one who speaks for none.
   *
   * @throws Refused 403 where the registry does not know the clinic that the token names
   */
  public @Nullable String clinicOf(Caller caller) {
    return new Clinics(records).of(caller).orElse(null);
  }

  private static PermittedEntry entry(ValidatedEntry entry, Planning planned, String owner) {
    List<BusinessIdentifier> identifiers = Identifiers.of(entry.resource());
    Plan plan = planned.plan(entry);
    // What is kept as it is on file says nothing new.
    Fact fact =
        plan == Plan.KEEP
            ? null
            : FactReader.read(entry.resource(), entry.profile(), planned.resolved()).orElse(null);
    return new PermittedEntry(
        entry,
        plan,
        planned.id(entry),
        identifiers,
        planned.patient(entry),
        planned.person(entry, owner),
        false,
        fact);
  }

  private static Optional<Notice> notLinked(PermittedEntry entry) {
    if (entry.resource() instanceof Patient patient
        && entry.plan() == Plan.CREATE
        && !Identifiers.linked(patient)) {
      return Optional.of(
          new Notice(
              Notice.Code.PATIENT_NOT_LINKED,
              entry.validated().submitted().expression() + ".identifier",
              "The patient has no registry pseudonym and may be counted again at another clinic."
                  + " Send the registry pseudonym where it can be derived."));
    }
    return Optional.empty();
  }
}
