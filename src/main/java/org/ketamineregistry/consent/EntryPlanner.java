package org.ketamineregistry.consent;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r5.elementmodel.Element;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.ingest.Action;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.validate.ValidatedEntry;

/** What becomes of the entries of a submission, by their identifiers and what is on record. */
final class EntryPlanner {
  private final KnownThings known;
  private final String owner;
  private final List<Problem> problems;
  private final Set<BusinessIdentifier> claimed = new HashSet<>();

  EntryPlanner(KnownThings known, String owner, List<Problem> problems) {
    this.known = known;
    this.owner = owner;
    this.problems = problems;
  }

  /**
   * What becomes of one.
   *
   * @param id of the record
   */
  record Target(Plan plan, String id) {}

  /** What becomes of an entry; what speaks against it is told. */
  Target target(ValidatedEntry entry) {
    List<BusinessIdentifier> identifiers = Identifiers.of(entry.resource());
    for (BusinessIdentifier identifier : identifiers) {
      if (!claimed.add(identifier)) {
        problem(
            entry,
            ErrorCode.IDENTIFIER_REPEATED,
            "Another entry of this bundle has this identifier: send each record once.");
      }
    }
    Action action = entry.submitted().action();
    if (action.id() != null) {
      return addressed(entry, action.id(), identifiers);
    }
    Optional<Known> existing =
        identifiers.stream().flatMap(id -> known.named(id, owner).stream()).findFirst();
    if (identifiers.stream()
            .flatMap(id -> known.named(id, owner).stream())
            .map(Known::id)
            .distinct()
            .count()
        > 1) {
      problem(
          entry,
          ErrorCode.CONDITION_AMBIGUOUS,
          "The identifiers of this resource belong to different records on file: send those of"
              + " one.");
    }
    if (action.condition() == null) {
      existing.ifPresent(record -> exists(entry, record));
      return fresh();
    }
    if (!identifiers.contains(action.condition())) {
      problem(
          entry,
          ErrorCode.ENTRY_REQUEST_INVALID,
          "The resource carries the identifier that its condition names, system and value alike.");
    }
    if (existing.isEmpty()) {
      if (action.ifMatch() != null) {
        problem(
            entry,
            ErrorCode.VERSION_MISMATCH,
            "If-Match names a version, and there is no record with this identifier.");
      }
      return fresh();
    }
    Plan plan = action.kind() == Action.Kind.CREATE ? Plan.KEEP : Plan.UPDATE;
    return new Target(plan, existing.get().id());
  }

  private Target addressed(ValidatedEntry entry, String id, List<BusinessIdentifier> identifiers) {
    Optional<Known> record =
        known.withId(entry.type(), id).filter(found -> found.owner().equals(owner));
    if (record.isEmpty()) {
      problem(
          entry,
          ErrorCode.NOT_FOUND,
          "No record of yours has this id. The registry gives the ids: create by PUT "
              + entry.type()
              + "?identifier=[system]|[value].");
      return fresh();
    }
    identifiers.stream()
        .flatMap(identifier -> known.named(identifier, owner).stream())
        .filter(other -> !other.id().equals(id))
        .findFirst()
        .ifPresent(other -> exists(entry, other));
    return new Target(Plan.UPDATE, id);
  }

  private void exists(ValidatedEntry entry, Known record) {
    problem(
        entry,
        ErrorCode.IDENTIFIER_EXISTS,
        "A record with this identifier exists: "
            + record.type()
            + "/"
            + record.id()
            + ". To change it, PUT "
            + record.type()
            + "?identifier=[system]|[value]; to create it only once, POST with If-None-Exist.");
  }

  private static Target fresh() {
    return new Target(Plan.CREATE, UUID.randomUUID().toString());
  }

  private void problem(ValidatedEntry entry, ErrorCode code, String message) {
    Element at = entry.submitted().resource();
    problems.add(Problem.at(code, entry.submitted().expression(), at.line(), at.col(), message));
  }
}
