package org.ketamineregistry.privacy;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The attacks that are tried, each on every guard, and how often each may succeed. */
enum Attack {
  REPETITION(
      "asks the same again and again, also after restarts, and averages",
      0.95,
      0.65,
      Attacks::repetition),
  REPHRASING(
      "asks for the same patients in every way there is, and averages",
      0.70,
      0.65,
      Attacks::rephrasing),
  PARTITIONS(
      "adds up the cells of every partition, and averages the sums",
      0.95,
      0.72,
      Attacks::partitions),
  FILTER(
      "subtracts two answers of which one leaves the patient out by a filter",
      0.95,
      0.58,
      Attacks::differenceByFilter),
  PERIOD("subtracts three quarters from the year", 0.90, 0.58, Attacks::differenceByPeriod),
  WITHDRAWAL(
      "asks before and after the patient withdraws",
      0.95,
      0.58,
      Attacks::withdrawalBetweenTwoQuestions),
  TWO_CUTS(
      "compares two cuts, between which eight others changed too",
      0.95,
      0.62,
      attacks -> attacks.withdrawalBetweenTwoCuts(8)),
  REDRAWS(
      "invents a patient for each of the seven cuts of a year, and averages",
      0.95,
      0.80,
      attacks -> attacks.redraws(7)),
  MARGINS("recovers a withheld cell from its margin, exactly", 0.90, 0.20, Attacks::margins),
  EVERYBODY("learns that everybody in a group has something", 0.95, 0.0, Attacks::everybody);

  private static final long SEED = 20261126;

  private final String words;
  final double naiveAtLeast;
  final double registryAtMost;
  private final ToDoubleFunction<Attacks> success;
  private final Map<Guard, Double> measured = new EnumMap<>(Guard.class);

  Attack(
      String words, double naiveAtLeast, double registryAtMost, ToDoubleFunction<Attacks> success) {
    this.words = words;
    this.naiveAtLeast = naiveAtLeast;
    this.registryAtMost = registryAtMost;
    this.success = success;
  }

  String words() {
    return words;
  }

  /** How often the attack succeeds; measured once. */
  synchronized double on(Guard guard) {
    return measured.computeIfAbsent(
        guard, key -> success.applyAsDouble(new Attacks(key, SEED + ordinal())));
  }
}
