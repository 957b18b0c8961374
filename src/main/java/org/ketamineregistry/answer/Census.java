package org.ketamineregistry.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ketamineregistry.privacy.CellKeys;
import org.ketamineregistry.privacy.Contribution;
import org.ketamineregistry.privacy.Counted;
import org.ketamineregistry.privacy.CountingUnit;
import org.ketamineregistry.privacy.Indicator.Group;
import org.ketamineregistry.privacy.Population;
import org.ketamineregistry.privacy.Question;
import org.ketamineregistry.store.CountedUnits;

/** Turns who is counted into the populations that a question is about, with the keys of all. */
final class Census {
  /** The band of what the records do not say. */
  private static final String UNKNOWN = "unknown";

  private final CellKeys keys;
  private final List<String> dimensions;
  private final Map<String, Long> persons = new HashMap<>();

  private Census(CellKeys keys, List<String> dimensions) {
    this.keys = keys;
    this.dimensions = dimensions;
  }

  /** The dimensions of a question, in the order of the bands of what is counted for it. */
  static List<String> dimensions(Question question) {
    List<String> dimensions = new ArrayList<>(question.filters().keySet());
    dimensions.addAll(question.stratifiers().keySet());
    return dimensions;
  }

  /**
   * The populations that have to be counted for a question, each as {@code group|population}. One
   * that several groups have is counted in the first.
   */
  static Set<String> populations(Question question) {
    Map<Population, String> places = new HashMap<>();
    for (Group group : question.indicator().groups()) {
      for (Population population : group.populations()) {
        places.putIfAbsent(population, place(group.id(), population.role().code()));
      }
    }
    return Set.copyOf(places.values());
  }

  /** Each population of a question, exactly. */
  static Map<Population, Counted> of(Question question, List<CountedUnits> units, CellKeys keys) {
    var census = new Census(keys, dimensions(question));
    Map<String, List<CountedUnits>> byPopulation = new HashMap<>();
    units.forEach(
        one ->
            byPopulation
                .computeIfAbsent(place(one.group(), one.population()), key -> new ArrayList<>())
                .add(one));
    Map<Population, Counted> counted = new HashMap<>();
    for (Group group : question.indicator().groups()) {
      for (Population population : group.populations()) {
        List<CountedUnits> members =
            byPopulation.getOrDefault(place(group.id(), population.role().code()), List.of());
        counted.computeIfAbsent(
            population,
            one ->
                Counted.of(
                    one.unit(),
                    members.stream()
                        .map(member -> census.contribution(one.unit(), member))
                        .toList()));
      }
    }
    return counted;
  }

  private Contribution contribution(CountingUnit unit, CountedUnits member) {
    Map<String, String> bands = new HashMap<>();
    for (int i = 0; i < dimensions.size(); i++) {
      String band = member.bands().get(i);
      bands.put(dimensions.get(i), band == null ? UNKNOWN : band);
    }
    long person =
        persons.computeIfAbsent(member.person(), key -> keys.unit(CountingUnit.PATIENT, key));
    String clinic = member.clinic() == null ? "" : member.clinic();
    return unit == CountingUnit.PATIENT
        ? Contribution.ofPerson(person, clinic, bands)
        : new Contribution(
            person,
            clinic,
            member.units().size(),
            member.units().stream().mapToLong(id -> keys.unit(unit, id)).sum(),
            bands);
  }

  private static String place(String group, String population) {
    return group + '|' + population;
  }
}
