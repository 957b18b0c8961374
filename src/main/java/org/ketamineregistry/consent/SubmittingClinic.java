package org.ketamineregistry.consent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.validate.Link;
import org.ketamineregistry.validate.Link.Form;
import org.ketamineregistry.validate.Validated;
import org.ketamineregistry.validate.ValidatedEntry;

/**
 * Whose submission is it? One submission has one clinic, and the registry must know it (R11). The
 * clinic is the Organization that the resources name; where none does, the clinic of the records
 * that they refer to.
 */
final class SubmittingClinic {
  private static final String ORGANIZATION = "Organization";

  private final Validated validated;
  private final KnownThings known;
  private final List<Problem> problems;
  private final @Nullable String own;

  /**
   * @param own the clinic that the caller speaks for; null for a caller who speaks for none
   */
  SubmittingClinic(
      Validated validated, KnownThings known, List<Problem> problems, @Nullable String own) {
    this.validated = validated;
    this.known = known;
    this.problems = problems;
    this.own = own;
  }

  /** The clinic's id; null, with the problem noted, where it cannot be told. */
  @Nullable String owner() {
    long clinics =
        validated.entries().stream().filter(entry -> entry.type().equals(ORGANIZATION)).count();
    if (clinics == validated.entries().size()) {
      return Records.REGISTRY;
    } else if (clinics > 0) {
      return problem(
          ErrorCode.CLINIC_REGISTERED_APART,
          null,
          "A clinic is registered on its own, before it submits: leave the Organization out and"
              + " refer to it by Organization?identifier=[system]|[value].");
    }
    Set<String> named = named();
    if (!problems.isEmpty()) {
      return null;
    } else if (own != null) {
      return own;
    }
    List<Set<String>> owners = named.isEmpty() ? ownersOfRecords() : List.of(named);
    if (owners.isEmpty()) {
      return problem(
          ErrorCode.CLINIC_MISSING,
          null,
          "Nothing tells the submitting clinic: name it by Patient.managingOrganization,"
              + " Encounter.serviceProvider, Consent.organization or PractitionerRole.organization,"
              + " or refer to a patient on record.");
    }
    Set<String> common = new HashSet<>(owners.get(0));
    owners.forEach(common::retainAll);
    return common.size() == 1
        ? common.iterator().next()
        : problem(
            ErrorCode.CLINIC_AMBIGUOUS,
            null,
            "One submission has one clinic: name it, and send the records of each clinic apart.");
  }

  private Set<String> named() {
    Set<String> ids = new HashSet<>();
    for (ValidatedEntry entry : validated.entries()) {
      for (Link link : entry.links()) {
        if (link.namedType().filter(ORGANIZATION::equals).isPresent()) {
          List<Known> meant = known.meant(link);
          meant.stream().map(Known::id).forEach(ids::add);
          if (meant.isEmpty() && own != null) {
            problem(
                ErrorCode.CLINIC_NOT_YOURS,
                link,
                "This is not the clinic that your token speaks for: a clinic submits its own records"
                    + " only. Name it by the identifier in the token's claim clinic.");
          } else if (meant.isEmpty()) {
            problem(
                ErrorCode.CLINIC_UNKNOWN,
                link,
                "The registry does not know this clinic. A clinic is registered by the registry"
                    + " before it submits; check the identifier and its system.");
          }
        }
      }
    }
    return ids;
  }

  /**
   * The clinics of each record that is addressed or referred to. Two clinics may use the same
   * identifier, the number of a trial for example; another reference then tells which is meant.
   */
  private List<Set<String>> ownersOfRecords() {
    return validated.entries().stream()
        .flatMap(entry -> Stream.concat(addressed(entry), referred(entry)))
        .map(
            records -> {
              Set<String> owners = new HashSet<>();
              records.forEach(record -> owners.add(record.owner()));
              owners.remove(Records.REGISTRY);
              return owners;
            })
        .filter(owners -> !owners.isEmpty())
        .toList();
  }

  private Stream<List<Known>> addressed(ValidatedEntry entry) {
    String id = entry.submitted().action().id();
    return id == null
        ? Stream.empty()
        : known.withId(entry.type(), id).stream().map(record -> List.of(record));
  }

  private Stream<List<Known>> referred(ValidatedEntry entry) {
    return entry.links().stream()
        .filter(link -> link.form() == Form.CONDITIONAL || link.form() == Form.LITERAL)
        .map(known::meant);
  }

  private @Nullable String problem(ErrorCode code, @Nullable Link link, String message) {
    problems.add(
        link == null
            ? Problem.of(code, message)
            : Problem.at(code, link.expression(), link.at().line(), link.at().col(), message));
    return null;
  }
}
