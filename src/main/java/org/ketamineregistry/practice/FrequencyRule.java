package org.ketamineregistry.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.TakeHome;

/**
 * How often ketamine is taken, at the clinic and at home together (R18, R23, R25). A dose given in
 * parts within a session counts once. A supply counts by its doses a day on each of its days; where
 * the next one is handed over before it is used up, both count, so that a supply that is used up
 * too fast is found by its early successor.
 */
final class FrequencyRule {
  /** Doses a day of a supply may be fractions that no binary number hits. */
  private static final double ROUNDING = 1e-6;

  private final Limit.Frequency limit;
  private final TreeMap<LocalDate, Double> perDay = new TreeMap<>();

  private FrequencyRule(Limit.Frequency limit) {
    this.limit = limit;
  }

  /** Doses that are taken from a day on, as a record says. */
  private record Taken(Known<?> by, Instant at, LocalDate from, int days, double aDay) {}

  static void judge(Examination examination) {
    examination
        .limits(Rule.DOSING_FREQUENCY_HIGH)
        .all(Limit.Frequency.class)
        .forEach(limit -> new FrequencyRule(limit).judgeBy(examination));
  }

  /** Of the records that exceed the limit together, the one with which it is exceeded is found. */
  private void judgeBy(Examination examination) {
    for (Taken taken : taken(examination)) {
      for (int day = 0; day < taken.days(); day++) {
        perDay.merge(taken.from().plusDays(day), taken.aDay(), Double::sum);
      }
      if (mostWith(taken) > limit.maximum() + ROUNDING) {
        examination.find(Rule.DOSING_FREQUENCY_HIGH, taken.from(), taken.by(), taken.at(), "");
      }
    }
  }

  private List<Taken> taken(Examination examination) {
    List<Taken> all = new ArrayList<>();
    Set<String> sessions = new HashSet<>();
    for (Known<Administration> dose : examination.doses()) {
      Administration fact = dose.fact();
      if (fact.product().equals(limit.product()) && sessions.add(fact.session())) {
        all.add(new Taken(dose, fact.start(), fact.day(), 1, 1));
      }
    }
    for (Known<TakeHome> supply : examination.file().known(TakeHome.class)) {
      TakeHome fact = supply.fact();
      if (fact.product().equals(limit.product()) && fact.dosesADay() != null) {
        int days = (int) Math.ceil(fact.days().doubleValue());
        all.add(
            new Taken(supply, fact.handedOver(), fact.day(), days, fact.dosesADay().doubleValue()));
      }
    }
    all.sort(Comparator.comparing(Taken::at).thenComparing(taken -> taken.by().id()));
    return all;
  }

  /** The largest number of doses in any period of the limit that holds a day of the record. */
  private double mostWith(Taken taken) {
    double most = 0;
    LocalDate last = taken.from().plusDays(taken.days() - 1L + limit.days() - 1L);
    for (LocalDate end = taken.from(); !end.isAfter(last); end = end.plusDays(1)) {
      Map<LocalDate, Double> period =
          perDay.subMap(end.minusDays(limit.days() - 1L), true, end, true);
      most = Math.max(most, period.values().stream().mapToDouble(Double::doubleValue).sum());
    }
    return most;
  }
}
