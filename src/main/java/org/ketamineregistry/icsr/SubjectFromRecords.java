package org.ketamineregistry.icsr;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Death;
import org.ketamineregistry.icsr.IcsrCase.Episode;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrCase.Subject;
import org.ketamineregistry.profiles.Canonical;

/** D, the patient: age, weight, sex, history, earlier drugs, death. */
final class SubjectFromRecords {
  /** Prior treatments that are no drugs, and so no part of D.8. */
  static final Set<String> NO_DRUGS =
      Set.of(
          "psychotherapy",
          "electroconvulsive-therapy",
          "transcranial-magnetic-stimulation",
          "vagus-nerve-stimulation",
          "other");

  private static final String BODY_WEIGHT = "29463-7";

  private final Lexicon lexicon;
  private final MeddraTerms terms;
  private final EventRecords records;
  private final Reaction reaction;

  SubjectFromRecords(Lexicon lexicon, MeddraTerms terms, EventRecords records, Reaction reaction) {
    this.lexicon = lexicon;
    this.terms = terms;
    this.records = records;
    this.reaction = reaction;
  }

  Subject subject(Sending sending, boolean takesOthers) {
    Patient patient = records.patient().orElseGet(Patient::new);
    String start = reaction.start();
    String born = Elements.date(patient.getBirthDateElement());
    return new Subject(
        sending.pseudonym() ? pseudonym(patient) : null,
        start == null || born == null ? null : E2bDate.year(start) - E2bDate.year(born),
        start == null
            ? null
            : records
                .latest(BODY_WEIGHT, start)
                .map(one -> Elements.number(one.getValueQuantity().getValue()))
                .orElse(null),
        patient.hasGender()
            ? switch (patient.getGender()) {
              case MALE -> Integer.valueOf(1);
              case FEMALE -> Integer.valueOf(2);
              default -> null;
            }
            : null,
        records
            .conditions()
            .map(this::episode)
            .sorted(Comparator.comparing(Episode::toString))
            .toList(),
        takesOthers,
        earlierDrugs(),
        death(patient));
  }

  private static @Nullable String pseudonym(Patient patient) {
    return patient.getIdentifier().stream()
        .filter(one -> Canonical.CLINIC_PSEUDONYM.equals(one.getSystem()))
        .map(Identifier::getValue)
        .findFirst()
        .orElse(null);
  }

  private Episode episode(Condition condition) {
    Coding coding =
        condition.getCode().getCoding().stream()
            .filter(one -> lexicon.has("comorbidity-vs", one))
            .findFirst()
            .orElseGet(condition.getCode()::getCodingFirstRep);
    return new Episode(
        terms.named(coding, lexicon),
        Elements.date(condition.getOnset()),
        Elements.date(condition.getAbatement()));
  }

  private List<String> earlierDrugs() {
    return records.course().stream()
        .flatMap(course -> Elements.extensions(course, "prior-treatment"))
        .map(CodeableConcept.class::cast)
        .map(CodeableConcept::getCodingFirstRep)
        .filter(treatment -> !NO_DRUGS.contains(treatment.getCode()))
        .map(lexicon::words)
        .distinct()
        .sorted()
        .toList();
  }

  private @Nullable Death death(Patient patient) {
    boolean dead =
        patient.getDeceased() instanceof BaseDateTimeType
            || (patient.getDeceased() instanceof BooleanType yes && yes.booleanValue());
    boolean fatal = CaseFromRecords.OUTCOMES.get(reaction.outcome()).equals("fatal");
    return dead || fatal
        ? new Death(Elements.date(patient.getDeceased()), fatal ? reaction.name() : null)
        : null;
  }
}
