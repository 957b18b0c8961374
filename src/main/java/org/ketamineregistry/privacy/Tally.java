package org.ketamineregistry.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The exact content of one cell.
 *
 * @param persons how many distinct persons
 * @param count how many units, of each person at most the cap
 * @param personKeys the sum of the persons' keys
 * @param unitKeys the sum of the keys of all units, those over the cap included: the noise of a
 *     cell changes with every unit that comes or goes
 * @param clinics how many distinct clinics
 */
record Tally(long persons, long count, long personKeys, long unitKeys, int clinics) {

  static Tally of(CountingUnit unit, int cap, Stream<Contribution> contributions) {
    Map<Long, Long> units = new HashMap<>();
    Set<String> clinics = new HashSet<>();
    long[] unitKeys = {0};
    contributions.forEach(
        contribution -> {
          units.merge(contribution.personKey(), contribution.units(), Long::sum);
          clinics.add(contribution.clinic());
          unitKeys[0] += contribution.unitKeys();
        });
    long personKeys = units.keySet().stream().mapToLong(Long::longValue).sum();
    long count = units.values().stream().mapToLong(own -> Math.min(own, cap)).sum();
    // A person of two clinics is one patient with one key.
    long keys = unit == CountingUnit.PATIENT ? personKeys : unitKeys[0];
    return new Tally(units.size(), count, personKeys, keys, clinics.size());
  }
}
