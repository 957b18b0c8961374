package org.ketamineregistry.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** What a patient has and takes beside the depression, as asked in the consultation. */
final class HistoryRecords {
  private static final String BENZODIAZEPINE = "benzodiazepine";
  private static final String ACTIVE = "active";

  /** The share of patients who take a class of medicine. */
  static final Map<String, Double> TAKEN = new LinkedHashMap<>();

  /** The share of patients who have a condition, or had it. */
  static final Map<String, Double> HAD = new LinkedHashMap<>();

  /** Conditions that are more often past than present, by the status that they then have. */
  private static final Map<String, String> OFTEN_PAST =
      Map.of("substance-use-disorder", "remission", "psychosis", "resolved");

  static {
    TAKEN.put("ssri", 0.36);
    TAKEN.put("snri", 0.27);
    TAKEN.put("tricyclic-antidepressant", 0.07);
    TAKEN.put("monoamine-oxidase-inhibitor", 0.015);
    TAKEN.put("other-antidepressant", 0.22);
    TAKEN.put("lithium", 0.08);
    TAKEN.put("mood-stabiliser", 0.12);
    TAKEN.put("antipsychotic", 0.24);
    TAKEN.put(BENZODIAZEPINE, 0.22);
    TAKEN.put("other-hypnotic", 0.11);
    TAKEN.put("opioid", 0.05);
    TAKEN.put("psychostimulant", 0.07);
    TAKEN.put("antihypertensive", 0.15);
    TAKEN.put("thyroid-hormone", 0.08);
    HAD.put("anxiety-disorder", 0.4);
    HAD.put("post-traumatic-stress-disorder", 0.12);
    HAD.put("personality-disorder", 0.13);
    HAD.put("substance-use-disorder", 0.09);
    HAD.put("chronic-pain", 0.16);
    HAD.put("controlled-hypertension", 0.14);
    HAD.put("thyroid-disease", 0.08);
    HAD.put("diabetes", 0.06);
    HAD.put("cardiovascular-disease", 0.04);
    HAD.put("liver-disease", 0.02);
    HAD.put("cystitis", 0.02);
    HAD.put("uncontrolled-hypertension", 0.012);
    HAD.put("psychosis", 0.012);
    HAD.put("aneurysmal-disease", 0.003);
  }

  private HistoryRecords() {}

  static void addTo(
      SubmissionDraft draft,
      Enrolment enrolment,
      Reference patient,
      LocalDateTime asked,
      Dice dice) {
    TAKEN.forEach(
        (medicine, share) -> {
          Dice branch = dice.fork(medicine);
          boolean taken = branch.chance(share);
          if (taken || (medicine.equals(BENZODIAZEPINE) && branch.chance(0.5))) {
            addMedicine(draft, enrolment, patient, asked, medicine, taken, branch);
          }
        });
    HAD.forEach(
        (condition, share) -> {
          Dice branch = dice.fork(condition);
          if (branch.chance(share)) {
            addCondition(draft, enrolment, patient, asked.toLocalDate(), condition, branch);
          }
        });
  }

  private static void addMedicine(
      SubmissionDraft draft,
      Enrolment enrolment,
      Reference patient,
      LocalDateTime asked,
      String medicine,
      boolean taken,
      Dice dice) {
    MedicationStatement statement = new MedicationStatement();
    Identifier identifier = draft.identifier("medication", enrolment.key() + "-" + medicine);
    statement.addIdentifier(identifier);
    statement.setStatus(
        taken ? MedicationStatementStatus.ACTIVE : MedicationStatementStatus.NOTTAKEN);
    statement.setMedication(Vocabulary.own("medication-class-cs", medicine));
    statement.setSubject(patient);
    if (taken) {
      String since = asked.minusMonths(dice.between(1, 60)).toLocalDate().toString();
      statement.setEffective(
          new Period().setStartElement(new DateTimeType(since.substring(0, "2026-06".length()))));
    }
    statement.setDateAssertedElement(new DateTimeType(draft.clinic().moment(asked)));
    draft.update(statement, identifier);
  }

  private static void addCondition(
      SubmissionDraft draft,
      Enrolment enrolment,
      Reference patient,
      LocalDate recorded,
      String kind,
      Dice dice) {
    String past = OFTEN_PAST.getOrDefault(kind, ACTIVE);
    boolean over = !past.equals(ACTIVE) && dice.chance(0.8);
    int onset = recorded.getYear() - dice.between(over ? 6 : 1, 15);
    Condition condition = new Condition();
    Identifier identifier = draft.identifier("condition", enrolment.key() + "-" + kind);
    condition.addIdentifier(identifier);
    condition.setClinicalStatus(
        Vocabulary.concept(Vocabulary.TERMINOLOGY + "condition-clinical", over ? past : ACTIVE));
    condition.setVerificationStatus(
        Vocabulary.concept(
            Vocabulary.TERMINOLOGY + "condition-ver-status",
            dice.chance(0.95) ? "confirmed" : "provisional"));
    condition.setCode(Vocabulary.own("comorbidity-cs", kind));
    condition.setSubject(patient);
    condition.setOnset(new DateTimeType(Integer.toString(onset)));
    if (over) {
      condition.setAbatement(new DateTimeType(Integer.toString(onset + dice.between(1, 4))));
    }
    condition.setRecordedDateElement(new DateTimeType(recorded.toString()));
    draft.update(condition, identifier);
  }
}
