package org.ketamineregistry.icsr;

import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventSuspectEntityComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrDrug.Assessment;
import org.ketamineregistry.icsr.IcsrDrug.Dosage;

/**
 * Makes the records of the drugs of a case, and the event's suspected entities. A drug whose last
 * administration is known was given; another one that is ketamine was supplied; the rest the
 * patient took.
 */
final class DrugRecords {
  private static final String LOINC = "http://loinc.org";
  private static final String ROUTES = "ketamine-route-vs";

  private final Lexicon lexicon;
  private final AdverseEvent event;
  private final Patient patient;
  private final EpisodeOfCare course;
  private final Consumer<Resource> made;

  /**
   * @param made takes each record and gives it an id
   */
  DrugRecords(
      Lexicon lexicon,
      AdverseEvent event,
      Patient patient,
      EpisodeOfCare course,
      Consumer<Resource> made) {
    this.lexicon = lexicon;
    this.event = event;
    this.patient = patient;
    this.course = course;
    this.made = made;
  }

  /** Makes the records of a drug, and where it is suspected the event's entity. */
  void add(IcsrDrug drug) {
    Dosage dosage = drug.dosage();
    Resource record =
        drug.substance() == null
            ? statement(drug)
            : dosage == null || dosage.start() == null
                ? null
                : dosage.last() != null ? administration(drug, dosage) : supply(drug, dosage);
    if (record != null) {
      made.accept(record);
    }
    if (drug.gestation() != null && dosage != null && dosage.start() != null) {
      made.accept(pregnancy(drug.gestation(), dosage.start()));
    }
    if (drug.role() == IcsrCase.SUSPECT) {
      suspect(drug, record);
    }
  }

  private Observation pregnancy(Amount age, String when) {
    var status =
        new Observation()
            .setStatus(ObservationStatus.FINAL)
            .setCode(RecordsFromCase.concept(new Coding(LOINC, "82810-3", null)))
            .setSubject(RecordsFromCase.to(patient))
            .setEffective(RecordsFromCase.date(when));
    status
        .addComponent()
        .setCode(RecordsFromCase.concept(new Coding(LOINC, "18185-9", null)))
        .setValue(RecordsFromCase.quantity(age));
    return status;
  }

  private void suspect(IcsrDrug drug, @Nullable Resource record) {
    AdverseEventSuspectEntityComponent suspect = event.addSuspectEntity();
    suspect.setInstance(
        record == null || record instanceof MedicationDispense
            ? contain(event, drug, drug.dosage() == null ? null : drug.dosage().lot())
            : RecordsFromCase.to(record));
    lexicon
        .numbered(DrugsFromRecords.ACTIONS, drug.actionTaken())
        .map(Coding::getCode)
        .ifPresent(
            code ->
                suspect.addExtension(
                    RecordsFromCase.extension("action-taken", new CodeType(code))));
    lexicon
        .numbered(DrugsFromRecords.RECHALLENGES, drug.recurrence())
        .map(Coding::getCode)
        .ifPresent(
            code ->
                suspect.addExtension(
                    RecordsFromCase.extension("rechallenge-outcome", new CodeType(code))));
    Assessment assessment = drug.assessment();
    if (assessment != null) {
      var causality = suspect.addCausality();
      coded("causality-method-vs", assessment.method()).ifPresent(causality::setMethod);
      coded("causality-assessment-vs", assessment.result()).ifPresent(causality::setAssessment);
    }
  }

  private Optional<CodeableConcept> coded(String list, @Nullable String words) {
    return Optional.ofNullable(words)
        .map(
            known ->
                RecordsFromCase.concept(
                    lexicon.code(list, known).orElseGet(() -> new Coding().setDisplay(known))));
  }

  private MedicationStatement statement(IcsrDrug drug) {
    return new MedicationStatement()
        .setStatus(MedicationStatementStatus.ACTIVE)
        .setSubject(RecordsFromCase.to(patient))
        .setMedication(product(drug));
  }

  private MedicationAdministration administration(IcsrDrug drug, Dosage dosage) {
    var administration =
        new MedicationAdministration()
            .setStatus(MedicationAdministrationStatus.COMPLETED)
            .setSubject(RecordsFromCase.to(patient))
            .setContext(RecordsFromCase.to(course));
    administration.setMedication(medication(administration, drug, dosage.lot()));
    var period = new Period();
    if (dosage.start() != null) {
      period.setStartElement(RecordsFromCase.date(dosage.start()));
    }
    if (dosage.last() != null) {
      period.setEndElement(RecordsFromCase.date(dosage.last()));
    }
    administration.setEffective(period);
    if (dosage.dose() != null) {
      administration.getDosage().setDose(RecordsFromCase.quantity(dosage.dose()));
    }
    coded(ROUTES, dosage.route()).ifPresent(administration.getDosage()::setRoute);
    return administration;
  }

  private MedicationDispense supply(IcsrDrug drug, Dosage dosage) {
    var supply =
        new MedicationDispense()
            .setStatus(MedicationDispenseStatus.COMPLETED)
            .setSubject(RecordsFromCase.to(patient));
    supply.setMedication(medication(supply, drug, dosage.lot()));
    if (dosage.start() != null) {
      supply.setWhenHandedOverElement(RecordsFromCase.date(dosage.start()));
    }
    var instruction = supply.addDosageInstruction();
    if (dosage.dose() != null) {
      instruction.addDoseAndRate().setDose(RecordsFromCase.quantity(dosage.dose()));
    }
    coded(ROUTES, dosage.route()).ifPresent(instruction::setRoute);
    return supply;
  }

  private Type medication(DomainResource holder, IcsrDrug drug, @Nullable String lot) {
    return lot == null ? product(drug) : contain(holder, drug, lot);
  }

  private Reference contain(DomainResource holder, IcsrDrug drug, @Nullable String lot) {
    var medication = new Medication().setCode(product(drug));
    medication.setId("product-" + (holder.getContained().size() + 1));
    if (lot != null) {
      medication.getBatch().setLotNumber(lot);
    }
    holder.addContained(medication);
    return new Reference("#" + medication.getId());
  }

  private CodeableConcept product(IcsrDrug drug) {
    var product = new CodeableConcept();
    if (drug.substance() != null) {
      String substance = drug.substance();
      product.addCoding(
          lexicon
              .code(Product.SUBSTANCES, substance)
              .orElseGet(() -> new Coding().setDisplay(substance)));
    }
    if (!drug.name().equals(drug.substance())) {
      product.addCoding(
          lexicon
              .code(Product.CLASSES, drug.name())
              .orElseGet(() -> new Coding().setDisplay(drug.name())));
    }
    return product;
  }
}
