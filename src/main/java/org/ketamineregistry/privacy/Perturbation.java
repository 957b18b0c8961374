package org.ketamineregistry.privacy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Perturbs single cells by the parameters and the keys of a registry, or withholds them. */
final class Perturbation {
  private final PrivacyParameters parameters;
  private final CellKeys keys;
  private final Map<Integer, PerturbationTable> tables = new ConcurrentHashMap<>();

  Perturbation(PrivacyParameters parameters, CellKeys keys) {
    this.parameters = parameters;
    this.keys = keys;
  }

  /**
   * A cell. One of events is judged by its persons too, with the very noise that the count of these
   * persons has where it is asked for.
   *
   * @param tally counted with the cap of the cell
   */
  ReleasedCount released(Cell cell, Tally tally) {
    if (tally.persons() == 0 || tally.clinics() < parameters.minimumClinics()) {
      return withheld(cell);
    }
    PerturbationTable table = table(cap(cell));
    long value =
        tally.count() + table.noise(tally.count(), keys.draw(cell.unit(), tally.unitKeys()));
    return Math.min(persons(tally), value) < parameters.threshold()
        ? withheld(cell)
        : ReleasedCount.of(value, variance(cell));
  }

  /** Whether so few persons are in it that they are not told apart from none. */
  boolean isSmall(Tally tally) {
    return tally.persons() == 0 || persons(tally) < parameters.threshold();
  }

  /** From how many persons on nothing is small, whatever the noise. */
  int neverSmall() {
    return parameters.threshold() + parameters.maximumNoise();
  }

  ReleasedCount withheld(Cell cell) {
    return ReleasedCount.withheld(Withholding.PROTECTED, variance(cell));
  }

  int cap(Cell cell) {
    return parameters.cap(cell.unit(), cell.period());
  }

  private long persons(Tally tally) {
    long draw = keys.draw(CountingUnit.PATIENT, tally.personKeys());
    return tally.persons() + table(1).noise(tally.persons(), draw);
  }

  private double variance(Cell cell) {
    int cap = cap(cell);
    return cap * cap * parameters.noiseVariance();
  }

  /**
   * The table for a cap: its noise hides a person who contributes as much as the cap. It is drawn
   * over all whole numbers and is not a multiple of the cap, which would leave the remainder exact.
   */
  private PerturbationTable table(int cap) {
    return tables.computeIfAbsent(
        cap,
        factor ->
            PerturbationTable.of(
                factor * parameters.maximumNoise(),
                (double) factor * factor * parameters.noiseVariance()));
  }
}
