package org.ketamineregistry.indicator;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SimpleQuantity;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.ketamineregistry.profiles.Canonical;

/**
 * The records of one patient, written a line at a time. Ids are chosen by the test, times are
 * FHIR's. The patient is a woman born in 1980.
 */
final class CaseNotes {
  static final String NASAL = "46713006";
  static final String INTRAVENOUS = "47625008";

  private static final String SNOMED = "http://snomed.info/sct";
  private static final String LOINC = "http://loinc.org";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String CATEGORY =
      "http://terminology.hl7.org/CodeSystem/observation-category";
  private static final String INSTRUMENT = Canonical.codeSystem("instrument-cs");
  private static final String SAFETY = Canonical.codeSystem("safety-observation-cs");
  private static final Reference PATIENT = new Reference("Patient/patient");
  private static final Reference CLINIC = new Reference("Organization/clinic");

  private final List<Resource> records = new ArrayList<>();

  private CaseNotes() {
    var patient = new Patient();
    patient.addIdentifier().setSystem(Canonical.CLINIC_PSEUDONYM).setValue("patient-0001");
    patient
        .setGender(AdministrativeGender.FEMALE)
        .setBirthDateElement(new DateType("1980"))
        .setManagingOrganization(CLINIC);
    patient.setId("Patient/patient");
    records.add(patient);
  }

  static CaseNotes ofAPatient() {
    return new CaseNotes();
  }

  List<Resource> records() {
    return List.copyOf(records);
  }

  Resource record(String id) {
    return records.stream()
        .filter(record -> record.getIdElement().getIdPart().equals(id))
        .findFirst()
        .orElseThrow();
  }

  CaseNotes died(String date) {
    ((Patient) record("patient")).setDeceased(new DateTimeType(date));
    return this;
  }

  CaseNotes course(String id) {
    var course = new EpisodeOfCare();
    course.addExtension(
        Canonical.extension("indication"),
        concept(Canonical.codeSystem("treatment-indication-cs"), "treatment-resistant-depression"));
    course.addExtension(Canonical.extension("failed-treatments"), new UnsignedIntType(3));
    course
        .setStatus(EpisodeOfCareStatus.ACTIVE)
        .addType(kind("ketamine-treatment-course"))
        .setPatient(PATIENT)
        .setManagingOrganization(CLINIC)
        .getPeriod()
        .setStartElement(new DateTimeType("2026-01-01"));
    return with(id, course);
  }

  CaseNotes incentive(String course, boolean offered) {
    ((EpisodeOfCare) record(course))
        .addExtension(Canonical.extension("incentive-offered"), new BooleanType(offered));
    return this;
  }

  CaseNotes session(String id, String course, String begin) {
    var session = new Encounter();
    session
        .setStatus(EncounterStatus.FINISHED)
        .setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", null))
        .addType(kind("ketamine-session"))
        .setSubject(PATIENT)
        .addEpisodeOfCare(new Reference("EpisodeOfCare/" + course))
        .setPeriod(new Period().setStartElement(time(begin)).setEndElement(later(begin)))
        .setServiceProvider(CLINIC);
    return with(id, session);
  }

  CaseNotes number(String session, int number) {
    ((Encounter) record(session))
        .addExtension(Canonical.extension("session-number"), new PositiveIntType(number));
    return this;
  }

  CaseNotes fitToLeave(String session, String when) {
    ((Encounter) record(session))
        .addExtension(Canonical.extension("fit-to-leave"), new DateTimeType(when));
    return this;
  }

  CaseNotes status(String session, EncounterStatus status) {
    ((Encounter) record(session)).setStatus(status);
    return this;
  }

  /** Racemic ketamine, intravenously. */
  CaseNotes dose(String id, String session, String begin, double milligrams) {
    return dose(id, session, begin, milligrams, "racemic-ketamine", INTRAVENOUS);
  }

