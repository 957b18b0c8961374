package org.ketamineregistry.consent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r5.elementmodel.Element;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.ingest.Action;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.validate.Link;
import org.ketamineregistry.validate.Link.Form;
import org.ketamineregistry.validate.Validated;
import org.ketamineregistry.validate.ValidatedEntry;

/**
 * What becomes of each entry, and what each reference means. Another clinic's records are treated
 * exactly as if they did not exist.
 */
final class Planning {
  private static final Set<String> SUBJECTS = Set.of("subject", "patient", "individual");

  private record Target(Plan plan, String id, @Nullable Known record) {}

  private final KnownThings known;
  private final String owner;
  private final List<Problem> problems;
  private final Map<Integer, Target> targets = new HashMap<>();
  private final Map<String, ValidatedEntry> byFullUrl = new HashMap<>();
  private final Map<String, Known> outside = new HashMap<>();
  private final Map<String, String> resolved = new HashMap<>();
  private final Set<BusinessIdentifier> claimed = new HashSet<>();

  Planning(Validated validated, KnownThings known, String owner, List<Problem> problems) {
    this.known = known;
    this.owner = owner;
    this.problems = problems;
    for (ValidatedEntry entry : validated.entries()) {
      Target target = target(entry);
      targets.put(entry.submitted().index(), target);
      if (entry.submitted().fullUrl() != null) {
        byFullUrl.put(entry.submitted().fullUrl(), entry);
        resolved.put(entry.submitted().fullUrl(), entry.type() + "/" + target.id());
      }
    }
    validated.entries().forEach(entry -> entry.links().forEach(this::resolve));
  }

  Plan plan(ValidatedEntry entry) {
    return of(entry).plan();
  }

  String id(ValidatedEntry entry) {
    return of(entry).id();
  }

  Map<String, String> resolved() {
    return resolved;
  }

  /** The entry of the same bundle that a reference leads to. */
  Optional<ValidatedEntry> within(Link link) {
    return Optional.ofNullable(byFullUrl.get(link.target()));
  }

  /** The id of the Patient resource that an entry is about. */
  @Nullable String patient(ValidatedEntry entry) {
    if (entry.type().equals("Patient")) {
      return id(entry);
    }
    return subject(entry).map(link -> resolved.get(link.target())).map(Planning::idOf).orElse(null);
  }

  /** The key of the person whose record a reference leads to; null where it leads to none. */
  @Nullable String person(Link link, String clinic) {
    ValidatedEntry inside = byFullUrl.get(link.target());
    if (inside != null) {
      return person(inside, clinic);
    }
    Known record = outside.get(link.target());
    return record == null ? null : record.person();
  }

  /**
   * The type of record that a reference leads to; empty where it does not say and leads nowhere.
   */
  Optional<String> type(Link link) {
    return within(link).map(ValidatedEntry::type).or(link::namedType);
  }

  /** The references of a provenance to what was brought; none of any other record. */
  static Stream<Link> targets(ValidatedEntry entry) {
    String stem = entry.submitted().expression() + ".target";
    return entry.type().equals("Provenance")
        ? entry.links().stream().filter(link -> link.expression().startsWith(stem))
        : Stream.of();
  }

  /** The key of the person that an entry is about. */
  @Nullable String person(ValidatedEntry entry, String clinic) {
    if (entry.resource() instanceof Patient patient) {
      return Identifiers.person(patient, clinic);
    }
    Link link = subject(entry).orElse(null);
    if (link == null) {
      return null;
    }
    return person(link, clinic);
  }

  /** The reference to the patient, by the names that the types of R4 give it. */
  private Optional<Link> subject(ValidatedEntry entry) {
    String stem = entry.submitted().expression();
    Stream<Link> named =
        entry.links().stream()
            .filter(
                link ->
                    SUBJECTS.stream()
                        .anyMatch(name -> link.expression().equals(stem + "." + name)));
    // A provenance has its patient among what it is about.
    Stream<Link> among =
        targets(entry).filter(link -> type(link).filter("Patient"::equals).isPresent());
    return Stream.concat(named, among).findFirst();
  }

  private Target of(ValidatedEntry entry) {
    Target target = targets.get(entry.submitted().index());
    if (target == null) {
      throw new IllegalStateException("Not planned");
    }
    return target;
  }

  private Target target(ValidatedEntry entry) {
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
    return new Target(plan, existing.get().id(), existing.get());
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
    return new Target(Plan.UPDATE, id, record.get());
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
    return new Target(Plan.CREATE, UUID.randomUUID().toString(), null);
  }

  private void resolve(Link link) {
    if (link.form() != Form.CONDITIONAL && link.form() != Form.LITERAL) {
      return;
    }
    Optional<Known> record =
        known.meant(link).stream()
            .filter(
                found ->
                    found.type().equals("Organization")
                        ? found.id().equals(owner)
                        : found.owner().equals(owner))
            .findFirst();
    if (record.isPresent()) {
      outside.put(link.target(), record.get());
      resolved.put(link.target(), record.get().type() + "/" + record.get().id());
    } else {
      problems.add(
          Problem.at(
              ErrorCode.REFERENCE_UNKNOWN,
              link.expression(),
              link.at().line(),
              link.at().col(),
              "No record of the submitting clinic is meant by this reference: send that record"
                  + " before, or in the same bundle."));
    }
  }

  private void problem(ValidatedEntry entry, ErrorCode code, String message) {
    Element at = entry.submitted().resource();
    problems.add(Problem.at(code, entry.submitted().expression(), at.line(), at.col(), message));
  }

  private static String idOf(String reference) {
    return reference.substring(reference.indexOf('/') + 1);
  }
}
