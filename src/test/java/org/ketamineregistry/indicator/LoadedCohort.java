package org.ketamineregistry.indicator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
 * @param clinics by the id of a record whose it is
 * @param counting the period over which the cohort is looked at
 * @param byCql by library and measure who is counted, as far as it was asked for
 */
record LoadedCohort(
    FlatDatabase database,
    Map<String, List<Resource>> persons,
    Map<String, UUID> clinics,
    Counting counting,
    Map<String, Map<String, List<String>>> byCql) {
  private static final int AWKWARD = 12;

  /** In each theme as many have references to others. */
  private static final int STRAYS = 12;

  /** Who is directed at one kind of indicator, and how many of them. */
  private record Theme(BiConsumer<RandomNotes, CaseNotes> notes, int patients) {}

  private static final List<Theme> THEMES =
      List.of(
          new Theme(RandomEffect::add, 48),
          new Theme(RandomResponses::totals, 24),
          new Theme(RandomResponses::followed, 21),
          new Theme(RandomSessions::twice, 4),
          new Theme(RandomBladder::add, 28),
          new Theme(RandomSigns::add, 60),
          new Theme(RandomSigns::liver, 16),
          new Theme(RandomSigns::twoYears, 36),
          new Theme(RandomSessions::pressures, 24),
          new Theme(RandomSessions::completeness, 32),
          new Theme(RandomSessions::exposure, 36),
          new Theme(RandomSessions::events, 10),
          new Theme(RandomSessions::atTheEnd, 4),
          new Theme(RandomSessions::supplied, 10),
          new Theme(RandomCourses::doses, 24),
          new Theme(RandomCourses::consents, 28));

  private static final Map<Long, LoadedCohort> BY_CHANCE = new TreeMap<>();

  LoadedCohort(FlatDatabase database, Counting counting) {
    this(database, new TreeMap<>(), new HashMap<>(), counting, new HashMap<>());
  }

  /** Persons whom chance has made. */
  static LoadedCohort byChance(long seed) {
    return BY_CHANCE.computeIfAbsent(seed, LoadedCohort::made);
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
        Instant.parse("2027-07-01T00:00:00Z"),
        Scope.NATIONAL_REGISTRY,
        LawfulBasis.STATUTORY);
  }

  /** Adds the records of a patient at a clinic of its own. */
  void add(String person, List<Resource> records) {
    UUID clinic = UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8));
    database.load(records, person, clinic);
    records.forEach(record -> clinics.put(record.getIdElement().getIdPart(), clinic));
    persons.put(person, records);
  }

  /** States that patients are one person, for whom the least stands. */
  void link(List<String> same) {
    String least = same.stream().min(Comparator.naturalOrder()).orElseThrow();
    same.stream()
        .filter(one -> !one.equals(least))
        .forEach(one -> database.link(same.get(0), one.equals(same.get(0)) ? least : one));
    persons.put(
        least,
        one(
            same.stream()
                .flatMap(person -> Objects.requireNonNull(persons.remove(person)).stream())
                .toList()));
  }

  private static LoadedCohort made(long seed) {
    // The quarter ends with its year.
    var cohort = new LoadedCohort(new FlatDatabase(), quarter("2026-10-01", "2026-12-31"));
    var random = new Random(seed);
    List<List<String>> same =
        new ArrayList<>(List.of(List.of("person-002", "person-001", "person-003")));
    int number = 0;
    for (; number < AWKWARD; number++) {
      String person = name(number);
      cohort.add(person, RandomNotes.of(seed * 1_000 + number, seed + " " + person));
    }
    for (Theme theme : THEMES) {
      same.add(List.of(name(number), name(number + 1)));
      List<List<Resource>> patients = new ArrayList<>();
      for (int turn = 0; turn < theme.patients(); turn++) {
        String name = seed + " " + name(number + turn);
        patients.add(RandomNotes.about(theme.notes(), seed * 1_000 + number + turn, name, turn));
      }
      for (int turn = 4; turn < Math.min(STRAYS, theme.patients() / 2 * 2); turn++) {
        RandomNotes.stray(
            patients.get(turn), patients.get(turn % 2 == 0 ? turn + 1 : turn - 1), random);
      }
      for (List<Resource> records : patients) {
        cohort.add(name(number++), records);
      }
    }
    same.forEach(cohort::link);
    heldForSafety(cohort, seed);
    return cohort;
  }

  private static String name(int number) {
    return "person-%03d".formatted(number);
  }

  /** What is held for drug safety alone is nobody's in an indicator. */
  private static void heldForSafety(LoadedCohort cohort, long seed) {
    String person = "safety";
    cohort.database().load(RandomNotes.of(seed * 1_000 + 2, person), person, UUID.randomUUID());
    cohort
        .database()
        .change("UPDATE registry.record SET safety_only = true WHERE person = 'safety'");
  }

  /** Of several Patient resources the one with the least id tells sex and birth. */
  private static List<Resource> one(List<Resource> all) {
    Resource patient =
        all.stream()
            .filter(record -> record.fhirType().equals("Patient"))
            .min(Comparator.comparing(record -> record.getIdElement().getIdPart()))
            .orElseThrow();
    return Stream.concat(
            Stream.of(patient), all.stream().filter(record -> !record.fhirType().equals("Patient")))
        .toList();
  }
}
