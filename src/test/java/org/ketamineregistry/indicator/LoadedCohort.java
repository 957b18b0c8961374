package org.ketamineregistry.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.store.Counting;
import org.ketamineregistry.store.Counting.Scope;
import org.ketamineregistry.store.FlatDatabase;

/**
 * Persons whose records lie in the flat tables of a database of their own, and in memory for the
 * CQL. Each cohort is made once in a run of the tests.
 *
 * @param persons the records of each person, under the key that stands for the person
 * @param counting the period over which the cohort is looked at
 * @param byCql by library and measure who is counted, as far as it was asked for
 */
record LoadedCohort(
    FlatDatabase database,
    Map<String, List<Resource>> persons,
    Counting counting,
    Map<String, Map<String, List<String>>> byCql) {
  private static final int AWKWARD = 12;

  /** Who is directed at one kind of indicator, and how many of them. */
  private record Theme(BiConsumer<RandomNotes, CaseNotes> notes, int patients) {}

  private static final List<Theme> THEMES =
      List.of(
          new Theme(RandomEffect::add, 36),
          new Theme(RandomBladder::add, 12),
          new Theme(RandomSigns::add, 28),
          new Theme(RandomSigns::liver, 8),
          new Theme(RandomSigns::twoYears, 18),
          new Theme(RandomSessions::pressures, 12),
          new Theme(RandomSessions::completeness, 15),
          new Theme(RandomSessions::exposure, 20),
          new Theme(RandomSessions::events, 8),
          new Theme(RandomCourses::doses, 18),
          new Theme(RandomCourses::consents, 14));
  private static final Map<Long, LoadedCohort> BY_CHANCE = new TreeMap<>();

  /** Persons whom chance has made. */
  static LoadedCohort byChance(long seed) {
    return BY_CHANCE.computeIfAbsent(seed, LoadedCohort::load);
  }

  /** Who is counted in a measure by the CQL of the guide, each as a line. */
  List<String> byCql(String measure) {
    return Objects.requireNonNull(
        byCql
            .computeIfAbsent(
                CqlMembers.library(measure), library -> new CqlMembers(this, library).lines())
            .get(measure));
  }

  /** A quarter, of which everything counts that is on record. */
  static Counting quarter(String first, String last) {
    return new Counting(
        LocalDate.parse(first),
        LocalDate.parse(last),
        Instant.parse("2026-11-01T00:00:00Z"),
        Scope.NATIONAL_REGISTRY,
        LawfulBasis.STATUTORY);
  }

  private static LoadedCohort load(long seed) {
    var database = new FlatDatabase();
    Map<String, List<Resource>> persons = new TreeMap<>();
    for (int number = 0; number < AWKWARD; number++) {
      String person = "person-%02d".formatted(number);
      persons.put(person, RandomNotes.of(seed * 1_000 + number, seed + " " + person));
    }
    for (Theme theme : THEMES) {
      for (int turn = 0; turn < theme.patients(); turn++) {
        String person = "person-%02d".formatted(persons.size());
        persons.put(
            person,
            RandomNotes.about(
                theme.notes(), seed * 1_000 + persons.size(), seed + " " + person, turn));
      }
    }
    persons.forEach((person, records) -> database.load(records, person, UUID.randomUUID()));
    // One person under three pseudonyms, at three clinics; the least stands for all.
    database.link("person-02", "person-01");
    database.link("person-02", "person-03");
    persons.put(
        "person-01",
        one(
            Stream.of("person-01", "person-02", "person-03")
                .flatMap(person -> Objects.requireNonNull(persons.remove(person)).stream())
                .toList()));
    return new LoadedCohort(database, persons, quarter("2026-07-01", "2026-09-30"), new HashMap<>());
  }

  /** Of several Patient resources the one with the least id tells sex and birth. */
  static List<Resource> one(List<Resource> all) {
    Resource patient =
        all.stream()
            .filter(record -> record.fhirType().equals("Patient"))
            .min(Comparator.comparing(record -> record.getIdElement().getIdPart()))
            .orElseThrow();
    return all.stream()
        .filter(record -> !record.fhirType().equals("Patient") || record == patient)
        .toList();
  }
}
