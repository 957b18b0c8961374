package org.ketamineregistry.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates leave the clinic as its policy says (R10, R18, R21). */
class DatePolicyTest {
  private static final DatePolicy HALF_A_YEAR = new DatePolicy(26, DatePolicy.Deaths.DAY);
  private static final List<String> ZONES =
      List.of("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");

  @Nested
  class AMove {
    /** Random times of random patients in zones with and without changes of clocks. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsEveryIntervalAndNeverMovesIntoTheFuture(long seed) {
      var random = new Random(seed);
      for (int i = 0; i < 2_000; i++) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Move move = move("patient-" + random.nextInt(50), zone);
        LocalDateTime one = anyTime(random);
        LocalDateTime other = one.plusSeconds(random.nextInt(100 * 24 * 3600));

        LocalDateTime movedOne = onTheWall(move, one, zone);
        LocalDateTime movedOther = onTheWall(move, other, zone);

        assertThat(Duration.between(movedOne, movedOther)).isEqualTo(Duration.between(one, other));
        assertThat(movedOne).isBefore(one);
        assertThat(movedOne.getDayOfWeek()).isEqualTo(one.getDayOfWeek());
        assertThat(ChronoUnit.WEEKS.between(movedOne, one)).isBetween(1L, 26L);
        assertThat(move.moved(one.toLocalDate().toString()))
            .as("a day goes with the times of that day")
            .isEqualTo(movedOne.toLocalDate().toString());
      }
    }

    private LocalDateTime onTheWall(Move move, LocalDateTime time, ZoneId zone) {
      // What the clocks went over is no time; the source's own reading refuses it before.
      LocalDateTime real = time.atZone(zone).toLocalDateTime();
      OffsetDateTime moved =
          OffsetDateTime.parse(move.moved(real.atZone(zone).toOffsetDateTime().toString()));
      return moved.toLocalDateTime().plus(Duration.between(real, time));
    }

    @Test
    void isTheSameInEveryRunAndAnotherByAnotherKey() {
      ZoneId zone = ZoneId.of("Europe/London");
      int same = 0;
      Set<Integer> all = new HashSet<>();
      var others =
          Pseudonyms.under("another key of thirty-two bytes or".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 1_000; i++) {
        Move move = move("patient-" + i, zone);
        assertThat(move("patient-" + i, zone)).isEqualTo(move);
        same += Move.of("patient-" + i, HALF_A_YEAR, others, zone).weeks() == move.weeks() ? 1 : 0;
        all.add(move.weeks());
      }
      assertThat(all).as("every week is drawn").hasSize(26).doesNotContain(0);
      assertThat(same).as("one in 26 by chance").isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({
      // Three weeks back over the change of clocks in March: nine in the morning stays nine.
      "2026-04-13T09:00:00+01:00, 2026-03-23T09:00:00Z",
      "2026-04-13T09:00:00+02:00, 2026-03-23T08:00:00Z",
      "2026-11-02T09:00:00Z,      2026-10-12T09:00:00+01:00",
      "2026-03-02,                2026-02-09",
      // 01:30 is an hour that the clocks went over on 29 March.
      "2026-04-19T01:30:00+01:00, 2026-03-29T01:30:00Z",
    })
    void keepsTheTimeOnTheWallAndHasTheOffsetOfItsDay(String time, String moved) {
      assertThat(new Move(3, ZoneId.of("Europe/London")).moved(time)).isEqualTo(moved);
    }
  }

  @Nested
  class ATransaction {
    @Test
    void movesAllDatesOfAPatientAlikeAndNoOther() {
      JsonNode exact = bundle(DatePolicy.EXACT);
      JsonNode moved = bundle(HALF_A_YEAR);

      List<String> before = dates(exact);
      List<String> after = dates(moved);
      assertThat(before).hasSizeGreaterThan(8).hasSameSizeAs(after);
      Set<Long> days = new HashSet<>();
      for (int i = 0; i < before.size(); i++) {
        days.add(ChronoUnit.DAYS.between(day(after.get(i)), day(before.get(i))));
      }
      assertThat(days).hasSize(1).allMatch(number -> number >= 7 && number % 7 == 0);
      assertThat(moved.toString()).contains("\"birthDate\":\"1979\"");
      assertThat(day(before.get(3)).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void keepsItsIdentifiers() {
      assertThat(bundle(HALF_A_YEAR).at("/entry/0/request"))
          .isEqualTo(bundle(DatePolicy.EXACT).at("/entry/0/request"));
    }

    @Test
    void ofTwoPatientsMovesEachByItsOwn() {
      Draft draft = draft(HALF_A_YEAR);
      for (int i = 0; i < 20; i++) {
        session(draft, "patient " + i, "2026-03-02T09:00");
      }
      assertThat(Set.copyOf(dates(draft.bundle()))).hasSizeGreaterThan(5);
    }

    @Test
    void refusesAMonthThatCannotBeMoved() {
      Draft draft = draft(HALF_A_YEAR);
      course(draft, "2026-03");
      assertThat(draft.faults())
          .extracting(Fault::code, Fault::origin)
          .containsExactly(tuple("value-invalid", "started"));
      Draft exact = draft(DatePolicy.EXACT);
      course(exact, "2026-03");
      assertThat(exact.faults()).isEmpty();
    }

    @Test
    void refusesACourseThatIsJudgedByTodaysDate() {
      Draft draft = draft(HALF_A_YEAR);
      course(draft, "2026-03-02", "active");
      assertThat(draft.faults())
          .extracting(Fault::code, Fault::origin)
          .containsExactly(tuple("value-invalid", "status"));
    }

    @Test
    void refusesWhatAnAuthorityHasADeadlineFor() {
      Draft draft = draft(HALF_A_YEAR);
      draft.add(
          "adverse-event",
          given("e"),
          all(
              "patient",
              "p",
              "administration",
              "a",
              "effect",
              "nausea",
              "began",
              "2026-03-02",
              "recorded",
              "2026-03-02",
              "seriousness",
              "non-serious",
              "outcome",
              "resolved"));
      assertThat(draft.faults()).extracting(Fault::code).containsExactly("type-not-accepted");
    }

    @ParameterizedTest
    @CsvSource({"withdrawn, 2026-06-01", "national-registry, deny", "status, inactive"})
    void refusesAWithdrawalWhichCountsFromItsTrueDate(String field, String text) {
      Draft draft = draft(HALF_A_YEAR);
      draft.add(
          "sharing-consent",
          given("c"),
          all("patient", "p", "decided", "2026-02-01", "capacity", "has-capacity", field, text));
      assertThat(draft.faults())
          .extracting(Fault::code, Fault::origin)
          .containsExactly(tuple("value-invalid", field));
    }
  }

  @ParameterizedTest
  @CsvSource({"DAY, 2026-11-01", "MONTH, 2026-11", "YEAR, 2026"})
  void theDateOfADeathLeavesAsFarAsThePolicySays(DatePolicy.Deaths deaths, String leaves) {
    Draft draft = draft(new DatePolicy(0, deaths));
    draft.add(
        "patient", given("p"), all("sex", "male", "born", "1950-04-01", "died", "2026-11-01"));
    assertThat(draft.bundle().at("/entry/0/resource/deceasedDateTime").asText()).isEqualTo(leaves);
    assertThat(org.ketamineregistry.validate.Desk.problems(draft.bundle().toString())).isEmpty();
  }

  @Nested
  class ADeclaration {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{policy: shift, within-weeks: 26}                | ",
          "{policy: exact, deaths: month}                   | ",
          "{policy: shift}                                  | dates.within-weeks: is missing",
          "{policy: shift, within-weeks: 2}                 | dates.within-weeks: has to be a number",
          "{policy: shift, within-weeks: 60}                | dates.within-weeks: has to be a number",
          "{policy: exact, within-weeks: 26}                | dates.within-weeks: goes with",
          "{policy: jitter}                                 | dates.policy: has to be one of: exact, shift",
          "{policy: exact, deaths: decade}                  | dates.deaths: has to be one of: day, month, year",
          "{policy: exact, days: 3}                         | dates.days: is not known here",
          "shift                                            | dates: has to be a map",
        })
    void isReadStrictly(String dates, String mistake) throws Exception {
      Part root = Declaration.read("dates: " + dates);
      ClinicReader.dates(root);
      if (mistake == null) {
        assertThat(root.mistakes()).isEmpty();
      } else {
        assertThat(root.mistakes()).anyMatch(one -> one.startsWith(mistake));
      }
    }

    @Test
    void thatSaysNothingLeavesDatesAsTheyAre() throws Exception {
      assertThat(ClinicReader.dates(Declaration.read("a: b"))).isEqualTo(DatePolicy.EXACT);
    }
  }

  private static Move move(String patient, ZoneId zone) {
    return Move.of(patient, HALF_A_YEAR, Clinics.pseudonyms(), zone);
  }

  private static LocalDateTime anyTime(Random random) {
    return LocalDateTime.of(2019, 1, 1, 0, 0)
        .plusSeconds(random.nextInt(7 * 365) * 86_400L + random.nextInt(86_400));
  }

  private static Draft draft(DatePolicy policy) {
    Site site = Clinics.riverside();
    return new Draft(
        new Site(site.clinic(), site.namespace(), site.zone(), site.pseudonyms(), policy),
        GuideTemplates.read());
  }

  private static JsonNode bundle(DatePolicy policy) {
    Draft draft = draft(policy);
    draft.add(
        "patient", given("p"), all("sex", "female", "born", "1979-02-14", "died", "2026-11-02"));
    course(draft, "2026-03-02");
    session(draft, "p", "2026-03-30T09:00");
    draft.add(
        "administration",
        given("a"),
        all(
            "patient",
            "p",
            "session",
            "s",
            "observed",
            "true",
            "substance",
            "esketamine",
            "route",
            "nasal-route",
            "dose",
            "56",
            "started",
            "2026-03-30T09:20",
            "ended",
            "2026-03-30T09:25"));
    draft.add(
        "sharing-consent",
        given("c"),
        all(
            "patient",
            "p",
            "decided",
            "2026-02-01T10:00",
            "capacity",
            "has-capacity",
            "capacity-assessed",
            "2026-02-01",
            "national-registry",
            "permit"));
    assertThat(draft.faults()).isEmpty();
    return draft.bundle();
  }

  private static void course(Draft draft, String started) {
    course(draft, started, "finished");
  }

  private static void course(Draft draft, String started, String status) {
    draft.add(
        "course",
        given("c"),
        all(
            "patient",
            "p",
            "started",
            started,
            "status",
            status,
            "indication",
            "treatment-resistant-depression",
            "failed-treatments",
            "2"));
  }

  private static void session(Draft draft, String patient, String started) {
    draft.add(
        "session",
        given("session of " + patient),
        all(
            "patient",
            patient,
            "course",
            "c",
            "started",
            started,
            "ended",
            started.replace("T09", "T11")));
  }

  private static Map<String, Given> all(String... pairs) {
    Map<String, Given> all = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], new Given(pairs[i + 1], pairs[i]));
    }
    return all;
  }

  private static Given given(String text) {
    return new Given(text, "key");
  }

  /** All days and times of a transaction, in its order. */
  private static List<String> dates(JsonNode node) {
    var dates = new ArrayList<String>();
    if (node.isTextual() && node.textValue().matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      dates.add(node.textValue());
    }
    node.forEach(child -> dates.addAll(dates(child)));
    return dates;
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text.substring(0, 10));
  }
}
