package org.ketamineregistry.privacy;

import java.util.EnumMap;
import java.util.Map;

/**
 * The parameters of protection; they are the registry's own and are published with its answers. A
 * change of them is a new publication: who has answers under both sees more than either was to
 * show.
 *
 * @param threshold 5 to 100: a perturbed value under it is withheld. 11 by default, so that what is
 *     10 or less is not shown, as the cell size policy of the United States' CMS has it
 * @param maximumNoise 2 to 50, and at least 2 under the threshold, so that no cell of one person is
 *     ever shown. 8 by default: the smallest cell that can be shown has 3 persons
 * @param noiseVariance 1 to a quarter of the square of the largest noise. 4 by default: a standard
 *     deviation of 2 persons
 * @param caps how many units of one person count; patients count once
 * @param minimumClinics 1 to 10. 3 by default: of two clinics each could subtract its own patients
 * @param proportionMargin 0 to 0.2: a proportion nearer to 0 or to 1 is withheld. 0.02 by default,
 *     under the rarest of the common acute effects (sedation, 3.8 %)
 * @param cellsPerCut 100 to 10,000,000: how many distinct cells are told of a cut, to all askers
 *     together. 100,000 by default: every indicator undivided and by each of its dimensions is
 *     1,500 cells for a period, 30,000 for twenty periods
 * @param schedule when cuts are made
 */
public record PrivacyParameters(
    int threshold,
    int maximumNoise,
    double noiseVariance,
    Map<CountingUnit, Cap> caps,
    int minimumClinics,
    double proportionMargin,
    int cellsPerCut,
    CutSchedule schedule) {

  public PrivacyParameters {
    range("threshold", threshold, 5, 100);
    range("maximum noise", maximumNoise, 2, 50);
    range("maximum noise", maximumNoise, 2, threshold - 2);
    range("variance of the noise", noiseVariance, 1, maximumNoise * maximumNoise / 4.0);
    range("minimum of clinics", minimumClinics, 1, 10);
    range("margin of proportions", proportionMargin, 0, 0.2);
    range("number of cells for each cut", cellsPerCut, 100, 10_000_000);
    Map<CountingUnit, Cap> complete = new EnumMap<>(DEFAULT_CAPS);
    complete.putAll(caps);
    if (!new Cap(1, 1).equals(complete.get(CountingUnit.PATIENT))) {
      throw new IllegalArgumentException("A patient counts once: the cap of patients is 1.");
    }
    caps = Map.copyOf(complete);
  }

  /**
   * A patient under esketamine has up to 12 sessions in the first quarter (twice weekly for four
   * weeks, weekly for four); few have more than 36 in a year.
   */
  private static final Map<CountingUnit, Cap> DEFAULT_CAPS =
      Map.of(
          CountingUnit.PATIENT, new Cap(1, 1),
          CountingUnit.COURSE, new Cap(1, 2),
          CountingUnit.SESSION, new Cap(12, 36),
          CountingUnit.ADMINISTRATION, new Cap(12, 36),
          CountingUnit.ADVERSE_EVENT, new Cap(5, 10),
          CountingUnit.SCORE, new Cap(6, 12));

  /** What a registry has that sets nothing. */
  public static PrivacyParameters defaults() {
    return new PrivacyParameters(11, 8, 4, Map.of(), 3, 0.02, 100_000, CutSchedule.weekly());
  }

  /** How many units of one person count in a cell of a period. */
  public int cap(CountingUnit unit, ReportingPeriod period) {
    Cap cap = caps.getOrDefault(unit, new Cap(1, 1));
    return period.isYear() ? cap.year() : cap.quarter();
  }

  private static void range(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "The %s is %s, and must be from %s to %s.".formatted(what, value, least, most));
    }
  }
}
