package org.ketamineregistry.icsr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventSuspectEntityComponent;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Canonical;

/**
 * What an event and its records say in the elements that the page {@code mapping-e2b} maps, by
 * profile and element as the page names them. Where the page says that something is lost, such as
 * which of the other sexes it is, it is lost here too.
 */
final class MappedElements {
  private static final String EVENT = "ketamine-adverse-event ";
  private final Map<String, List<String>> found = new TreeMap<>();
  private final EventRecords records;
  private final String start;

  private MappedElements(EventRecords records) {
    this.records = records;
    start = Objects.requireNonNull(Elements.date(records.event().getDateElement()));
  }

  /**
   * What an event and its records say.
   *
   * @param tests those of the observations that are tests
   */
  static Map<String, List<String>> of(EventRecords records, List<Observation> tests) {
    var mapped = new MappedElements(records);
    mapped.event();
    mapped.suspects();
    mapped.person();
    new MappedTests(mapped::say).of(tests);
    mapped.others();
    mapped.found.values().forEach(Collections::sort);
    return mapped.found;
  }

  private void say(String element, @Nullable String value) {
    List<String> values = found.computeIfAbsent(element, any -> new ArrayList<>());
    if (value != null) {
      values.add(value);
    }
  }

  private void event() {
    AdverseEvent event = records.event();
    say(EVENT + "identifier", event.getIdentifier().getValue());
    say(EVENT + "detected", date(event.getDetectedElement()));
    say(EVENT + "recordedDate", date(event.getRecordedDateElement()));
    say(EVENT + "date", date(event.getDateElement()));
    say(EVENT + "seriousness", code(event.getSeriousness()));
    say(EVENT + "outcome", code(event.getOutcome()));
    say(EVENT + "extension:nullified", Elements.text(event, "nullified"));
    say(EVENT + "extension:reporterQualification", Elements.text(event, "reporter-qualification"));
    say(
        EVENT + "extension:resolutionDate",
        date((DateTimeType) Elements.extension(event, "resolution-date").orElse(null)));
    say(EVENT + "extension:seriousnessCriterion", null);
    Elements.extensions(event, "seriousness-criterion")
        .forEach(one -> say(EVENT + "extension:seriousnessCriterion", code((CodeableConcept) one)));
    say(EVENT + "event.coding:known", null);
    say(EVENT + "event.coding:meddra", null);
    for (Coding coding : event.getEvent().getCoding()) {
      if (coding.getSystem().equals("https://www.meddra.org")) {
        say(EVENT + "event.coding:meddra", coding.getCode() + " " + coding.getVersion());
      } else {
        say(EVENT + "event.coding:known", coding.getSystem() + "|" + coding.getCode());
      }
    }
    records
        .clinic()
        .ifPresent(
            clinic -> {
              say("ketamine-clinic name", clinic.getName());
              say("ketamine-clinic address.country", clinic.getAddressFirstRep().getCountry());
            });
  }

  private void suspects() {
    for (String element :
        List.of(
            "suspectEntity.extension:actionTaken",
            "suspectEntity.extension:rechallengeOutcome",
            "suspectEntity.causality.method",
            "suspectEntity.causality.assessment")) {
      say(EVENT + element, null);
    }
    for (String element :
        List.of(
            "medication[x]",
            "medication[x]:medicationCodeableConcept.coding:substance",
            "dosage.dose",
            "effective[x].start",
            "effective[x].end",
            "dosage.route")) {
      say("ketamine-medication-administration " + element, null);
    }
    for (String element :
        List.of(
            "medication[x]",
            "dosageInstruction.doseAndRate.dose[x]",
            "whenHandedOver",
            "dosageInstruction.route")) {
      say("ketamine-take-home-supply " + element, null);
    }
    say("ketamine-medication code.coding:substance", null);
    say("ketamine-medication batch.lotNumber", null);
    say("pregnancy-status component.value[x]", null);
    records.event().getSuspectEntity().forEach(this::suspect);
  }

