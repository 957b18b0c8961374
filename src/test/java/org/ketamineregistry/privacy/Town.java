package org.ketamineregistry.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/** An invented registry: who is in which population, with how many units and in which bands. */
final class Town implements Function<Population, Counted> {
  final CellKeys keys;
  private final Map<String, List<Contribution>> populations = new HashMap<>();
  private final Map<String, Counted> counted = new HashMap<>();
  private Protection protection;

  Town(long seed) {
    this.keys = Keys.of(seed);
    this.protection = new Protection(PrivacyParameters.defaults(), keys);
  }

  /** Adds a person to a population, the expression of which is given without its library. */
  Town add(
      String population, CountingUnit unit, String person, int units, Map<String, String> bands) {
    return add(population, unit, person, clinicOf(person), units, bands);
  }

  Town add(
      String population,
      CountingUnit unit,
      String person,
      String clinic,
      int units,
      Map<String, String> bands) {
    long personKey = keys.unit(CountingUnit.PATIENT, person);
    long unitKeys =
        unit == CountingUnit.PATIENT
            ? personKey
            : LongStream.range(0, units).map(i -> keys.unit(unit, person + "/" + bands + i)).sum();
    counted.remove(population);
    populations
        .computeIfAbsent(population, name -> new ArrayList<>())
        .add(new Contribution(personKey, clinic, units, unitKeys, bands));
    return this;
  }

  /** Adds patients of an indicator that counts patients. */
  Town addPatients(String population, int from, int to, Map<String, String> bands) {
    for (int i = from; i < to; i++) {
      add(population, CountingUnit.PATIENT, "p" + i, 1, bands);
    }
    return this;
  }

  /** Patients are spread over five clinics. */
  private static String clinicOf(String person) {
    return "clinic-" + Math.floorMod(person.hashCode(), 5);
  }

  @Override
  public Counted apply(Population population) {
    String name = population.expression().substring(population.expression().indexOf('.') + 1);
    return counted.computeIfAbsent(
        name, key -> Counted.of(population.unit(), populations.getOrDefault(key, List.of())));
  }

  ReleasedAnswer answer(Ask ask) {
    return protection.release(ask.question(), this);
  }

  /** Forgets all but its key and its records. */
  void restart() {
    protection = new Protection(PrivacyParameters.defaults(), keys);
  }
}
