package org.ketamineregistry.icsr;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * An adverse event and the records that a report of it is made of.
 *
 * @param event the event
 * @param records the patient's records and the clinic, each by the reference that leads to it, such
 *     as {@code Patient/1}; records of others do no harm
 * @param received when the registry took the event; null where nobody knows
 * @param corrected when any of it was corrected last; null where nothing was
 */
public record EventRecords(
    AdverseEvent event,
    Map<String, Resource> records,
    @Nullable OffsetDateTime received,
    @Nullable OffsetDateTime corrected) {
  private static final Set<String> NOT_COUNTED =
      Set.of("entered-in-error", "not-done", "not-taken", "cancelled", "declined", "refuted");

  /** The patient. */
  Optional<Patient> patient() {
    return found(event.getSubject(), Patient.class);
  }

  /** The clinic that submitted the event. */
  Optional<Organization> clinic() {
    return patient().flatMap(one -> found(one.getManagingOrganization(), Organization.class));
  }

  /**
   * The course in which it happened: as the event says it, or its session, or a suspected dose, or
   * the one that there was.
   */
  Optional<EpisodeOfCare> course() {
    return Elements.extension(event, "treatment-course")
        .flatMap(course -> found(course, EpisodeOfCare.class))
        .or(() -> ofSession(event.getEncounter()))
        .or(
            () ->
                event.getSuspectEntity().stream()
                    .flatMap(
                        suspect ->
                            found(suspect.getInstance(), MedicationAdministration.class).stream())
                    .flatMap(dose -> ofSession(dose.getContext()).stream())
                    .findFirst())
        .or(this::onlyCourseOfTheTime);
  }

  /** An event may say nothing of a course; where there was one alone, it is that. */
  private Optional<EpisodeOfCare> onlyCourseOfTheTime() {
    String date = Elements.date(event.getDateElement());
    List<EpisodeOfCare> courses =
        date == null
            ? List.of()
            : of(EpisodeOfCare.class)
                .filter(course -> isHis(course.getPatient()))
                .filter(course -> counts(course.getStatus().toCode()))
                .filter(
                    course -> {
                      String from = Elements.date(course.getPeriod().getStartElement());
                      String until = Elements.date(course.getPeriod().getEndElement());
                      return from != null
                          && E2bDate.isNotAfter(from, date)
                          && (until == null || E2bDate.isNotAfter(date, until));
                    })
                .toList();
    return courses.size() == 1 ? Optional.of(courses.get(0)) : Optional.empty();
  }

  private Optional<EpisodeOfCare> ofSession(Reference encounter) {
    return found(encounter, Encounter.class)
        .filter(Encounter::hasEpisodeOfCare)
        .flatMap(session -> found(session.getEpisodeOfCareFirstRep(), EpisodeOfCare.class));
  }

  /** What was given to the patient, the earliest first. */
  List<MedicationAdministration> administrations() {
    return of(MedicationAdministration.class)
        .filter(dose -> dose.hasEffectivePeriod() && isHis(dose.getSubject()))
        .filter(dose -> counts(dose.getStatus().toCode()))
        .sorted(
            Comparator.<MedicationAdministration, Date>comparing(
                    dose -> dose.getEffectivePeriod().getStart())
                .thenComparing(EventRecords::id))
        .toList();
  }

  /** What was supplied to the patient to take home, the latest first. */
  Stream<MedicationDispense> supplies() {
    return of(MedicationDispense.class)
        .filter(supply -> supply.hasWhenHandedOver() && isHis(supply.getSubject()))
        .filter(supply -> counts(supply.getStatus().toCode()))
        .sorted(
            Comparator.comparing(MedicationDispense::getWhenHandedOver)
                .reversed()
                .thenComparing(EventRecords::id));
  }

  /** Other events of the same patient, each with the same records. */
  Stream<EventRecords> others() {
    return of(AdverseEvent.class)
        .filter(one -> isHis(one.getSubject()))
        .filter(
            one ->
                !Objects.equals(one.getIdentifier().getValue(), event.getIdentifier().getValue()))
        .map(one -> new EventRecords(one, records, null, null));
  }

  Stream<MedicationStatement> statements() {
    return of(MedicationStatement.class)
        .filter(statement -> isHis(statement.getSubject()))
        .filter(statement -> counts(statement.getStatus().toCode()));
  }

  Stream<Condition> conditions() {
    return of(Condition.class)
        .filter(condition -> isHis(condition.getSubject()))
        .filter(
            condition ->
                counts(Objects.toString(Elements.code(condition.getVerificationStatus()))));
  }

  /**
   * Observations of the patient that have a moment, the earliest first. Those of one moment have an
   * order too, or a case would say the same in another order and count as changed.
   */
  Stream<Observation> observations() {
    return of(Observation.class)
        .filter(one -> one.hasEffectiveDateTimeType() && isHis(one.getSubject()))
        .filter(one -> counts(one.getStatus().toCode()))
        .sorted(
            Comparator.<Observation, Date>comparing(
                    one -> one.getEffectiveDateTimeType().getValue())
                .thenComparing(one -> String.valueOf(Elements.code(one.getCode())))
                .thenComparing(EventRecords::id));
  }

  /** The latest observation with a code that was made no later than a date. */
  Optional<Observation> latest(String code, String date) {
    return observations()
        .filter(one -> Elements.has(one.getCode(), code))
        .filter(
            one -> {
              String made = Elements.date(one.getEffective());
              return made != null && E2bDate.isNotAfter(made, date);
            })
        .reduce((earlier, later) -> later);
  }

  /** The record that a reference leads to, where it is here and of a type. */
  <R extends Resource> Optional<R> found(@Nullable Type reference, Class<R> type) {
    return reference instanceof Reference literal && literal.hasReference()
        ? Optional.ofNullable(records.get(literal.getReference()))
            .filter(type::isInstance)
            .map(type::cast)
        : Optional.empty();
  }

  private <R extends Resource> Stream<R> of(Class<R> type) {
    return records.values().stream().filter(type::isInstance).map(type::cast).distinct();
  }

  /** Whether a record is of the same patient. */
  private boolean isHis(Reference subject) {
    Patient one = patient().orElse(null);
    return one != null && found(subject, Patient.class).filter(one::equals).isPresent();
  }

  private static String id(Resource one) {
    return String.valueOf(one.getIdElement().getIdPart());
  }

  private static boolean counts(String status) {
    return !NOT_COUNTED.contains(status);
  }
}