  private void suspect(AdverseEventSuspectEntityComponent suspect) {
    say(EVENT + "suspectEntity", "one");
    Reference instance = suspect.getInstance();
    var dose = records.found(instance, MedicationAdministration.class);
    var statement = records.found(instance, MedicationStatement.class);
    say(
        EVENT + "suspectEntity.instance",
        dose.isPresent() ? "given" : statement.isPresent() ? "taken" : "contained");
    say(EVENT + "suspectEntity.extension:actionTaken", Elements.text(suspect, "action-taken"));
    say(
        EVENT + "suspectEntity.extension:rechallengeOutcome",
        Elements.text(suspect, "rechallenge-outcome"));
    say(EVENT + "suspectEntity.causality.method", code(suspect.getCausalityFirstRep().getMethod()));
    say(
        EVENT + "suspectEntity.causality.assessment",
        code(suspect.getCausalityFirstRep().getAssessment()));
    dose.ifPresent(this::given);
    if (dose.isEmpty() && statement.isEmpty()) {
      medication(records.event(), instance).ifPresent(this::contained);
    }
  }

  private void given(MedicationAdministration dose) {
    String profile = "ketamine-medication-administration ";
    say(profile + "medication[x]", product(dose, dose.getMedication()));
    say(
        profile + "medication[x]:medicationCodeableConcept.coding:substance",
        substance(codes(dose, dose.getMedication())));
    say(profile + "dosage.dose", quantity(dose.getDosage().getDose()));
    say(profile + "dosage.route", code(dose.getDosage().getRoute()));
    say(profile + "effective[x].start", date(dose.getEffectivePeriod().getStartElement()));
    say(profile + "effective[x].end", date(dose.getEffectivePeriod().getEndElement()));
    medication(dose, dose.getMedication())
        .ifPresent(
            one -> {
              say("ketamine-medication code.coding:substance", substance(one.getCode()));
              say("ketamine-medication batch.lotNumber", one.getBatch().getLotNumber());
            });
    records
        .latest(
            "82810-3",
            Objects.requireNonNull(Elements.date(dose.getEffectivePeriod().getStartElement())))
        .filter(status -> status.hasComponent())
        .ifPresent(
            status ->
                say(
                    "pregnancy-status component.value[x]",
                    gestation(status, dose.getEffectivePeriod().getStartElement())));
  }

  /** The gestational age on the day of a dose, in whole weeks or days as it was given. */
  private static String gestation(Observation status, DateTimeType dose) {
    Quantity age = status.getComponentFirstRep().getValueQuantity();
    int each = age.getCode().equals("wk") ? 7 : 1;
    long days = ChronoUnit.DAYS.between(day(status.getEffectiveDateTimeType()), day(dose));
    return age.getValue().add(BigDecimal.valueOf(days / each)).stripTrailingZeros().toPlainString()
        + age.getCode();
  }

  private static LocalDate day(DateTimeType date) {
    return LocalDate.parse(date.getValueAsString().substring(0, 10));
  }

  private void contained(Medication suspected) {
    say("ketamine-medication code.coding:substance", substance(suspected.getCode()));
    say("ketamine-medication batch.lotNumber", suspected.getBatch().getLotNumber());
    records
        .supplies()
        .filter(
            one ->
                E2bDate.isNotAfter(
                    E2bDate.ofFhir(one.getWhenHandedOverElement().getValueAsString()), start))
        .filter(
            one ->
                Objects.equals(
                    substance(codes(one, one.getMedication())), substance(suspected.getCode())))
        .filter(
            one ->
                medication(one, one.getMedication())
                    .map(supplied -> supplied.getBatch().getLotNumber())
                    .filter(suspected.getBatch().getLotNumber()::equals)
                    .isPresent())
        .findFirst()
        .ifPresent(this::supplied);
  }

  private void supplied(MedicationDispense supply) {
    String profile = "ketamine-take-home-supply ";
    var instruction = supply.getDosageInstructionFirstRep();
    say(profile + "medication[x]", product(supply, supply.getMedication()));
    say(
        profile + "dosageInstruction.doseAndRate.dose[x]",
        instruction.getDoseAndRateFirstRep().hasDoseQuantity()
            ? quantity(instruction.getDoseAndRateFirstRep().getDoseQuantity())
            : null);
    say(profile + "dosageInstruction.route", code(instruction.getRoute()));
    say(profile + "whenHandedOver", date(supply.getWhenHandedOverElement()));
  }