  CaseNotes dose(
      String id, String session, String begin, double milligrams, String substance, String route) {
    var dose = new MedicationAdministration();
    dose.addExtension(Canonical.extension("directly-observed"), new BooleanType(true));
    dose.setStatus(MedicationAdministrationStatus.COMPLETED)
        .setMedication(concept(Canonical.codeSystem("ketamine-substance-cs"), substance))
        .setSubject(PATIENT)
        .setContext(new Reference("Encounter/" + session))
        .setEffective(new Period().setStartElement(time(begin)).setEndElement(later(begin)))
        .getDosage()
        .setRoute(concept(SNOMED, route))
        .setDose(quantity(milligrams, "mg"));
    return with(id, dose);
  }

  CaseNotes status(String dose, MedicationAdministrationStatus status) {
    ((MedicationAdministration) record(dose)).setStatus(status);
    return this;
  }

  CaseNotes stopped(String dose, String reason) {
    var administration = (MedicationAdministration) record(dose);
    administration
        .setStatus(MedicationAdministrationStatus.STOPPED)
        .addExtension(
            Canonical.extension("stop-reason"),
            concept(Canonical.codeSystem("stop-reason-cs"), reason));
    return this;
  }

  /** A session with one intravenous dose that begins with it; the dose is {@code id-dose}. */
  CaseNotes treated(String id, String course, String begin, double milligrams) {
    return session(id, course, begin).dose(id + "-dose", id, begin, milligrams);
  }

  CaseNotes supply(String id, String when, double milligrams, int days) {
    var supply = new MedicationDispense();
    supply
        .setStatus(MedicationDispenseStatus.COMPLETED)
        .setMedication(concept(Canonical.codeSystem("ketamine-substance-cs"), "racemic-ketamine"))
        .setSubject(PATIENT)
        .setQuantity(quantity(milligrams, "mg"))
        .setDaysSupply(quantity(days, "d"))
        .setWhenHandedOverElement(time(when))
        .addDosageInstruction()
        .setRoute(concept(SNOMED, NASAL));
    return with(id, supply);
  }

  /** The supply is meant for a part of a day too, or for another route or substance. */
  CaseNotes supply(String id, String when, double milligrams, double days, String route) {
    supply(id, when, milligrams, 1);
    var supply = (MedicationDispense) record(id);
    supply.setDaysSupply(quantity(days, "d"));
    supply.getDosageInstructionFirstRep().setRoute(concept(SNOMED, route));
    return this;
  }

  CaseNotes status(String supply, MedicationDispenseStatus status) {
    ((MedicationDispense) record(supply)).setStatus(status);
    return this;
  }

  CaseNotes weight(String id, String when, double kilograms) {
    var weight = observation(LOINC, "29463-7", "vital-signs", when);
    weight.setValue(shown(kilograms, "kg", "kg"));
    return with(id, weight);
  }

  CaseNotes pressure(
      String id, String session, String timing, String when, int systolic, int diastolic) {
    var pressure = inSession(observation(LOINC, "85354-9", "vital-signs", when), session, timing);
    pressure
        .addComponent()
        .setCode(concept(LOINC, "8480-6"))
        .setValue(shown(systolic, "mmHg", "mm[Hg]"));
    pressure
        .addComponent()
        .setCode(concept(LOINC, "8462-4"))
        .setValue(shown(diastolic, "mmHg", "mm[Hg]"));
    return with(id, pressure);
  }

  CaseNotes measured(String id, String instrument, String session, String timing, String when) {
    var score = inSession(observation(INSTRUMENT, instrument, "survey", when), session, timing);
    score.setValue(new IntegerType(5));
    return with(id, score);
  }

  /** A score outside a session that asks about a number of days or hours. */
  CaseNotes score(String id, String instrument, String when, int total, int recall, String unit) {
    String system = instrument.equals("44261-6") ? LOINC : INSTRUMENT;
    var score = observation(system, instrument, "survey", when);
    score.setValue(new IntegerType(total));
    return with(id, recalls(score, recall, unit));
  }

