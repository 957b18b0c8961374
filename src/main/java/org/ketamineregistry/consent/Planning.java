package org.ketamineregistry.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.validate.Link;
import org.ketamineregistry.validate.Link.Form;
import org.ketamineregistry.validate.Validated;
import org.ketamineregistry.validate.ValidatedEntry;

/**
 * What each entry and each reference of a submission means. Another clinic's records are treated
 * exactly as if they did not exist.
 */
final class Planning {
  private static final Set<String> SUBJECTS = Set.of("subject", "patient", "individual");

  private final KnownThings known;
  private final String owner;
  private final List<Problem> problems;
  private final Map<Integer, EntryPlanner.Target> targets = new HashMap<>();
  private final Map<String, ValidatedEntry> byFullUrl = new HashMap<>();
  private final Map<String, Known> outside = new HashMap<>();
  private final Map<String, String> resolved = new HashMap<>();

  Planning(Validated validated, KnownThings known, String owner, List<Problem> problems) {
    this.known = known;
    this.owner = owner;
    this.problems = problems;
    var planner = new EntryPlanner(known, owner, problems);
    for (ValidatedEntry entry : validated.entries()) {
      EntryPlanner.Target target = planner.target(entry);
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

  private EntryPlanner.Target of(ValidatedEntry entry) {
    EntryPlanner.Target target = targets.get(entry.submitted().index());
    if (target == null) {
      throw new IllegalStateException("Not planned");
    }
    return target;
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

  private static String idOf(String reference) {
    return reference.substring(reference.indexOf('/') + 1);
  }
}
