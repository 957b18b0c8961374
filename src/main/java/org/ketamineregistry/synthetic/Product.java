package org.ketamineregistry.synthetic;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** What was given or handed over: a code, or a contained Medication where the lot was noted. */
final class Product {
  private Product() {}

  static CodeableConcept code(Regimen regimen) {
    CodeableConcept code = Vocabulary.concept(Vocabulary.SUBSTANCE, regimen.substance());
    if (regimen == Regimen.NASAL_ESKETAMINE) {
      code.addCoding(new Coding().setSystem("http://www.whocc.no/atc").setCode("N06AX27"));
    } else {
      code.addCoding(new Coding().setSystem(Vocabulary.SNOMED).setCode("373464007"));
    }
    return code;
  }

  /**
   * A lot lasts a clinic for some months, so the same few numbers recur; the record that contains
   * it gets its text.
   */
  static Type withLot(DomainResource record, Regimen regimen, int year, Dice dice) {
    Medication medication = new Medication();
    medication.setId("lot");
    medication.setCode(code(regimen));
    int lot = dice.between(1, 9);
    medication
        .getBatch()
        .setLotNumber(
            String.format(
                Locale.ROOT, "%02d%s%d", year % 100, "ABCDEFGHJ".charAt(lot - 1), lot * 137))
        .setExpirationDateElement(
            new DateTimeType(String.format(Locale.ROOT, "%d-%02d", year + 2, lot)));
    record.setContained(List.of(medication));
    return new Reference("#lot");
  }
}
