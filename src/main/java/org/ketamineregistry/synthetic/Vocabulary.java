package org.ketamineregistry.synthetic;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** The systems, codes and extensions of the guide that the cohort writes. */
final class Vocabulary {
  static final String CANON = "https://ketamine-registry.example/fhir";
  static final String CLINIC = CANON + "/sid/clinic";
  static final String REGISTRY_PSEUDONYM = CANON + "/sid/registry-pseudonym";
  static final String CLINIC_PSEUDONYM = CANON + "/sid/clinic-pseudonym";
  static final String PRESCRIBER_PSEUDONYM = CANON + "/sid/prescriber-pseudonym";
  static final String CLINIC_PRESCRIBER = CANON + "/sid/clinic-prescriber";

  static final String SNOMED = "http://snomed.info/sct";
  static final String LOINC = "http://loinc.org";
  static final String UCUM = "http://unitsofmeasure.org";
  static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  static final String NCIT = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl";

  static final String SUBSTANCE = CANON + "/CodeSystem/ketamine-substance-cs";
  static final String ROUTE = CANON + "/CodeSystem/ketamine-route-cs";
  static final String RECORD_KIND = CANON + "/CodeSystem/record-kind-cs";
  static final String INSTRUMENT = CANON + "/CodeSystem/instrument-cs";
  static final String ADVERSE_EFFECT = CANON + "/CodeSystem/adverse-effect-cs";

  private Vocabulary() {}

  static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code));
  }

  static CodeableConcept own(String codeSystem, String code) {
    return concept(CANON + "/CodeSystem/" + codeSystem, code);
  }

  static Extension extension(String name, Type value) {
    return new Extension(CANON + "/StructureDefinition/" + name, value);
  }

  /** An extension that is made of extensions. */
  static Extension extension(String name) {
    return new Extension(CANON + "/StructureDefinition/" + name);
  }

  static Identifier identifier(String system, String value) {
    return new Identifier().setSystem(system).setValue(value);
  }

  static Quantity quantity(double value, String unit) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return new Quantity()
        .setValue(shortest.scale() < 0 ? shortest.setScale(0) : shortest)
        .setUnit(unit)
        .setSystem(UCUM)
        .setCode(unit);
  }
}