  private void person() {
    Patient patient = records.patient().orElseThrow();
    say(
        "ketamine-patient identifier:clinicPseudonym",
        patient.getIdentifier().stream()
            .filter(one -> one.getSystem().equals(Canonical.CLINIC_PSEUDONYM))
            .map(one -> one.getValue())
            .findFirst()
            .orElse(null));
    say("ketamine-patient birthDate", patient.getBirthDateElement().getValueAsString());
    say(
        "ketamine-patient gender",
        patient.getGender() == AdministrativeGender.OTHER
            ? "unknown"
            : patient.getGender().toCode());
    say(
        "ketamine-patient deceased[x]",
        patient.getDeceased() instanceof BooleanType yes
            ? yes.booleanValue() ? "true" : null
            : date((DateTimeType) patient.getDeceased()));
    say(
        "ketamine-body-weight value[x]",
        records.latest("29463-7", start).map(one -> quantity(one.getValueQuantity())).orElse(null));
    for (String element : List.of("code", "onset[x]", "abatement[x]")) {
      say("ketamine-comorbidity " + element, null);
    }
    records
        .conditions()
        .forEach(
            one -> {
              say("ketamine-comorbidity code", own(one.getCode()));
              say("ketamine-comorbidity onset[x]", date((DateTimeType) one.getOnset()));
              say("ketamine-comorbidity abatement[x]", date((DateTimeType) one.getAbatement()));
            });
    say("ketamine-treatment-course extension:priorTreatment", null);
    say("ketamine-treatment-course extension:indication", null);
    records
        .course()
        .ifPresent(
            course -> {
              Elements.extensions(course, "prior-treatment")
                  .map(one -> code((CodeableConcept) one))
                  .filter(code -> !SubjectFromRecords.NO_DRUGS.contains(code))
                  .distinct()
                  .forEach(code -> say("ketamine-treatment-course extension:priorTreatment", code));
              Elements.extension(course, "indication")
                  .map(one -> code((CodeableConcept) one))
                  .ifPresent(code -> say("ketamine-treatment-course extension:indication", code));
            });
  }

  private void others() {
    say("concomitant-medication status", null);
    say("concomitant-medication medication[x]", null);
    var reaction =
        new IcsrCase.Reaction(new IcsrCase.Named("", null), Set.of(), start, null, 0, null, null);
    Stream<MedicationStatement> suspected =
        records.event().getSuspectEntity().stream()
            .flatMap(one -> records.found(one.getInstance(), MedicationStatement.class).stream());
    Stream<MedicationStatement> taken =
        records.statements().filter(one -> DrugsFromRecords.isOfTheTime(one, reaction));
    Stream.concat(suspected, taken)
        .distinct()
        .forEach(
            one -> {
              say("concomitant-medication status", "taken at the time");
              say("concomitant-medication medication[x]", product(one, one.getMedication()));
            });
  }

  /** The display of the product where there is one, otherwise of the substance or class. */
  private static @Nullable String product(DomainResource holder, Type medication) {
    List<Coding> codings = codes(holder, medication).getCoding();
    return codings.stream()
        .filter(one -> !String.valueOf(one.getSystem()).startsWith(Canonical.BASE))
        .filter(Coding::hasDisplay)
        .map(Coding::getDisplay)
        .findFirst()
        .orElseGet(
            () -> codings.stream().map(KnownRecords.LEXICON::words).findFirst().orElse(null));
  }

  private static CodeableConcept codes(DomainResource holder, Type medication) {
    return medication instanceof CodeableConcept code
        ? code
        : medication(holder, medication).map(Medication::getCode).orElseThrow();
  }

  private static Optional<Medication> medication(DomainResource holder, Type medication) {
    return holder.getContained().stream()
        .filter(
            one ->
                medication instanceof Reference reference
                    && reference.getReference().equals("#" + one.getId().replace("#", "")))
        .map(Medication.class::cast)
        .findFirst();
  }

  private static @Nullable String substance(CodeableConcept product) {
    return own(product);
  }

  private static @Nullable String own(CodeableConcept concept) {
    return concept.getCoding().stream()
        .filter(one -> String.valueOf(one.getSystem()).startsWith(Canonical.BASE))
        .map(Coding::getCode)
        .collect(Collectors.joining(" "));
  }

  private static @Nullable String code(CodeableConcept concept) {
    return Elements.code(concept);
  }

  private static String quantity(Quantity quantity) {
    return number(quantity) + " " + quantity.getCode();
  }

  private static @Nullable String number(Quantity quantity) {
    return quantity.hasValue() ? quantity.getValue().stripTrailingZeros().toPlainString() : null;
  }

  private static @Nullable String date(@Nullable BaseDateTimeType date) {
    return date == null || !date.hasValue() ? null : date.getValueAsString().replace("Z", "+00:00");
  }
}