  CaseNotes suicidality(String id, String when) {
    var assessed = observation(LOINC, "93374-7", "survey", when);
    assessed.setValue(concept(Canonical.codeSystem("suicide-risk-level-cs"), "low"));
    recalls(assessed, 7, "d");
    assessed
        .addComponent()
        .setCode(concept(SAFETY, "worst-suicidal-ideation"))
        .setValue(new IntegerType(1));
    assessed
        .addComponent()
        .setCode(concept(SAFETY, "suicidal-behaviour"))
        .setValue(concept(Canonical.codeSystem("suicidal-behaviour-cs"), "none"));
    return with(id, assessed);
  }

  CaseNotes misuse(String id, String when, String finding) {
    var assessed = observation(SAFETY, "misuse-assessment", "survey", when);
    assessed.setValue(concept(Canonical.codeSystem("misuse-finding-cs"), finding));
    return with(id, recalls(assessed, 28, "d"));
  }

  /** Alanine aminotransferase in a laboratory whose upper limit of normal is 40 U/L. */
  CaseNotes liver(String id, String when, double unitsPerLitre) {
    var test = observation(LOINC, "1742-6", "laboratory", when);
    test.setValue(quantity(unitsPerLitre, "U/L"));
    test.addReferenceRange().setHigh(quantity(40, "U/L"));
    return with(id, test);
  }

  CaseNotes inError(String observation) {
    ((Observation) record(observation)).setStatus(ObservationStatus.ENTEREDINERROR);
    return this;
  }

  CaseNotes status(String observation, ObservationStatus status) {
    ((Observation) record(observation)).setStatus(status);
    return this;
  }

  CaseNotes corrected(String observation) {
    ((Observation) record(observation)).setStatus(ObservationStatus.CORRECTED);
    return this;
  }

