package org.ketamineregistry.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;

/** Why somebody is treated, what was tried before and who pays. */
record Course(
    LocalDate start,
    String indication,
    int failedTreatments,
    List<String> priorTreatments,
    String funding,
    boolean incentive) {

  private static final String RESISTANT = "treatment-resistant-depression";
  private static final Odds<String> INDICATIONS =
      Odds.of(RESISTANT, 70)
          .or("bipolar-depression", 10)
          .or("depression-with-suicidal-ideation", 9)
          .or("other-depression", 5)
          .or("ptsd", 3)
          .or("anxiety-disorder", 2)
          .or("other", 1);
  private static final Odds<String> FUNDING =
      Odds.of("public", 34)
          .or("self-pay", 38)
          .or("private-insurance", 20)
          .or("trial", 6)
          .or("other", 2);

  /** What had been tried, as shares of patients with the usual number of failed treatments. */
  private static final Map<String, Double> TRIED = new LinkedHashMap<>();

  static {
    TRIED.put("ssri", 0.85);
    TRIED.put("snri", 0.6);
    TRIED.put("tricyclic-antidepressant", 0.2);
    TRIED.put("other-antidepressant", 0.35);
    TRIED.put("lithium-augmentation", 0.16);
    TRIED.put("antipsychotic-augmentation", 0.28);
    TRIED.put("psychotherapy", 0.6);
    TRIED.put("electroconvulsive-therapy", 0.1);
    TRIED.put("transcranial-magnetic-stimulation", 0.12);
    TRIED.put("earlier-ketamine", 0.05);
  }

  static Course draw(LocalDate start, Dice dice) {
    String indication = INDICATIONS.draw(dice);
    int failed = dice.normal(3.6, 1.8, RESISTANT.equals(indication) ? 2 : 0, 12);
    String funding = FUNDING.draw(dice);
    boolean incentive = "self-pay".equals(funding) && dice.chance(0.1);
    return new Course(start, indication, failed, priorTreatments(failed, dice), funding, incentive);
  }

  /**
   * Why and when a course ended.
   *
   * @param reason a code of the guide's reasons for the end of a course
   */
  record End(LocalDate day, String reason) {}

  /**
   * Adds the course to a submission.
   *
   * @param end its end, or null while it goes on
   */
  Reference addTo(
      SubmissionDraft draft, Enrolment enrolment, Reference patient, @Nullable End end) {
    EpisodeOfCare course = new EpisodeOfCare();
    course.addExtension(
        Vocabulary.extension("indication", Vocabulary.own("treatment-indication-cs", indication)));
    course.addExtension(
        Vocabulary.extension("failed-treatments", new UnsignedIntType(failedTreatments)));
    for (String prior : priorTreatments) {
      course.addExtension(
          Vocabulary.extension("prior-treatment", Vocabulary.own("prior-treatment-cs", prior)));
    }
    course.addExtension(Vocabulary.extension("funding", new CodeType(funding)));
    course.addExtension(Vocabulary.extension("incentive-offered", new BooleanType(incentive)));
    if (end != null) {
      course.addExtension(
          Vocabulary.extension(
              "course-end-reason", Vocabulary.own("course-end-reason-cs", end.reason())));
    }
    course.addIdentifier(enrolment.courseIdentifier());
    course.setStatus(end == null ? EpisodeOfCareStatus.ACTIVE : EpisodeOfCareStatus.FINISHED);
    course.addType(Vocabulary.concept(Vocabulary.RECORD_KIND, "ketamine-treatment-course"));
    course.setPatient(patient);
    course.setManagingOrganization(new Reference(enrolment.clinic().url()));
    course.setPeriod(period(end));
    return draft.update(course, enrolment.courseIdentifier());
  }

  private Period period(@Nullable End end) {
    Period period = new Period().setStartElement(new DateTimeType(start.toString()));
    return end == null ? period : period.setEndElement(new DateTimeType(end.day().toString()));
  }

  private static List<String> priorTreatments(int failed, Dice dice) {
    List<String> treatments = new ArrayList<>();
    TRIED.forEach(
        (treatment, share) -> {
          if (dice.chance(Math.min(0.95, share * failed / 3.6))) {
            treatments.add(treatment);
          }
        });
    return treatments;
  }
}
