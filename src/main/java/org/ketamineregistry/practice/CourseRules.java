package org.ketamineregistry.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Course;
import org.ketamineregistry.practice.Fact.PrescriberReview;

/** Each course: that the prescriber reviews it while it goes on, and that it is short (R3, R18). */
final class CourseRules {
  private final Examination examination;
  private final List<PrescriberReview> reviews;
  private final Map<String, List<Known<Administration>>> doses;

  private CourseRules(Examination examination) {
    this.examination = examination;
    reviews = examination.file().known(PrescriberReview.class).stream().map(Known::fact).toList();
    doses = examination.dosesByCourse();
  }

  static void judge(Examination examination) {
    var rules = new CourseRules(examination);
    for (Known<Course> course : examination.courses()) {
      rules.review(course);
      rules.length(course);
    }
  }

  /**
   * The next review is due some days after the last one, the first after the course began. An
   * overdue one is found until it is done or the course is over; its history stays with the
   * finding.
   */
  private void review(Known<Course> course) {
    if (course.fact().active()) {
      examination
          .limits(Rule.REVIEW_OVERDUE)
          .one(Limit.Longest.class)
          .map(longest -> lastReview(course).plusDays(longest.days()))
          .ifPresent(
              due -> examination.due(Rule.REVIEW_OVERDUE, course.fact().start(), due, course, ""));
    }
  }

  private LocalDate lastReview(Known<Course> course) {
    return Stream.concat(
            Stream.of(course.fact().start()),
            reviews.stream()
                .filter(review -> review.courses().contains(course.id()))
                .map(PrescriberReview::day))
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /** From its first dose to each later one; found once, with the first that is too late. */
  private void length(Known<Course> course) {
    List<Known<Administration>> given = doses.getOrDefault(course.id(), List.of());
    examination
        .limits(Rule.COURSE_LONG)
        .one(Limit.Longest.class)
        .flatMap(
            longest ->
                given.stream()
                    .filter(
                        dose ->
                            dose.fact()
                                .day()
                                .isAfter(given.get(0).fact().day().plusDays(longest.days())))
                    .findFirst())
        .ifPresent(
            dose ->
                examination.find(
                    Rule.COURSE_LONG, course.fact().start(), course, dose.fact().start(), ""));
  }
}
