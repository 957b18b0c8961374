package org.ketamineregistry.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The numbers and diagrams of {@code docs/privacy.md}, made from the code. */
final class PrivacyPage {
  private static final PrivacyParameters DEFAULTS = PrivacyParameters.defaults();
  private static final ReportingPeriod QUARTER =
      ReportingPeriod.of(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
  private static final ReportingPeriod YEAR =
      ReportingPeriod.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

  private PrivacyPage() {}

  /** The parts of the page that are made, by name. */
  static Map<String, String> parts() {
    Map<String, String> parts = new TreeMap<>();
    parts.put("parameters", parameters());
    parts.put("counts", counts());
    parts.put("proportions", proportions());
    parts.put("events", events());
    parts.put("attacks", attacks());
    parts.put("partitions", partitions());
    parts.put("redraws", redraws());
    return parts;
  }

  /** The diagrams, by the names of their files. */
  static Map<String, String> diagrams() {
    Map<String, String> diagrams = new TreeMap<>();
    diagrams.put("privacy-noise.svg", noise());
    diagrams.put("privacy-withheld.svg", withheld());
    diagrams.put("privacy-error.svg", error());
    diagrams.put("privacy-partitions.svg", partitionPlot());
    return diagrams;
  }

  private static String parameters() {
    return table(
        List.of("parameter", "default"),
        List.of(
            List.of("threshold", "" + DEFAULTS.threshold()),
            List.of("largest noise", "" + DEFAULTS.maximumNoise()),
            List.of("variance of the noise", plain(DEFAULTS.noiseVariance())),
            List.of("clinics, at least", "" + DEFAULTS.minimumClinics()),
            List.of("margin of proportions", plain(DEFAULTS.proportionMargin())),
            List.of(
                "cells for each cut", String.format(Locale.ROOT, "%,d", DEFAULTS.cellsPerCut())),
            List.of(
                "a period is settled after", DEFAULTS.schedule().settledAfterWeeks() + " weeks")));
  }

  private static String counts() {
    List<List<String>> rows = new ArrayList<>();
    for (int count : new int[] {0, 1, 2, 3, 5, 8, 10, 11, 12, 15, 18, 20, 50, 100, 1_000}) {
      if (count == 0) {
        rows.add(List.of("0", "100 %", "–", "–", "–"));
        continue;
      }
      Accuracy accuracy = Accuracy.of(DEFAULTS, count);
      boolean never = accuracy.withheld() > 1 - 1e-12;
      rows.add(
          List.of(
              "" + count,
              percent(accuracy.withheld()),
              never ? "–" : fixed(2, accuracy.bias()),
              never ? "–" : fixed(2, accuracy.error()),
              never ? "–" : percent(accuracy.error() / count)));
    }
    return table(
        List.of("patients", "withheld", "bias of what is shown", "error", "relative error"), rows);
  }

  private static String proportions() {
    List<List<String>> rows = new ArrayList<>();
    for (int patients : new int[] {50, 100, 200, 500, 1_000, 5_000}) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%,d", patients),
              halfWidth(0.3 * patients, patients, 0),
              halfWidth(0.3 * patients, patients, 4),
              halfWidth(0.3 * patients * 4, patients * 4, 0),
              halfWidth(0.3 * patients * 4, patients * 4, 144 * 4)));
    }
    return table(
        List.of(
            "patients",
            "30 % of patients: sampling alone",
            "with noise",
            "30 % of their sessions (4 each): sampling alone",
            "with noise"),
        rows);
  }

  private static String halfWidth(double numerator, double denominator, double noise) {
    Interval interval = Interval.ofProportion(numerator, denominator, noise, noise);
    return "± " + fixed(1, 50 * (interval.high() - interval.low())) + " %";
  }

  private static String events() {
    List<List<String>> rows = new ArrayList<>();
    for (CountingUnit unit : CountingUnit.values()) {
      int quarter = DEFAULTS.cap(unit, QUARTER);
      int year = DEFAULTS.cap(unit, YEAR);
      double deviation = Math.sqrt(DEFAULTS.noiseVariance());
      rows.add(
          List.of(
              unit.code(),
              "" + quarter,
              plain(quarter * deviation),
              "" + year,
              plain(year * deviation),
              String.format(Locale.ROOT, "%,d", Math.round(10 * quarter * deviation)),
              String.format(Locale.ROOT, "%,d", Math.round(10 * year * deviation))));
    }
    return table(
        List.of(
            "counting unit",
            "cap in a quarter",
            "its noise",
            "cap in a year",
            "its noise",
            "10 % noise at, in a quarter",
            "in a year"),
        rows);
  }

  private static String attacks() {
    List<List<String>> rows = new ArrayList<>();
    for (Attack attack : Attack.values()) {
      List<String> row = new ArrayList<>(List.of(attack.words()));
      for (Guard guard : Guard.values()) {
        row.add(fixed(0, 100 * attack.on(guard)) + " %");
      }
      row.add(attack == Attack.MARGINS ? "9 %" : attack == Attack.EVERYBODY ? "0 %" : "50 %");
      rows.add(row);
    }
    List<String> head = new ArrayList<>(List.of("an attacker who …"));
    for (Guard guard : Guard.values()) {
      head.add(guard.words());
    }
    head.add("by guessing");
    return table(head, rows);
  }

  /** The dimensions of an indicator, with how many bands each has. */
  private static List<Integer> bands(String indicator) {
    return Ask.LATTICE.indicator(indicator).orElseThrow().groups().get(0).dimensions().stream()
        .filter(dimension -> !dimension.numeratorOnly())
        .map(dimension -> Ask.LATTICE.bands(dimension.name()))
        .toList();
  }

  private static String partitions() {
    List<List<String>> rows = new ArrayList<>();
    Residual patients = new Residual(bands("patients-treated"), Lattice.MOST_DIMENSIONS);
    Residual sessions = new Residual(bands("sessions"), Lattice.MOST_DIMENSIONS);
    for (long cells : new long[] {1, 10, 30, 100, 300, 1_000, 3_000, 10_000, 100_000}) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%,d", cells),
              residual(patients, cells),
              residual(sessions, cells)));
    }
    return table(
            List.of(
                "cells asked",
                "`patients-treated`: noise left, guess",
                "lattice of `sessions`, with the noise of patients: noise left, guess"),
            rows)
        + String.format(
            Locale.ROOT,
            "\nAll partitions of one cell of `patients-treated` are %,d cells, of `sessions` %,d.\n",
            patients.cells(),
            sessions.cells());
  }

  private static String residual(Residual residual, long cells) {
    double deviation = Math.sqrt(DEFAULTS.noiseVariance() / residual.gain(cells));
    return fixed(2, deviation) + ", " + percent(Accuracy.guess(deviation));
  }

  private static String redraws() {
    List<List<String>> rows = new ArrayList<>();
    for (int draws : new int[] {1, 2, 4, 7, 11, 26, 52}) {
      double deviation = Math.sqrt(DEFAULTS.noiseVariance() / draws);
      rows.add(List.of("" + draws, fixed(2, deviation), percent(Accuracy.guess(deviation))));
    }
    return table(List.of("draws of one cell", "noise left", "guess"), rows);
  }

  private static String noise() {
    PerturbationTable table =
        PerturbationTable.of(DEFAULTS.maximumNoise(), DEFAULTS.noiseVariance());
    Plot plot =
        new Plot("Noise of a count of patients", -8.6, 8.6, false, 0, 0.32)
            .yAxis("probability", new double[] {0, 0.1, 0.2, 0.3}, PrivacyPage::plain)
            .xAxis(
                "noise",
                IntStream.rangeClosed(-8, 8).asDoubleStream().toArray(),
                PrivacyPage::plain);
    int[] counts = {2, 4, 8};
    for (int series = 0; series < counts.length; series++) {
      int count = counts[series];
      double[] p = table.probabilities(count);
      List<double[]> bars = new ArrayList<>();
      for (int i = 0; i < p.length; i++) {
        bars.add(new double[] {i - table.lowest(count), p[i]});
      }
      plot.bars(count == 8 ? "8 patients and more" : count + " patients", bars, series, 3);
    }
    return plot.svg();
  }

  private static String withheld() {
    List<double[]> withheld = new ArrayList<>();
    for (int count = 1; count <= 30; count++) {
      withheld.add(new double[] {count, Accuracy.of(DEFAULTS, count).withheld()});
    }
    return new Plot("Share of counts that are withheld", 0, 30, false, 0, 1)
        .yAxis(
            "withheld", new double[] {0, 0.25, 0.5, 0.75, 1}, value -> fixed(0, 100 * value) + " %")
        .xAxis(
            "true number of patients", new double[] {0, 5, 11, 15, 20, 25, 30}, PrivacyPage::plain)
        .lines("withheld", withheld)
        .svg();
  }

  private static String error() {
    List<double[]> patients = new ArrayList<>();
    List<double[]> events = new ArrayList<>();
    List<double[]> sessions = new ArrayList<>();
    for (double at = 20; at <= 10_000; at *= 1.1) {
      add(patients, at, 2 / at);
      add(events, at, 10 / at);
      add(sessions, at, 24 / at);
    }
    return new Plot("Relative noise by the size of a cell in a quarter", 20, 10_000, true, 0, 0.5)
        .yAxis(
            "standard deviation of the noise / count",
            new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5},
            value -> fixed(0, 100 * value) + " %")
        .xAxis(
            "count",
            new double[] {20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000},
            value -> String.format(Locale.ROOT, "%,.0f", value))
        .lines("patients (cap 1)", patients)
        .lines("adverse events (cap 5)", events)
        .lines("sessions (cap 12)", sessions)
        .svg();
  }

  private static void add(List<double[]> line, double at, double relative) {
    if (relative <= 0.5) {
      line.add(new double[] {at, relative});
    }
  }

  private static String partitionPlot() {
    Plot plot =
        new Plot("What adding up partitions tells of one patient", 1, 100_000, true, 0.5, 1)
            .yAxis(
                "right guesses",
                new double[] {0.5, 0.6, 0.7, 0.8, 0.9, 1},
                value -> fixed(0, 100 * value) + " %")
            .xAxis(
                "cells asked about one population and period",
                new double[] {1, 10, 100, 1_000, 10_000, 100_000},
                value -> String.format(Locale.ROOT, "%,.0f", value));
    for (String indicator : List.of("patients-treated", "sessions")) {
      Residual residual = new Residual(bands(indicator), Lattice.MOST_DIMENSIONS);
      List<double[]> line = new ArrayList<>();
      for (double at = 1; at <= 100_000; at *= 1.05) {
        double gain = residual.gain((long) at);
        line.add(new double[] {at, Accuracy.guess(Math.sqrt(DEFAULTS.noiseVariance() / gain))});
      }
      plot.lines("this registry, " + indicator, line);
    }
    List<double[]> fresh = new ArrayList<>();
    for (double at = 1; at <= 100_000; at *= 1.05) {
      fresh.add(new double[] {at, Accuracy.guess(Math.sqrt(8 / at))});
    }
    return plot.lines("fresh noise, the same cell again", fresh).svg();
  }

  private static String table(List<String> head, List<List<String>> rows) {
    StringBuilder text = new StringBuilder("| " + String.join(" | ", head) + " |\n");
    text.append("|---".repeat(head.size())).append("|\n");
    rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
    return text.toString();
  }

  private static String percent(double share) {
    double hundred = 100 * share;
    return (hundred > 0 && hundred < 0.1 ? "under 0.1" : fixed(1, hundred)) + " %";
  }

  private static String fixed(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value + 1e-9);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
