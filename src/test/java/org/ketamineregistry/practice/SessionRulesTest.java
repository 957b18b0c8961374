package org.ketamineregistry.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.practice.Story.SPRAY;
import static org.ketamineregistry.practice.Story.at;
import static org.ketamineregistry.practice.Story.day;
import static org.ketamineregistry.practice.Story.dose;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.practice.Fact.Event;
import org.ketamineregistry.practice.Fact.Seriousness;
import org.ketamineregistry.practice.Fact.Session;

/** What ended, and when the registry was told. */
class SessionRulesTest {
  private final Story story = new Story();

  private static Session session(@Nullable String end, boolean fitToLeave) {
    return new Session(
        day(10),
        "course",
        end == null ? null : at(end),
        end == null ? null : Examination.midnight(day(11)),
        fitToLeave);
  }

  @Nested
  class TheStay {
    @Test
    void isCountedFromTheLastDoseToTheEndOfTheSession() {
      story.rule(Rule.STAY_SHORT, new Limit.Shortest(Duration.ofHours(2)));
      story.say(dose("10T09:00", "f3", SPRAY, "28")).say(dose("10T09:05", "f3", SPRAY, "28"));
      assertThat(ending("10T11:05")).isEmpty();
      assertThat(ending("10T11:04")).containsExactly("stay-short f3");
    }

    @Test
    void isNotJudgedWhileItLastsNorWithoutADose() {
      story.rule(Rule.STAY_SHORT, new Limit.Shortest(Duration.ofHours(2)));
      assertThat(ending("10T09:01")).isEmpty();
      story.say(dose("10T09:00", "f3", SPRAY, "28"));
      assertThat(ending(null)).isEmpty();
      assertThat(ending("10T09:01")).containsExactly("stay-short f3");
    }

    @Test
    void saysWhenThePatientWasFitToLeave() {
      story.rule(Rule.FIT_TO_LEAVE_MISSING).say(dose("10T09:00", "f3", SPRAY, "28"));
      story.sayAs("f3", session("10T12:00", false), null);
      assertThat(story.findings()).containsExactly("fit-to-leave-missing f3");
      story.sayAs("f3", session(null, false), null);
      assertThat(story.findings()).isEmpty();
      story.sayAs("f3", session("10T12:00", true), null);
      assertThat(story.findings()).isEmpty();
    }

    private List<String> ending(@Nullable String end) {
      return story.sayAs("f3", session(end, true), null).findings();
    }
  }

  @Nested
  class TheReportOfASession {
    @Test
    void isInTimeUntilTheLastDayIsOver() {
      assertThat(told(at("17T23:59"))).isEmpty();
      assertThat(told(at("18T00:00"))).containsExactly("session-reported-late f1");
    }

    @Test
    void isNotJudgedWhereItIsNotKnownWhenItCame() {
      assertThat(told(null)).isEmpty();
    }

    @Test
    void ofASessionBeforeTheDutyBeganIsNotLate() {
      story.ruleFrom(day(11), Rule.SESSION_REPORTED_LATE, new Limit.Longest(7));
      story.say(session("10T12:00", true), at("30T09:00"));
      assertThat(story.findings()).isEmpty();
    }

    private List<String> told(@Nullable Instant toldAt) {
      story.rule(Rule.SESSION_REPORTED_LATE, new Limit.Longest(7)).forgetAll();
      return story.say(session("10T12:00", true), toldAt).findings();
    }
  }

  @Nested
  class TheReportOfAnEvent {
    @Test
    void hasADeadlineByItsClass() {
      assertThat(told(Seriousness.FATAL_OR_LIFE_THREATENING, "17T23:59")).isEmpty();
      assertThat(told(Seriousness.FATAL_OR_LIFE_THREATENING, "18T00:00"))
          .containsExactly("event-reported-late f1");
      assertThat(told(Seriousness.SERIOUS, "25T23:59")).isEmpty();
      assertThat(told(Seriousness.SERIOUS, "26T00:00")).containsExactly("event-reported-late f1");
    }

    @Test
    void hasNoneWhereTheJurisdictionSetsNone() {
      assertThat(told(Seriousness.NON_SERIOUS, "200T09:00")).isEmpty();
    }

    @Test
    void isJudgedByTheClassThatACorrectionGives() {
      told(Seriousness.SERIOUS, "20T09:00");
      story.sayAs("f1", event(Seriousness.FATAL_OR_LIFE_THREATENING), at("20T09:00"));
      assertThat(story.findings()).containsExactly("event-reported-late f1");
    }

    private List<String> told(Seriousness seriousness, String toldAt) {
      story
          .rule(
              Rule.EVENT_REPORTED_LATE,
              new Limit.Deadline(Seriousness.FATAL_OR_LIFE_THREATENING, 7),
              new Limit.Deadline(Seriousness.SERIOUS, 15))
          .forgetAll();
      return story.say(event(seriousness), at(toldAt)).findings();
    }

    private static Event event(Seriousness seriousness) {
      return new Event(seriousness, day(10), Examination.midnight(day(11)), false);
    }
  }
}
