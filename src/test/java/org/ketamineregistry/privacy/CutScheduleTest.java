package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cut is the latest. */
class CutScheduleTest {
  private static final CutSchedule WEEKLY = CutSchedule.weekly();
  private static final ReportingPeriod THIRD_QUARTER =
      ReportingPeriod.quarterOf(LocalDate.of(2026, 8, 1));

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T02:00:00Z, 2026-11-23",
    "2026-11-23T01:59:59Z, 2026-11-16",
    "2026-11-26T23:00:00Z, 2026-11-23",
    "2026-11-29T23:59:59Z, 2026-11-23",
    "2027-01-01T00:00:00Z, 2026-12-28"
  })
  void isTheLastOneAtOrBeforeTheMoment(String now, String id) {
    Cut cut = WEEKLY.latest(Instant.parse(now));
    assertThat(cut.id()).isEqualTo(id);
    assertThat(cut.moment()).isEqualTo(id + "T02:00:00Z");
  }

  @Test
  void isMadeInTheTimeOfItsPlace() {
    CutSchedule schedule =
        new CutSchedule(DayOfWeek.SUNDAY, LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"), 1, 13);
    // On 29 March 2026 there is no half past two in Berlin; the cut is made an hour later.
    assertThat(schedule.latest(Instant.parse("2026-03-29T01:29:59Z")).id()).isEqualTo("2026-03-22");
    assertThat(schedule.latest(Instant.parse("2026-03-29T01:30:00Z")).id()).isEqualTo("2026-03-29");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 13})
  void comesAsOftenAsTheScheduleSays(int weeks) {
    CutSchedule schedule =
        new CutSchedule(DayOfWeek.WEDNESDAY, LocalTime.NOON, ZoneId.of("UTC"), weeks, 13);
    Cut before = schedule.latest(Instant.parse("2024-01-01T00:00:00Z"));
    for (int day = 0; day < 1_000; day++) {
      Cut cut = schedule.latest(Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofDays(day)));
      if (!cut.equals(before)) {
        assertThat(Duration.between(before.moment(), cut.moment()))
            .isEqualTo(Duration.ofDays(7L * weeks));
        before = cut;
      }
    }
  }

  @Test
  void ofAPeriodThatEndedLatelyIsTheLatest() {
    assertThat(WEEKLY.latestFor(THIRD_QUARTER, Instant.parse("2026-10-20T00:00:00Z")).id())
        .isEqualTo("2026-10-19");
  }

  @Test
  void ofASettledPeriodIsTheLastBeforeThatAndThenTheFirstOfEachQuarter() {
    assertThat(WEEKLY.latestFor(THIRD_QUARTER, Instant.parse("2026-12-10T00:00:00Z")).id())
        .isEqualTo("2026-10-26");
    assertThat(WEEKLY.latestFor(THIRD_QUARTER, Instant.parse("2027-05-20T00:00:00Z")).id())
        .isEqualTo("2027-04-05");
    assertThat(WEEKLY.latestFor(THIRD_QUARTER, Instant.parse("2027-04-02T00:00:00Z")).id())
        .isEqualTo("2027-01-04");
  }

  @Test
  void neverGoesBack() {
    Cut before = WEEKLY.latestFor(THIRD_QUARTER, Instant.parse("2026-10-05T03:00:00Z"));
    for (int day = 0; day < 900; day++) {
      Instant now = Instant.parse("2026-10-05T03:00:00Z").plus(Duration.ofDays(day));
      Cut cut = WEEKLY.latestFor(THIRD_QUARTER, now);
      assertThat(cut.moment()).isBeforeOrEqualTo(now).isAfterOrEqualTo(before.moment());
      before = cut;
    }
  }

  /** This is how often somebody can have the noise of a cell drawn anew. */
  @Test
  void ofAPeriodThereAreFewInAYear() {
    Set<Cut> cuts = new HashSet<>();
    for (int day = 0; day < 364; day++) {
      Instant now = Instant.parse("2026-10-05T03:00:00Z").plus(Duration.ofDays(day));
      cuts.add(WEEKLY.latestFor(THIRD_QUARTER, now));
    }
    assertThat(cuts).hasSize(7);
  }

  @Test
  void theNextOneIsThatByWhichAFigureCanChange() {
    assertThat(WEEKLY.nextFor(THIRD_QUARTER, Instant.parse("2026-10-20T00:00:00Z")).id())
        .isEqualTo("2026-10-26");
    assertThat(WEEKLY.nextFor(THIRD_QUARTER, Instant.parse("2026-12-10T00:00:00Z")).id())
        .isEqualTo("2027-01-04");
  }

  /** Whatever period is asked about, its cut is there; and no more than a few are. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 26, 104})
  void isKeptForAsLongAsSomeFigureIsAskedOverIt(int settledAfterWeeks) {
    CutSchedule schedule =
        new CutSchedule(
            DayOfWeek.MONDAY, LocalTime.of(2, 0), ZoneId.of("UTC"), 1, settledAfterWeeks);
    for (int day = 0; day < 500; day++) {
      Instant now = Instant.parse("2026-10-05T03:00:00Z").plus(Duration.ofDays(day));
      SortedSet<Cut> kept = schedule.kept(now);
      assertThat(kept.last()).isEqualTo(schedule.latest(now));
      assertThat(kept).hasSizeLessThan(6);
      for (int year = 2018; year < 2029; year++) {
        for (ReportingPeriod period :
            Set.of(
                ReportingPeriod.yearOf(LocalDate.of(year, 5, 1)),
                ReportingPeriod.quarterOf(LocalDate.of(year, 2, 1)),
                ReportingPeriod.quarterOf(LocalDate.of(year, 5, 1)),
                ReportingPeriod.quarterOf(LocalDate.of(year, 8, 1)),
                ReportingPeriod.quarterOf(LocalDate.of(year, 11, 1)))) {
          if (!period.closedFrom().isAfter(schedule.latest(now).moment())) {
            assertThat(kept).contains(schedule.latestFor(period, now));
          }
        }
      }
    }
  }

  @Test
  void isRefusedOutOfRange() {
    for (int weeks : new int[] {0, 14}) {
      assertThatThrownBy(
              () -> new CutSchedule(DayOfWeek.MONDAY, LocalTime.NOON, ZoneId.of("UTC"), weeks, 13))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
