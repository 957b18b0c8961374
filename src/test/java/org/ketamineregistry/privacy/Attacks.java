package org.ketamineregistry.privacy;

import static org.ketamineregistry.privacy.CountingUnit.PATIENT;
import static org.ketamineregistry.privacy.CountingUnit.SESSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.ketamineregistry.privacy.Population.Role;

/**
 * Attacks on the answers of a registry. Unless it says something else, an attacker knows everything
 * of everybody but one bit of one patient, guesses it, and is right with chance one half if the
 * answers tell nothing. The same seed gives the same games.
 */
final class Attacks {
  private static final String TREATED = "Patient Treated in Period";
  private static final String UNDER_TREATMENT = "Patient under Treatment in Period";
  private static final String CRAVING = "Patient with Craving or Misuse in Period";
  private static final Role COUNT = Role.INITIAL_POPULATION;
  private static final int OTHERS = 60;
  private static final int GAMES = 400;

  private final Guard guard;
  private final Random random;

  Attacks(Guard guard, long seed) {
    this.guard = guard;
    this.random = new Random(seed);
  }

  /** How often a game is won. */
  private static double won(int games, BooleanSupplier game) {
    int won = 0;
    for (int i = 0; i < games; i++) {
      won += game.getAsBoolean() ? 1 : 0;
    }
    return won / (double) games;
  }

  private double ask(Town town, Ask ask, Role role) {
    return guard.average(town, ask, role, 1, random);
  }

  private double average(Town town, Ask ask, Role role) {
    return guard.average(town, ask, role, 300, random);
  }

  /** A town, known to the attacker but for its last patient, who is in it or not. */
  private Town town(boolean in, Map<String, String> bands) {
    return new Town(random.nextLong()).addPatients(TREATED, 0, OTHERS + (in ? 1 : 0), bands);
  }

  /** Asks the same question three hundred times, with restarts between, and averages. */
  double repetition() {
    return won(
        GAMES,
        () -> {
          boolean in = random.nextBoolean();
          Town town = town(in, Map.of());
          double asked = average(town, Ask.about("patients-treated"), COUNT);
          return asked > OTHERS + 0.5 == in;
        });
  }

  /** Asks for the same patients in all ways that have no more than three filters. */
  double rephrasing() {
    Map<String, String> bands =
        Map.of(
            "sex", "female", "age-band", "35-44", "substance", "esketamine", "route", "46713006");
    return won(
        GAMES,
        () -> {
          boolean in = random.nextBoolean();
          Town town = town(in, bands);
          double sum = 0;
          int ways = 0;
          for (List<String> some : subsets(List.copyOf(bands.keySet()), 3)) {
            Ask ask = Ask.about("patients-treated");
            some.forEach(name -> ask.only(name, bands.getOrDefault(name, "")));
            sum += ask(town, ask, COUNT);
            ways++;
          }
          return sum / ways > OTHERS + 0.5 == in;
        });
  }

  /** In an order: each run of Java has another one for maps without. */
  private static final Map<String, List<String>> DIVISIONS =
      new TreeMap<>(
          Map.of(
              "sex", List.of("female", "male"),
              "age-band", List.of("25-34", "35-44", "45-54", "55-64"),
              "substance", List.of("racemic-ketamine", "esketamine")));

  /** Adds up the cells of every partition, and weighs each sum by its precision. */
  double partitions() {
    return won(
        GAMES / 2,
        () -> {
          boolean in = random.nextBoolean();
          int others = 480;
          Town town = new Town(random.nextLong());
          for (int i = 0; i < others + (in ? 1 : 0); i++) {
            town.addPatients(TREATED, i, i + 1, randomBands());
          }
          double weights = 0;
          double sum = 0;
          for (List<String> dimensions : subsets(List.copyOf(DIVISIONS.keySet()), 3)) {
            List<Map<String, String>> cells = cells(dimensions);
            double total = 0;
            for (Map<String, String> cell : cells) {
              Ask ask = Ask.about("patients-treated");
              cell.forEach(ask::only);
              total += average(town, ask, COUNT);
            }
            sum += total / cells.size();
            weights += 1.0 / cells.size();
          }
          return sum / weights > others + 0.5 == in;
        });
  }

  private Map<String, String> randomBands() {
    Map<String, String> bands = new TreeMap<>();
    DIVISIONS.forEach(
        (dimension, values) -> bands.put(dimension, values.get(random.nextInt(values.size()))));
    return bands;
  }

  private static List<Map<String, String>> cells(List<String> dimensions) {
    List<Map<String, String>> cells = List.of(Map.of());
    for (String dimension : dimensions) {
      List<Map<String, String>> finer = new ArrayList<>();
      for (Map<String, String> cell : cells) {
        for (String band : DIVISIONS.getOrDefault(dimension, List.of())) {
          Map<String, String> more = new TreeMap<>(cell);
          more.put(dimension, band);
          finer.add(more);
        }
      }
      cells = finer;
    }
    return cells;
  }

  /**
   * The patient is the only one with another substance, as the attacker knows; whether the patient
   * craves shows in the difference with and without a filter.
   */
  double differenceByFilter() {
    return won(
        GAMES,
        () -> {
          boolean craves = random.nextBoolean();
          Town town = cravingTown(random.nextLong(), craves, true);
          double all = average(town, Ask.about("craving-and-misuse"), Role.NUMERATOR);
          double without =
              average(
                  town,
                  Ask.about("craving-and-misuse").only("substance", "esketamine"),
                  Role.NUMERATOR);
          return all - without > 0.5 == craves;
        });
  }

