package org.ketamineregistry.consent;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.validate.ValidatedEntry;

/**
 * A provenance is read, kept and erased as a record of its patient. So its patient is among its
 * targets, whatever they say of themselves, and all of them are that patient's records (R16).
 */
final class ImportTargets {
  private ImportTargets() {}

  /** Finds what is wrong with a provenance; nothing with any other record. */
  static void check(ValidatedEntry entry, Planning planned, String owner, List<Problem> problems) {
    if (!entry.type().equals("Provenance")) {
      return;
    }
    long patients =
        Planning.targets(entry)
            .filter(link -> planned.type(link).filter("Patient"::equals).isPresent())
            .count();
    Set<String> persons =
        Planning.targets(entry)
            .map(link -> planned.person(link, owner))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (patients != 1 || persons.size() > 1) {
      var submitted = entry.submitted();
      problems.add(
          Problem.at(
              ErrorCode.RULE_VIOLATED,
              submitted.expression() + ".target",
              submitted.resource().line(),
              submitted.resource().col(),
              "A provenance is about the records of one patient: name the Patient once among its"
                  + " targets, and beside it that patient's records alone."));
    }
  }
}
