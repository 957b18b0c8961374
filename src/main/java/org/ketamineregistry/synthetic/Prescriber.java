package org.ketamineregistry.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who prescribes at a clinic; a clinic has one to three of them.
 *
 * @param identifier the clinic's own, unique within the clinic
 * @param pseudonym 64 hexadecimal digits that another clinic would make as well
 */
record Prescriber(Clinic clinic, String identifier, String pseudonym, String profession) {
  private static final int MOST = 3;

  private static final Odds<String> PROFESSIONS =
      Odds.of("psychiatrist", 68)
          .or("anaesthetist", 18)
          .or("nurse-prescriber", 6)
          .or("general-practitioner", 5)
          .or("pain-physician", 3);

  /** The one of the clinic's prescribers who follows an enrolment. */
  static Prescriber of(Clinic clinic, String enrolment) {
    Dice staff = Dice.of(clinic.staff());
    int number = Math.floorMod(enrolment.hashCode(), staff.between(1, MOST)) + 1;
    Dice dice = staff.fork(number);
    return new Prescriber(
        clinic, String.format(Locale.ROOT, "P-%02d", number), dice.hex(64), PROFESSIONS.draw(dice));
  }

  /** Adds the prescriber to a submission, unless the registry has them already. */
  Reference addTo(SubmissionDraft draft) {
    LocalDate since = clinic.accreditedFrom();
    PractitionerRole role = new PractitionerRole();
    role.addIdentifier(Vocabulary.identifier(Vocabulary.PRESCRIBER_PSEUDONYM, pseudonym));
    role.addIdentifier(own());
    role.setActive(true);
    role.setPeriod(new Period().setStartElement(new DateTimeType(since.toString())));
    role.setOrganization(new Reference(clinic.url()));
    role.addCode(Vocabulary.own("prescriber-profession-cs", profession));
    return draft.create(role, own());
  }

  /** How a submission that does not carry the prescriber refers to them. */
  Reference reference() {
    return new Reference(
        "PractitionerRole?identifier=" + Vocabulary.CLINIC_PRESCRIBER + "|" + identifier);
  }

  private Identifier own() {
    return Vocabulary.identifier(Vocabulary.CLINIC_PRESCRIBER, identifier);
  }
}
