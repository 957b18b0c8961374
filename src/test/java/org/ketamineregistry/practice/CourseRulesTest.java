package org.ketamineregistry.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.practice.Story.COURSE;
import static org.ketamineregistry.practice.Story.assessed;
import static org.ketamineregistry.practice.Story.at;
import static org.ketamineregistry.practice.Story.course;
import static org.ketamineregistry.practice.Story.day;
import static org.ketamineregistry.practice.Story.dose;
import static org.ketamineregistry.practice.Story.review;
import static org.ketamineregistry.practice.Story.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.practice.Fact.Course;
import org.ketamineregistry.practice.Fact.Event;
import org.ketamineregistry.practice.Fact.PrescriberReview;
import org.ketamineregistry.practice.Fact.Seriousness;

/** What a course asks for while it goes on and after it, found though nothing new arrives. */
class CourseRulesTest {
  private final Story story = new Story();

  @Nested
  class TheReview {
    private TheReview() {
      story.rule(Rule.REVIEW_OVERDUE, new Limit.Longest(28)).say(course(1));
    }

    @Test
    void isOverdueOnceItsLastDayIsOver() {
      assertThat(story.now("29T23:59").findings()).isEmpty();
      assertThat(story.evaluation().until()).isEqualTo(at("30T00:00"));
      assertThat(story.now("30T00:00").findings()).containsExactly("review-overdue f1");
      assertThat(story.foundAt()).isEqualTo(at("30T00:00"));
      assertThat(story.evaluation().until()).isNull();
    }

    @Test
    void isFoundAsTheSameHoweverLateItIsLookedAt() {
      Finding first = story.now("30T00:00").evaluation().findings().get(0);
      assertThat(story.now("300T00:00").evaluation().findings()).containsExactly(first);
    }

    @Test
    void isDueAgainAfterEachReview() {
      story.say(review(20)).say(review(10));
      assertThat(story.now("48T12:00").findings()).isEmpty();
      assertThat(story.now("49T00:00").findings()).containsExactly("review-overdue f1");
    }

    @Test
    void isTakenBackWhenItIsReportedLateOrDoneLate() {
      assertThat(story.now("40T00:00").findings()).containsExactly("review-overdue f1");
      assertThat(story.say(review(25)).findings()).isEmpty();
      story.forget("f2");
      assertThat(story.say(review(39)).findings()).isEmpty();
    }

    @Test
    void isOverdueAgainWhenTheReviewWasAMistake() {
      story.now("40T00:00").say(review(25));
      assertThat(story.forget("f2").findings()).containsExactly("review-overdue f1");
    }

    @Test
    void ofAnotherCourseDoesNotCount() {
      story.now("40T00:00").say(new PrescriberReview(day(25), List.of("another")));
      assertThat(story.findings()).containsExactly("review-overdue f1");
    }

    @Test
    void isDueInNoCourseThatIsOver() {
      story.now("40T00:00").sayAs(COURSE, new Course(day(1), false), null);
      assertThat(story.findings()).isEmpty();
      assertThat(story.evaluation().until()).isNull();
    }

    @Test
    void isDueToNobodyWhoHasDied() {
      story.now("40T00:00").say(new Fact.Death());
      assertThat(story.findings()).isEmpty();
      story.forget("f2");
      var fatal =
          new Event(
              Seriousness.FATAL_OR_LIFE_THREATENING, day(20), Examination.midnight(day(21)), true);
      assertThat(story.say(fatal).findings()).isEmpty();
    }

    @Test
    void isDueToNobodyOfWhomTheRegistryMayHoldNoMore() {
      assertThat(story.now("40T00:00").closed().findings()).isEmpty();
      assertThat(story.now("10T00:00").evaluation().until()).isNull();
    }

    @Test
    void isDueInNoCourseThatBeganBeforeTheRuleApplies() {
      story.ruleFrom(day(2), Rule.REVIEW_OVERDUE, new Limit.Longest(28)).now("40T00:00");
      assertThat(story.findings()).isEmpty();
      assertThat(story.evaluation().until()).isNull();
    }
  }

  @Test
  void aJurisdictionWithoutTheRuleNeverLooksAgain() {
    assertThat(story.say(course(1)).evaluation()).isEqualTo(new Evaluation(List.of(), null));
  }

  @Nested
  class TheLength {
    private TheLength() {
      story.rule(Rule.COURSE_LONG, new Limit.Longest(60)).say(course(1));
      given("05T09:00");
    }