  CaseNotes event(String id, String term, String when, boolean serious) {
    var event = new AdverseEvent();
    if (serious) {
      event.addExtension(
          Canonical.extension("seriousness-criterion"),
          concept("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "C83052"));
    }
    event
        .setActuality(AdverseEvent.AdverseEventActuality.ACTUAL)
        .setEvent(concept(Canonical.codeSystem("adverse-effect-cs"), term))
        .setSubject(PATIENT)
        .setDateElement(time(when))
        .setRecordedDateElement(time(when))
        .setSeriousness(
            concept(
                "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness",
                serious ? "Serious" : "Non-serious"))
        .setOutcome(
            concept("http://terminology.hl7.org/CodeSystem/adverse-event-outcome", "ongoing"));
    event
        .addSuspectEntity()
        .setInstance(
            new Reference(
                records.stream()
                    .filter(record -> record instanceof MedicationAdministration)
                    .findFirst()
                    .orElseThrow()
                    .getId()));
    return with(id, event);
  }

  CaseNotes of(String event, String session) {
    ((AdverseEvent) record(event)).setEncounter(new Reference("Encounter/" + session));
    return this;
  }

  CaseNotes grade(String event, String grade) {
    ((AdverseEvent) record(event))
        .addExtension(
            Canonical.extension("ctcae-grade"),
            concept("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", grade));
    return this;
  }

  /** The report of an event is taken back. */
  CaseNotes nullified(String event) {
    ((AdverseEvent) record(event))
        .addExtension(Canonical.extension("nullified"), new BooleanType(true));
    return this;
  }

  /** A treatment consent with everything that good practice asks for. */
  CaseNotes consent(String id, String when) {
    var consent = new Consent();
    consent.addExtension(Canonical.extension("consultation-date"), new DateType("2025-12-01"));
    consent.addExtension(
        Canonical.extension("information-sheet"),
        new CanonicalType(Canonical.BASE + "/Library/patient-information-sheet|1.0.0"));
    var capacity = consent.addExtension().setUrl(Canonical.extension("capacity"));
    capacity.addExtension("finding", new CodeType("has-capacity"));
    capacity.addExtension("assessedOn", new DateType("2025-12-01"));
    consent.addExtension(Canonical.extension("freely-given"), new BooleanType(true));
    consent.addExtension(Canonical.extension("written"), new BooleanType(true));
    consent.addExtension(Canonical.extension("options-discussed"), new BooleanType(true));
    consent.addExtension(Canonical.extension("advocate-present"), new CodeType("declined"));
    consent
        .setStatus(Consent.ConsentState.ACTIVE)
        .setScope(concept("http://terminology.hl7.org/CodeSystem/consentscope", "treatment"))
        .addCategory(concept(Canonical.codeSystem("consent-category-cs"), "ketamine-treatment"))
        .setPatient(PATIENT)
        .setDateTimeElement(new DateTimeType(when))
        .addOrganization(CLINIC)
        .setPolicyRule(
            concept(Canonical.codeSystem("consent-policy-cs"), "ketamine-treatment-consent"))
        .getProvision()
        .setType(Consent.ConsentProvisionType.PERMIT);
    return with(id, consent);
  }

  CaseNotes without(String consent, String extension) {
    ((DomainResource) record(consent))
        .getExtension()
        .removeIf(part -> part.getUrl().equals(Canonical.extension(extension)));
    return this;
  }

  CaseNotes withdrawn(String consent, String when) {
    var withdrawn = (Consent) record(consent);
    withdrawn.setStatus(Consent.ConsentState.INACTIVE);
    withdrawn.getProvision().getPeriod().setEndElement(new DateTimeType(when));
    return this;
  }

  CaseNotes finding(String id, String rule, String when, String... implicated) {
    var finding = new DetectedIssue();
    finding.addExtension(
        Canonical.extension("rule-set"),
        new CanonicalType(Canonical.BASE + "/PlanDefinition/practice-rule-set-xx|1.1.0"));
    finding
        .setStatus(DetectedIssue.DetectedIssueStatus.FINAL)
        .setCode(concept(Canonical.codeSystem("practice-rule-cs"), rule))
        .setSeverity(DetectedIssue.DetectedIssueSeverity.MODERATE)
        .setPatient(PATIENT)
        .setIdentified(new DateTimeType(when));
    Stream.of(implicated)
        .forEach(dose -> finding.addImplicated(new Reference("MedicationAdministration/" + dose)));
    return with(id, finding);
  }

  private CaseNotes with(String id, Resource record) {
    record.setId(record.fhirType() + "/" + id);
    record.setProperty(
        "identifier",
        new Identifier().setSystem("https://ehr.clinic.example/sid/record").setValue(id));
    records.add(record);
    return this;
  }

  private static Observation observation(String system, String code, String category, String when) {
    var observation = new Observation();
    return observation
        .setStatus(ObservationStatus.FINAL)
        .addCategory(concept(CATEGORY, category))
        .setCode(concept(system, code))
        .setSubject(PATIENT)
        .setEffective(time(when));
  }

  private static Observation inSession(Observation observation, String session, String timing) {
    observation.addExtension(Canonical.extension("session-timing"), new CodeType(timing));
    return observation.setEncounter(new Reference("Encounter/" + session));
  }

  private static Observation recalls(Observation observation, int recall, String unit) {
    observation.addExtension(
        Canonical.extension("recall-period"),
        new Duration().setValue(recall).setSystem(UCUM).setCode(unit));
    return observation;
  }

  private static CodeableConcept kind(String code) {
    return concept(Canonical.codeSystem("record-kind-cs"), code);
  }

  private static CodeableConcept concept(String system, String code) {
    return new CodeableConcept().addCoding(new Coding(system, code, null));
  }

  private static SimpleQuantity quantity(double value, String unit) {
    var quantity = new SimpleQuantity();
    quantity.setValue(value).setSystem(UCUM).setCode(unit);
    return quantity;
  }

  /** Vital signs want their unit in words too. */
  private static Quantity shown(double value, String unit, String code) {
    return new Quantity().setValue(value).setUnit(unit).setSystem(UCUM).setCode(code);
  }

  private static DateTimeType time(String text) {
    return new DateTimeType(text);
  }

  /** An hour later, which is when everything ends. */
  private static DateTimeType later(String begin) {
    return time(ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(begin).plusHours(1)));
  }
}
