package org.ketamineregistry.practice;

import static org.ketamineregistry.practice.Elements.codes;
import static org.ketamineregistry.practice.Elements.day;
import static org.ketamineregistry.practice.Elements.dayOver;
import static org.ketamineregistry.practice.Elements.idOf;
import static org.ketamineregistry.practice.Elements.lastDay;
import static org.ketamineregistry.practice.Elements.value;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.ketamineregistry.practice.Fact.Seriousness;
import org.ketamineregistry.practice.Fact.Validity;
import org.ketamineregistry.profiles.Canonical;

/** What the records of care say: who treats whom, how long, with what reviews and events. */
final class CareFacts {
  private static final Set<EncounterStatus> NOT_HELD =
      Set.of(
          EncounterStatus.PLANNED,
          EncounterStatus.CANCELLED,
          EncounterStatus.ENTEREDINERROR,
          EncounterStatus.UNKNOWN);

  private static final String DEATH = "C48275";
  private static final String LIFE_THREATENING = "C84266";
  private static final Set<String> GONE = Set.of("inactive", "remission", "resolved");
  private static final Set<String> NOT_SO = Set.of("refuted", "entered-in-error");

  private CareFacts() {}

  static Optional<Fact> session(Encounter session, Map<String, String> targets) {
    if (NOT_HELD.contains(session.getStatus())) {
      return Optional.empty();
    }
    boolean ended = session.getStatus() == EncounterStatus.FINISHED && session.getPeriod().hasEnd();
    return Optional.of(
        new Fact.Session(
            day(session.getPeriod().getStartElement()),
            idOf(session.getEpisodeOfCareFirstRep(), targets),
            ended ? session.getPeriod().getEnd().toInstant() : null,
            ended ? dayOver(session.getPeriod().getEndElement()) : null,
            value(session, "fit-to-leave") != null));
  }

  static Optional<Fact> review(Encounter review, Map<String, String> targets) {
    return NOT_HELD.contains(review.getStatus())
        ? Optional.empty()
        : Optional.of(
            new Fact.PrescriberReview(
                day(review.getPeriod().getStartElement()),
                review.getEpisodeOfCare().stream().map(course -> idOf(course, targets)).toList()));
  }

  static Optional<Fact> course(EpisodeOfCare course) {
    return course.getStatus() == EpisodeOfCareStatus.ENTEREDINERROR
        ? Optional.empty()
        : Optional.of(
            new Fact.Course(
                day(course.getPeriod().getStartElement()),
                course.getStatus() == EpisodeOfCareStatus.ACTIVE));
  }

  /** Of an onset that is not recorded the day counts on which the condition was. */
  static Optional<Fact> comorbidity(Condition condition) {
    if (has(condition.getVerificationStatus(), NOT_SO)) {
      return Optional.empty();
    }
    LocalDate recorded =
        condition.hasRecordedDate() ? day(condition.getRecordedDateElement()) : null;
    return Optional.of(
        new Fact.Comorbidity(
            codes(condition.getCode()),
            condition.getOnset() instanceof BaseDateTimeType onset ? day(onset) : recorded,
            condition.getAbatement() instanceof BaseDateTimeType end ? lastDay(end) : null,
            !has(condition.getClinicalStatus(), GONE)));
  }

  /**
   * The clock of reporting starts when the clinic became aware of the event; where it does not say
   * when, with the event. An event that was nullified says nothing.
   */
  static Optional<Fact> event(AdverseEvent event) {
    if (event.hasExtension(Canonical.extension("nullified"))) {
      return Optional.empty();
    }
    BaseDateTimeType aware =
        event.hasDetected() ? event.getDetectedElement() : event.getDateElement();
    Set<String> criteria =
        event.getExtensionsByUrl(Canonical.extension("seriousness-criterion")).stream()
            .flatMap(criterion -> ((CodeableConcept) criterion.getValue()).getCoding().stream())
            .map(Coding::getCode)
            .collect(Collectors.toSet());
    boolean fatal = criteria.contains(DEATH) || has(event.getOutcome(), Set.of("fatal"));
    return Optional.of(
        new Fact.Event(
            fatal || criteria.contains(LIFE_THREATENING)
                ? Seriousness.FATAL_OR_LIFE_THREATENING
                : has(event.getSeriousness(), Set.of("Serious"))
                    ? Seriousness.SERIOUS
                    : Seriousness.NON_SERIOUS,
            lastDay(aware),
            dayOver(aware),
            fatal));
  }

  static Optional<Fact> death(Patient patient) {
    boolean dead =
        patient.hasDeceasedDateTimeType()
            || (patient.getDeceased() instanceof BooleanType deceased && deceased.booleanValue());
    return dead ? Optional.of(new Fact.Death()) : Optional.empty();
  }

  static Fact clinic(Organization clinic) {
    return new Fact.Clinic(
        clinic.getExtensionsByUrl(Canonical.extension("accreditation")).stream()
            .map(accreditation -> (Period) accreditation.getExtensionByUrl("period").getValue())
            .map(
                period ->
                    new Validity(
                        day(period.getStartElement()),
                        period.hasEnd() ? day(period.getEndElement()) : null))
            .toList());
  }

  private static boolean has(CodeableConcept concept, Set<String> codes) {
    return concept.getCoding().stream().map(Coding::getCode).anyMatch(codes::contains);
  }
}
