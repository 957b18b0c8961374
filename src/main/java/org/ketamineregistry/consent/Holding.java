package org.ketamineregistry.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * May each resource be held? By the jurisdiction's lawful basis and the patient's own decision. A
 * decision is itself always held, so that it can be obeyed; an adverse event too, since
 * pharmacovigilance is a purpose and lawful basis of its own, with what it refers to (R14). The
 * provenance of records is held where they are.
 */
final class Holding {
  private final Records records;
  private final LawfulBasis basis;
  private final Instant now;

  Holding(Records records, LawfulBasis basis, Instant now) {
    this.records = records;
    this.basis = basis;
    this.now = now;
  }

  List<PermittedEntry> hold(
      List<PermittedEntry> entries, Planning planned, List<Problem> problems) {
    if (basis == LawfulBasis.STATUTORY) {
      return entries;
    }
    Set<String> refused = personsWhoseRecordsAreNotHeld(entries);
    if (refused.isEmpty()) {
      return entries;
    }
    Set<Integer> forConsent = needed(entries, planned, "registry-sharing-consent");
    Set<Integer> forSafety = needed(entries, planned, "ketamine-adverse-event");
    Set<Integer> forEither = new HashSet<>(forConsent);
    forEither.addAll(forSafety);
    var held = new ArrayList<PermittedEntry>();
    for (PermittedEntry entry : entries) {
      int index = entry.validated().submitted().index();
      boolean concerned = entry.person() != null && refused.contains(entry.person());
      Set<Integer> brought = brought(entry, planned);
      boolean attests = !brought.isEmpty();
      if (!concerned
          || forConsent.contains(index)
          || (attests && forConsent.containsAll(brought))) {
        held.add(entry);
      } else if (forSafety.contains(index) || (attests && forEither.containsAll(brought))) {
        held.add(forSafetyOnly(entry));
      } else {
        problems.add(problem(entry));
      }
    }
    return held;
  }

  private Set<String> personsWhoseRecordsAreNotHeld(List<PermittedEntry> entries) {
    Set<String> persons =
        entries.stream()
            .map(PermittedEntry::person)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, Map<String, SharingConsent>> onRecord = records.sharing(persons);
    return persons.stream()
        .filter(
            person -> !SharingDecision.mayHold(basis, decisions(person, entries, onRecord), now))
        .collect(Collectors.toSet());
  }

  /** A consent in the submission takes the place of its earlier version. */
  private static Collection<SharingConsent> decisions(
      String person,
      List<PermittedEntry> entries,
      Map<String, Map<String, SharingConsent>> onRecord) {
    var byRecord = new HashMap<>(onRecord.getOrDefault(person, Map.of()));
    for (PermittedEntry entry : entries) {
      if (person.equals(entry.person()) && isSharing(entry) && entry.plan() != Plan.KEEP) {
        if (entry.fact() instanceof SharingConsent consent) {
          byRecord.put(entry.id(), consent);
        } else {
          byRecord.remove(entry.id());
        }
      }
    }
    return byRecord.values();
  }

  private static boolean isSharing(PermittedEntry entry) {
    return entry.validated().profile().endsWith("/registry-sharing-consent");
  }

  /** The entries with a profile, and those of the bundle that they refer to, near and far. */
  private static Set<Integer> needed(
      List<PermittedEntry> entries, Planning planned, String profile) {
    Set<Integer> needed = new HashSet<>();
    // Entries come after what they refer to, so one walk backwards finds all.
    for (int i = entries.size() - 1; i >= 0; i--) {
      var entry = entries.get(i).validated();
      if (entry.profile().endsWith("/" + profile)) {
        needed.add(entry.submitted().index());
      }
      if (needed.contains(entry.submitted().index())) {
        entry.links().stream()
            .flatMap(link -> planned.within(link).stream())
            .forEach(target -> needed.add(target.submitted().index()));
      }
    }
    return needed;
  }

  /** The entries of the bundle whose provenance an entry is. */
  private static Set<Integer> brought(PermittedEntry entry, Planning planned) {
    return Planning.targets(entry.validated())
        .flatMap(link -> planned.within(link).stream())
        .map(target -> target.submitted().index())
        .collect(Collectors.toSet());
  }

  private static PermittedEntry forSafetyOnly(PermittedEntry entry) {
    return new PermittedEntry(
        entry.validated(),
        entry.plan(),
        entry.id(),
        entry.identifiers(),
        entry.patient(),
        entry.person(),
        true,
        entry.fact());
  }

  private Problem problem(PermittedEntry entry) {
    var submitted = entry.validated().submitted();
    return Problem.at(
        ErrorCode.CONSENT_REQUIRED,
        submitted.expression(),
        submitted.resource().line(),
        submitted.resource().col(),
        basis == LawfulBasis.OPT_IN
            ? "This registry holds a record only where the patient permits it: send the patient's registry-sharing"
                + " consent with purpose national-registry first, or in the same bundle. An adverse event is"
                + " accepted without it, alone with what it refers to."
            : "The patient does not want records held in this registry. An adverse event is accepted all the"
                + " same, alone with what it refers to.");
  }
}
