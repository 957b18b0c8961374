package org.ketamineregistry.privacy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When cuts are made. Which cut is the latest is arithmetic on the calendar: it depends on the
 * moment alone, so that a restart, a late job or a second server see the same.
 *
 * @param day of the week
 * @param time of the day; where clocks skip it, the moment after the gap
 * @param zone in which day and time are meant
 * @param everyWeeks 1 to 13: every week, every second week, and so on, counted from Monday 5
 *     January 1970
 * @param settledAfterWeeks 1 to 104: so many weeks after its end a period is settled. A figure of a
 *     settled period is drawn from the first cut of each quarter only, so that it cannot be redrawn
 *     every week by somebody who adds or withdraws a patient for that purpose
 */
public record CutSchedule(
    DayOfWeek day, LocalTime time, ZoneId zone, int everyWeeks, int settledAfterWeeks) {
  private static final LocalDate FIRST_WEEK = LocalDate.of(1970, 1, 5);

  public CutSchedule {
    if (everyWeeks < 1 || everyWeeks > 13) {
      throw new IllegalArgumentException("Cuts are made every 1 to 13 weeks.");
    }
    if (settledAfterWeeks < 1 || settledAfterWeeks > 104) {
      throw new IllegalArgumentException("A period is settled after 1 to 104 weeks.");
    }
  }

  /**
   * Weekly, on Monday at 02:00 UTC. A period is settled after four weeks, when what is due within a
   * week has come.
   */
  public static CutSchedule weekly() {
    return new CutSchedule(DayOfWeek.MONDAY, LocalTime.of(2, 0), ZoneId.of("UTC"), 1, 4);
  }

  /** The last cut at or before a moment. */
  public Cut latest(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate candidate = today.with(TemporalAdjusters.previousOrSame(day));
    candidate = candidate.minusWeeks(weeksPast(candidate));
    Cut cut = on(candidate);
    return cut.moment().isAfter(now) ? on(candidate.minusWeeks(everyWeeks)) : cut;
  }

  /**
   * The cut over which a figure of a period is computed: the latest until the period is settled,
   * and from then on the last one before that, and the first one of each quarter.
   */
  public Cut latestFor(ReportingPeriod period, Instant now) {
    Cut latest = latest(now);
    Instant settled = period.closedFrom().plus(7L * settledAfterWeeks, ChronoUnit.DAYS);
    if (latest.moment().isBefore(settled)
        || latest(settled).moment().isBefore(period.closedFrom())) {
      return latest;
    }
    Cut slow = firstOfQuarter(latest.id());
    Cut first = latest(settled);
    return slow.moment().isBefore(first.moment()) ? first : slow;
  }

  /**
   * The next cut by which a figure of a period can change.
   *
   * @param now the moment of asking
   */
  public Cut nextFor(ReportingPeriod period, Instant now) {
    Cut current = latestFor(period, now);
    Cut next = latest(now);
    do {
      next = on(next.id().plusWeeks(everyWeeks));
    } while (latestFor(period, next.moment()).equals(current));
    return next;
  }

  /**
   * Every cut that some figure can be asked over, the latest last: that one, and those of settled
   * periods. All others are of no use any more.
   */
  public SortedSet<Cut> kept(Instant now) {
    Cut latest = latest(now);
    SortedSet<Cut> kept = new TreeSet<>(Comparator.comparing(Cut::id));
    kept.add(latest);
    // Older periods are all answered over the first cut of the quarter.
    LocalDate oldest = latest.id().minusWeeks(settledAfterWeeks).minusYears(1);
    for (LocalDate day = oldest; !day.isAfter(latest.id()); day = day.plusMonths(3)) {
      keep(kept, ReportingPeriod.quarterOf(day), now);
      keep(kept, ReportingPeriod.yearOf(day), now);
    }
    return kept;
  }

  private void keep(SortedSet<Cut> kept, ReportingPeriod period, Instant now) {
    Cut cut = latestFor(period, now);
    if (!period.closedFrom().isAfter(cut.moment())) {
      kept.add(cut);
    }
  }

  private Cut firstOfQuarter(LocalDate cut) {
    LocalDate start = ReportingPeriod.quarterOf(cut).start();
    LocalDate first = start.with(TemporalAdjusters.nextOrSame(day));
    long past = weeksPast(first);
    return on(past == 0 ? first : first.plusWeeks(everyWeeks - past));
  }

  private long weeksPast(LocalDate date) {
    return Math.floorMod(ChronoUnit.DAYS.between(FIRST_WEEK, date) / 7, (long) everyWeeks);
  }

  private Cut on(LocalDate date) {
    return new Cut(date, ZonedDateTime.of(date, time, zone).toInstant());
  }
}