    private Story given(String when) {
      return story.session(when).say(dose(when));
    }

    @Test
    void isThatFromTheFirstDoseToTheLast() {
      assertThat(given("65T23:00").findings()).isEmpty();
      assertThat(given("66T00:00").findings()).containsExactly("course-long f1");
      assertThat(given("90T09:00").findings()).containsExactly("course-long f1");
      assertThat(story.foundAt()).isEqualTo(at("66T00:00"));
    }

    @Test
    void isTakenBackWhenTheLateDoseWasAMistake() {
      assertThat(given("66T00:00").findings()).containsExactly("course-long f1");
      assertThat(story.forget("f5").findings()).isEmpty();
    }
  }

  @Nested
  class TheFollowUp {
    private static final String BLADDER = "i|icsi";
    private static final String MOOD = "i|madrs";

    private TheFollowUp() {
      story
          .rule(
              Rule.FOLLOW_UP_MISSING,
              new Limit.FollowUp(180, 30, List.of(MOOD, "i|phq-9")),
              new Limit.FollowUp(365, 30, List.of(BLADDER)))
          .say(course(1));
      story.session("01T09:00").say(dose("01T09:00")).session("10T09:00").say(dose("10T09:00"));
    }

    @Test
    void isMissingOnceItsWindowIsOver() {
      assertThat(story.now("220T23:59").findings()).isEmpty();
      assertThat(story.evaluation().until()).isEqualTo(at("221T00:00"));
      assertThat(story.now("221T00:00").findings()).containsExactly("follow-up-missing f1");
      assertThat(story.foundAt()).isEqualTo(at("221T00:00"));
      assertThat(story.evaluation().until()).isEqualTo(at("406T00:00"));
    }