  private static Town cravingTown(long seed, boolean craves, boolean present) {
    Town town =
        new Town(seed)
            .addPatients(UNDER_TREATMENT, 0, 80, Map.of("substance", "esketamine"))
            .addPatients(CRAVING, 0, 30, Map.of("substance", "esketamine"));
    Map<String, String> own = Map.of("substance", "racemic-ketamine");
    if (present) {
      town.addPatients(UNDER_TREATMENT, 80, 81, own);
      town.addPatients(CRAVING, 80, craves ? 81 : 80, own);
    }
    return town;
  }

  /** Subtracts three quarters from the year, for a quarter in which too few are to be shown. */
  double differenceByPeriod() {
    return won(
        GAMES / 2,
        () -> {
          boolean came = random.nextBoolean();
          long seed = random.nextLong();
          Town year = new Town(seed);
          double quarters = 0;
          for (int quarter = 1; quarter <= 4; quarter++) {
            Town own = new Town(seed);
            int patients = quarter == 4 ? 5 + (came ? 1 : 0) : 60;
            for (int i = 0; i < patients; i++) {
              own.add("Treated Sessions in Period", SESSION, "p" + quarter + "-" + i, 1, Map.of());
              year.add("Treated Sessions in Period", SESSION, "p" + quarter + "-" + i, 1, Map.of());
            }
            quarters += quarter == 4 ? 0 : average(own, quarter(quarter), COUNT);
          }
          double fourth =
              average(year, Ask.about("sessions").from("2025-01-01", "2025-12-31"), COUNT)
                  - quarters;
          return fourth > 5.5 == came;
        });
  }

  private static Ask quarter(int number) {
    LocalDate start = LocalDate.of(2025, 3 * number - 2, 1);
    return Ask.about("sessions")
        .from(start.toString(), start.plusMonths(3).minusDays(1).toString());
  }

  /**
   * Asks before and after the patient withdraws. Others answer over the present; the registry over
   * a cut, in which the patient is both times.
   */
  double withdrawalBetweenTwoQuestions() {
    return won(GAMES, () -> withdrawal(guard != Guard.REGISTRY, 0));
  }

  /** The same over the next cut, between which and the last one others changed too. */
  double withdrawalBetweenTwoCuts(int otherChanges) {
    return won(GAMES, () -> withdrawal(true, otherChanges));
  }

  private boolean withdrawal(boolean seen, int otherChanges) {
    boolean craves = random.nextBoolean();
    long seed = random.nextLong();
    Town before = cravingTown(seed, craves, true);
    Town after = cravingTown(seed, craves, !seen);
    int came = 0;
    for (int i = 0; i < otherChanges; i++) {
      boolean comes = random.nextBoolean();
      came += comes ? 1 : -1;
      Town where = comes ? after : before;
      where.addPatients(UNDER_TREATMENT, 100 + i, 101 + i, Map.of("substance", "esketamine"));
      where.addPatients(CRAVING, 100 + i, 101 + i, Map.of("substance", "esketamine"));
    }
    double one = average(before, Ask.about("craving-and-misuse"), Role.NUMERATOR);
    double other = average(after, Ask.about("craving-and-misuse"), Role.NUMERATOR);
    // That nothing changed is the best that can be seen where nobody else can have changed it.
    boolean changed =
        guard == Guard.REGISTRY && otherChanges == 0 ? one != other : one - other + came > 0.5;
    return changed == craves;
  }

  /** A dishonest clinic adds another invented patient for each cut of a year, and averages. */
  double redraws(int cuts) {
    return won(
        GAMES,
        () -> {
          boolean in = random.nextBoolean();
          long seed = random.nextLong();
          double sum = 0;
          for (int cut = 0; cut < cuts; cut++) {
            Town town = new Town(seed).addPatients(TREATED, 0, OTHERS + (in ? 1 : 0), Map.of());
            town.add(TREATED, PATIENT, "invented-" + cut, 1, Map.of());
            sum += average(town, Ask.about("patients-treated"), COUNT) - 1;
          }
          return sum / cuts > OTHERS + 0.5 == in;
        });
  }

  /** Recovers a withheld cell of 0 to 10 from its margin; won where the number is exact. */
  double margins() {
    return won(
        GAMES,
        () -> {
          int small = random.nextInt(11);
          Town town =
              new Town(random.nextLong())
                  .addPatients(TREATED, 0, 90, Map.of("sex", "female"))
                  .addPatients(TREATED, 90, 150, Map.of("sex", "male"))
                  .addPatients(TREATED, 150, 150 + small, Map.of("sex", "other"));
          double rest =
              average(town, Ask.about("patients-treated"), COUNT)
                  - average(town, Ask.about("patients-treated").only("sex", "female"), COUNT)
                  - average(town, Ask.about("patients-treated").only("sex", "male"), COUNT);
          return Math.round(rest) == small;
        });
  }

  /** Tells from an answer that everybody in a group craves; won where it is told. */
  double everybody() {
    return won(
        GAMES,
        () -> {
          Town town =
              new Town(random.nextLong())
                  .addPatients(UNDER_TREATMENT, 0, 40, Map.of())
                  .addPatients(CRAVING, 0, 40, Map.of());
          Ask ask = Ask.about("craving-and-misuse");
          double numerator = average(town, ask, Role.NUMERATOR);
          double denominator = average(town, ask, Role.DENOMINATOR);
          return numerator > 0.95 * denominator;
        });
  }

  private static List<List<String>> subsets(List<String> names, int most) {
    List<List<String>> subsets = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << names.size(); chosen++) {
      if (Integer.bitCount(chosen) <= most) {
        List<String> subset = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
          if ((chosen & 1 << i) != 0) {
            subset.add(names.get(i));
          }
        }
        subsets.add(subset);
      }
    }
    return subsets;
  }
}
