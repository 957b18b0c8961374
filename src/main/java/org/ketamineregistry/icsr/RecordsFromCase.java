package org.ketamineregistry.icsr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Death;
import org.ketamineregistry.icsr.IcsrCase.Episode;
import org.ketamineregistry.icsr.IcsrCase.Subject;
import org.ketamineregistry.profiles.Canonical;

/**
 * Makes the guide's records of a case: the event and what it refers to, with every element that the
 * page {@code mapping-e2b} maps. What a case does not carry (who knows of it, gradings, sessions)
 * is not made up, so these records are to be completed before a registry takes them.
 */
public final class RecordsFromCase {
  static final String UCUM = "http://unitsofmeasure.org";
  static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  static final Pattern IDENTIFIER = Pattern.compile("[A-Z]{2}-[A-Z0-9]+-([A-Z]{2}-[0-9]{4})-(.+)");

  private final Lexicon lexicon;
  private final IcsrCase told;
  private final List<Resource> made = new ArrayList<>();
  private final Organization clinic = new Organization();
  private final Patient patient = new Patient();
  private final EpisodeOfCare course = new EpisodeOfCare();
  private final AdverseEvent event = new AdverseEvent();

  private RecordsFromCase(IcsrCase told, Lexicon lexicon) {
    this.told = told;
    this.lexicon = lexicon;
  }

  /**
   * The records of a case; the last one is the event, and each has an id by which the others refer
   * to it.
   */
  public static List<Resource> of(IcsrCase told, Lexicon lexicon) {
    return new RecordsFromCase(told, lexicon).all();
  }

  private List<Resource> all() {
    add(clinic);
    add(patient);
    add(course);
    clinic();
    patient();
    course();
    told.subject().history().forEach(this::condition);
    if (told.subject().weight() != null) {
      observation(new Coding("http://loinc.org", "29463-7", null), told.reaction().start())
          .setValue(quantity(new Amount(told.subject().weight(), "kg")));
    }
    told.tests().forEach(new TestRecords(lexicon, patient, this::add)::add);
    new EventFromCase(told, lexicon).fill(event, patient, course);
    told.drugs().forEach(new DrugRecords(lexicon, event, patient, course, this::add)::add);
    add(event);
    return List.copyOf(made);
  }

  private <R extends Resource> R add(R resource) {
    resource.setId(resource.fhirType() + "/" + (made.size() + 1));
    made.add(resource);
    return resource;
  }

  static Reference to(Resource resource) {
    return new Reference(resource.getId());
  }

  private void clinic() {
    clinic.setActive(true).setName(told.reporter().organisation());
    clinic.addAddress().setCountry(told.reporter().country());
    Matcher identifier = IDENTIFIER.matcher(told.report().identifier());
    if (identifier.matches()) {
      clinic.addIdentifier().setSystem(Canonical.CLINIC).setValue(identifier.group(1));
    }
  }

  private void patient() {
    Subject subject = told.subject();
    patient.setManagingOrganization(to(clinic));
    Integer sex = subject.sex();
    patient.setGender(
        sex == null
            ? AdministrativeGender.UNKNOWN
            : sex == 1 ? AdministrativeGender.MALE : AdministrativeGender.FEMALE);
    if (subject.recordNumber() != null) {
      patient
          .addIdentifier()
          .setSystem(Canonical.CLINIC_PSEUDONYM)
          .setValue(subject.recordNumber());
    }
    if (subject.age() != null && told.reaction().start() != null) {
      int born = E2bDate.year(told.reaction().start()) - subject.age();
      patient.setBirthDateElement(new DateType(Integer.toString(born)));
    }
    Death death = subject.death();
    if (death != null) {
      patient.setDeceased(death.date() == null ? new BooleanType(true) : date(death.date()));
    }
  }

  private void course() {
    course.setPatient(to(patient)).setManagingOrganization(to(clinic));
    course.setStatus(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE);
    told.subject()
        .earlierDrugs()
        .forEach(
            drug ->
                course.addExtension(
                    extension("prior-treatment", concept(code("prior-treatment-cs", drug)))));
    told.drugs().stream()
        .flatMap(drug -> Optional.ofNullable(drug.indication()).stream())
        .findFirst()
        .map(indication -> concept(code("treatment-indication-cs", indication.words())))
        .ifPresent(indication -> course.addExtension(extension("indication", indication)));
  }

  private void condition(Episode episode) {
    Condition condition = add(new Condition()).setSubject(to(patient));
    condition.setCode(concept(code("comorbidity-vs", episode.condition().words())));
    condition.setVerificationStatus(
        concept(new Coding(TERMINOLOGY + "condition-ver-status", "confirmed", null)));
    if (episode.start() != null) {
      condition.setOnset(date(episode.start()));
    }
    if (episode.end() != null) {
      condition.setAbatement(date(episode.end()));
    }
  }

  private Observation observation(Coding code, @Nullable String when) {
    Observation observation = add(new Observation()).setSubject(to(patient));
    observation.setStatus(ObservationStatus.FINAL).setCode(concept(code));
    if (when != null) {
      observation.setEffective(date(when));
    }
    return observation;
  }

  /** The code that words mean; where the guide has none, the words alone. */
  private Coding code(String list, String words) {
    return code(lexicon, list, words);
  }

  static Coding code(Lexicon lexicon, String list, String words) {
    return lexicon.code(list, words).orElseGet(() -> new Coding().setDisplay(words));
  }

  static CodeableConcept concept(Coding coding) {
    return new CodeableConcept(coding);
  }

  static DateTimeType date(String date) {
    return new DateTimeType(E2bDate.toFhir(date));
  }

  static Quantity quantity(Amount amount) {
    return new Quantity()
        .setSystem(UCUM)
        .setCode(amount.unit())
        .setValue(new BigDecimal(amount.value()));
  }

  static Extension extension(String id, Type value) {
    return new Extension(Canonical.extension(id), value);
  }
}