    @Test
    void isOneFindingWhateverIsMissing() {
      assertThat(story.now("406T00:00").evaluation().findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.at()).isEqualTo(at("221T00:00"));
                assertThat(finding.detail())
                    .isEqualTo("madrs or phq-9 after 180 d, icsi after 365 d");
              });
    }

    @Test
    void isDoneFromTheFirstToTheLastDayOfItsWindow() {
      assertThat(done("160T09:00")).isEmpty();
      assertThat(done("220T09:00")).isEmpty();
      assertThat(done("159T09:00")).containsExactly("follow-up-missing f1");
      assertThat(done("221T09:00")).containsExactly("follow-up-missing f1");
    }

    private List<String> done(String when) {
      return story.now("230T00:00").sayAs("a", assessed(when, MOOD), null).findings();
    }

    @Test
    void isDoneByAnyOfTheAssessmentsThatCount() {
      story.now("230T00:00").say(assessed("190T09:00", "i|phq-9"));
      assertThat(story.findings()).isEmpty();
      story.sayAs("f6", assessed("190T09:00", BLADDER), null);
      assertThat(story.findings()).containsExactly("follow-up-missing f1");
    }

    @Test
    void isNotMissedByWhoeverIsTreatedAgain() {
      story.sayAs("c2", course(200), null).session("220T09:00", "c2").say(dose("220T09:00"));
      assertThat(story.now("300T00:00").findings()).isEmpty();
      assertThat(story.evaluation().until()).isEqualTo(at("431T00:00"));
    }

    @Test
    void thatWasMissedBeforeTheNextTreatmentStaysMissed() {
      story.sayAs("c2", course(200), null).session("221T09:00", "c2").say(dose("221T09:00"));
      assertThat(story.now("300T00:00").findings()).containsExactly("follow-up-missing f1");
    }

    @Test
    void isCountedFromADoseThatIsReportedLate() {
      assertThat(story.now("221T00:00").findings()).containsExactly("follow-up-missing f1");
      story.session("20T09:00").say(dose("20T09:00"));
      assertThat(story.findings()).isEmpty();
    }
  }

  @Nested
  class SuicidalityAfterAResponse {
    private static final String MADRS = "i|madrs";
    private static final String PHQ = "i|phq-9";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    private SuicidalityAfterAResponse() {
      story
          .rule(
              Rule.SUICIDALITY_FOLLOW_UP_OVERDUE,
              new Limit.Longest(7),
              new Limit.Response(MADRS, BigDecimal.valueOf(50)),
              new Limit.Response(PHQ, BigDecimal.valueOf(50)))
          .say(course(1))
          .session("10T09:00")
          .say(dose("10T09:00"))
          .now("60T00:00");
    }

    private static Fact suicidality(String when) {
      return assessed(when, "http://loinc.org|93374-7");
    }

    @Test
    void isOverdueOnceItsLastDayIsOver() {
      story.say(score("09T09:00", MADRS, 32, WEEK)).say(score("11T09:00", MADRS, 16, DAY));
      assertThat(story.now("18T23:59").findings()).isEmpty();
      assertThat(story.evaluation().until()).isEqualTo(at("19T00:00"));
      assertThat(story.now("19T00:00").findings())
          .containsExactly("suicidality-follow-up-overdue f5");
      assertThat(story.foundAt()).isEqualTo(at("19T00:00"));
    }

    @Test
    void isNotDueWithoutAResponse() {
      story.say(score("09T09:00", MADRS, 32, WEEK)).say(score("11T09:00", MADRS, 17, DAY));
      assertThat(story.findings()).isEmpty();
    }

    @Test
    void isDoneFromTheDayOfTheResponseOnAndWheneverItIs() {
      story.say(score("09T09:00", MADRS, 32, WEEK)).say(score("11T09:00", MADRS, 10, DAY));
      story.say(suicidality("10T23:00"));
      assertThat(story.findings()).containsExactly("suicidality-follow-up-overdue f5");
      assertThat(story.say(suicidality("11T08:00")).findings()).isEmpty();
      story.forget("f7");
      assertThat(story.say(suicidality("50T08:00")).findings()).isEmpty();
    }

    @Test
    void needsABaselineWithinSevenDaysBeforeTheFirstDose() {
      story.say(score("11T09:00", MADRS, 10, DAY)).say(score("02T23:00", MADRS, 32, WEEK));
      assertThat(story.findings()).isEmpty();
      assertThat(story.say(score("03T00:00", MADRS, 32, WEEK)).findings())
          .containsExactly("suicidality-follow-up-overdue f4");
      assertThat(story.say(score("10T09:00", MADRS, 19, WEEK)).findings()).isEmpty();
    }

    @Test
    void mixesNoInstruments() {
      story.say(score("09T09:00", MADRS, 32, WEEK)).say(score("25T09:00", PHQ, 4, DAY));
      assertThat(story.findings()).isEmpty();
    }

    @Test
    void takesNoScoreThatSpeaksOfTheTimeBeforeTreatment() {
      story.say(score("09T09:00", PHQ, 20, WEEK));
      assertThat(story.say(score("17T08:59", PHQ, 5, WEEK)).findings()).isEmpty();
      assertThat(story.say(score("17T09:00", PHQ, 5, WEEK)).findings())
          .containsExactly("suicidality-follow-up-overdue f6");
    }

    @Test
    void isDueOnceForOneResponseAndAgainAfterARelapse() {
      story.say(score("09T09:00", MADRS, 32, WEEK)).say(score("11T09:00", MADRS, 10, DAY));
      story.say(suicidality("12T09:00")).say(score("14T09:00", MADRS, 12, DAY));
      assertThat(story.findings()).isEmpty();
      story.say(score("20T09:00", MADRS, 30, DAY));
      assertThat(story.say(score("24T09:00", MADRS, 12, DAY)).findings())
          .containsExactly("suicidality-follow-up-overdue f9");
    }

    @Test
    void isOneFindingForACourseWhicheverInstrumentsSayIt() {
      story.say(score("09T09:00", MADRS, 32, WEEK)).say(score("09T09:10", PHQ, 20, WEEK));
      story.say(score("18T09:00", PHQ, 4, WEEK)).say(score("11T09:00", MADRS, 10, DAY));
      assertThat(story.findings()).containsExactly("suicidality-follow-up-overdue f7");
    }

    @Test
    void followsFromACorrectedScore() {
      story.say(score("09T09:00", MADRS, 32, WEEK)).say(score("11T09:00", MADRS, 10, DAY));
      assertThat(story.findings()).hasSize(1);
      story.sayAs("f5", score("11T09:00", MADRS, 30, DAY), null);
      assertThat(story.findings()).isEmpty();
    }

    @Test
    void belongsToACourseUntilTheNextBegins() {
      story.say(score("09T09:00", MADRS, 32, WEEK));
      story.sayAs("c2", course(30), null).session("40T09:00", "c2").say(dose("40T09:00"));
      assertThat(story.say(score("42T09:00", MADRS, 10, DAY)).findings()).isEmpty();
    }
  }
}
