package org.ketamineregistry.icsr;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.jspecify.annotations.Nullable;

/**
 * The session in which a reaction began: the one that the event names, or that of the last
 * suspected dose that was given on its day until then.
 */
final class Sitting {
  private Sitting() {}

  /** Empty where the reaction began outside of any. */
  static Optional<Encounter> of(EventRecords records) {
    Optional<Encounter> named = records.found(records.event().getEncounter(), Encounter.class);
    return named.or(() -> ofDoses(records));
  }

  private static Optional<Encounter> ofDoses(EventRecords records) {
    String start = Elements.date(records.event().getDateElement());
    Set<MedicationAdministration> suspected =
        records.event().getSuspectEntity().stream()
            .flatMap(
                one -> records.found(one.getInstance(), MedicationAdministration.class).stream())
            .collect(Collectors.toSet());
    return suspected.isEmpty()
        ? Optional.empty()
        : records.administrations().stream()
            .filter(suspected::contains)
            .filter(dose -> isOfTheDay(dose, start))
            .flatMap(dose -> records.found(dose.getContext(), Encounter.class).stream())
            .reduce((earlier, later) -> later);
  }

  private static boolean isOfTheDay(MedicationAdministration dose, @Nullable String start) {
    String given = Elements.date(dose.getEffectivePeriod().getStartElement());
    return given != null
        && start != null
        && E2bDate.isNotAfter(given, start)
        && Objects.equals(E2bDate.day(given), E2bDate.day(start));
  }
}
