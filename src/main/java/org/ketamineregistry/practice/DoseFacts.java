package org.ketamineregistry.practice;

import static org.ketamineregistry.practice.Elements.code;
import static org.ketamineregistry.practice.Elements.day;
import static org.ketamineregistry.practice.Elements.idOf;
import static org.ketamineregistry.practice.Elements.moment;
import static org.ketamineregistry.practice.Elements.truth;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.ketamineregistry.profiles.Canonical;

/** What doses say: those given at the clinic and those supplied to take home. */
final class DoseFacts {
  private static final String SUBSTANCE = Canonical.codeSystem("ketamine-substance-cs");

  private DoseFacts() {}

  static Optional<Fact> administration(
      MedicationAdministration given, Map<String, String> targets) {
    MedicationAdministrationStatus status = given.getStatus();
    if (status == MedicationAdministrationStatus.ENTEREDINERROR
        || status == MedicationAdministrationStatus.NOTDONE) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact.Administration(
            given.getEffectivePeriod().getStart().toInstant(),
            day(given.getEffectivePeriod().getStartElement()),
            idOf(given.getContext(), targets),
            status == MedicationAdministrationStatus.INPROGRESS
                || status == MedicationAdministrationStatus.ONHOLD,
            status == MedicationAdministrationStatus.STOPPED,
            new Product(
                substance(given.getMedication(), given), code(given.getDosage().getRoute())),
            given.getDosage().getDose().getValue(),
            truth(given, "directly-observed", false)));
  }

  static Optional<Fact> takeHome(MedicationDispense supply) {
    if (supply.getStatus() == MedicationDispenseStatus.ENTEREDINERROR
        || supply.getStatus() == MedicationDispenseStatus.CANCELLED) {
      return Optional.empty();
    }
    BigDecimal quantity = supply.getQuantity().getValue();
    BigDecimal days = supply.getDaysSupply().getValue();
    return Optional.of(
        new Fact.TakeHome(
            moment(supply.getWhenHandedOverElement()),
            day(supply.getWhenHandedOverElement()),
            new Product(
                substance(supply.getMedication(), supply),
                code(supply.getDosageInstructionFirstRep().getRoute())),
            quantity,
            days,
            DosesADay.of(supply.getDosageInstructionFirstRep(), quantity, days).orElse(null)));
  }

  private static String substance(Type medication, DomainResource container) {
    CodeableConcept concept =
        medication instanceof Reference reference
            ? container.getContained().stream()
                .filter(
                    contained ->
                        reference.getReference().endsWith(contained.getIdElement().getIdPart()))
                .map(Medication.class::cast)
                .map(Medication::getCode)
                .findFirst()
                .orElseThrow()
            : (CodeableConcept) medication;
    return concept.getCoding().stream()
        .filter(coding -> SUBSTANCE.equals(coding.getSystem()))
        .map(Coding::getCode)
        .findFirst()
        .orElseThrow();
  }
}
