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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
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

  /** Of one in as many persons records are held for drug safety alone. */
  private static final int HELD = 3;

  private static final List<String> HELD_TYPES =
      List.of("EpisodeOfCare", "Encounter", "MedicationAdministration", "Consent", "DetectedIssue");

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

  private static final List<Theme> DECISIVE =
      List.of(
          new Theme(DecisiveNotes::events, 8),
          new Theme(DecisiveNotes::bladder, 4),
          new Theme(DecisiveNotes::recall, 12),
          new Theme(DecisiveNotes::pressures, 8),
          new Theme(DecisiveNotes::monitoring, 24),
          new Theme(DecisiveNotes::liver, 3),
          new Theme(DecisiveNotes::tooFewSessions, 2),
          new Theme(DecisiveNotes::twoYears, 4),
          new Theme(DecisiveNotes::weights, 3),
          new Theme(DecisiveNotes::consents, 4),
          new Theme(DecisiveNotes::alike, 3),
          new Theme(DecisiveNotes::signs, 4),
          new Theme(DecisiveNotes::nextCourse, 1),
          new Theme(DecisiveNotes::suicidality, 5),
          new Theme(DecisiveNotes::askedAtABound, 4),
          new Theme(DecisiveNotes::askedInOneCourse, 1));

  /** Two patients each, who are one person. */
  private static final List<Theme> ELSEWHERE =
      List.of(
          new Theme(DecisiveNotes::lastElsewhere, 2), new Theme(DecisiveNotes::thenElsewhere, 2));

  /** Every other of these patients names records of the next as its own. */
  private record Misplaced(Theme theme, BiConsumer<List<Resource>, List<Resource>> names) {}

  private static final List<Misplaced> MISPLACED =
      List.of(
          new Misplaced(new Theme(DecisiveNotes::sheets, 4), LoadedCohort::courses),
          new Misplaced(new Theme(DecisiveNotes::responses, 4), LoadedCohort::courses),
          new Misplaced(new Theme(DecisiveNotes::askedInTime, 2), LoadedCohort::courses),
          new Misplaced(new Theme(DecisiveNotes::escalation, 2), LoadedCohort::courses),
          new Misplaced(
              new Theme(DecisiveNotes::baselines, 4),
              (records, others) -> RandomNotes.misplace(records, others, "Encounter", 0)),
          new Misplaced(
              new Theme(DecisiveNotes::eventOfTheSecond, 2),
              (records, others) -> RandomNotes.misplace(records, others, "Encounter", 1)),
          new Misplaced(
              new Theme(DecisiveNotes::sheets, 2),
              (records, others) ->
                  RandomNotes.misplace(records, others, "MedicationAdministration", 0)),
          new Misplaced(
              new Theme(DecisiveNotes::twoDoses, 2),
              (records, others) -> {
                courses(records, others);
                RandomNotes.misplace(records, others, "Encounter", 1);
              }));

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

  /** States that some of the records of a person are held for drug safety alone. */
  private void hold(String person, Predicate<Resource> some) {
    List<Resource> all = Objects.requireNonNull(persons.get(person));
    all.stream()
        .filter(some)
        .forEach(
            record ->
                database.change(
                    "UPDATE registry.record SET safety_only = true WHERE id = '%s'"
                        .formatted(record.getIdElement().getIdPart())));
    persons.put(person, all.stream().filter(some.negate()).toList());
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
      List<List<Resource>> patients = patients(theme, seed, number);
      for (int turn = 4; turn < Math.min(STRAYS, theme.patients() / 2 * 2); turn++) {
        RandomNotes.stray(
            patients.get(turn), patients.get(turn % 2 == 0 ? turn + 1 : turn - 1), random);
      }
      for (List<Resource> records : patients) {
        cohort.add(name(number++), records);
      }
    }
    for (Theme theme : ELSEWHERE) {
      same.add(List.of(name(number), name(number + 1)));
      for (List<Resource> records : patients(theme, seed, number)) {
        cohort.add(name(number++), records);
      }
    }
    same.forEach(cohort::link);
    for (Theme theme : DECISIVE) {
      for (List<Resource> records : patients(theme, seed, number)) {
        cohort.add(name(number++), records);
      }
    }
    for (Misplaced misplaced : MISPLACED) {
      List<List<Resource>> patients = patients(misplaced.theme(), seed, number);
      for (int turn = 0; turn < patients.size(); turn += 2) {
        misplaced.names().accept(patients.get(turn), patients.get(turn + 1));
      }
      for (List<Resource> records : patients) {
        cohort.add(name(number++), records);
      }
    }
    List<List<Resource>> inPart =
        patients(new Theme(DecisiveNotes::sheets, 2 * HELD_TYPES.size()), seed, number);
    for (int turn = 0; turn < inPart.size(); turn++) {
      cohort.add(name(number), inPart.get(turn));
      String type = HELD_TYPES.get(turn / 2);
      cohort.hold(name(number++), record -> record.fhirType().equals(type));
    }
    // Of all that is asked for in a session two surveys are held.
    cohort.add(
        name(number), patients(new Theme(DecisiveNotes::monitoring, 1), seed, number).get(0));
    cohort.hold(
        name(number++),
        record -> record instanceof Observation measured && !measured.hasComponent());
    heldForSafety(cohort, seed, number);
    return cohort;
  }

  private static void courses(List<Resource> records, List<Resource> others) {
    RandomNotes.misplace(records, others, "EpisodeOfCare", 0);
  }

  private static String name(int number) {
    return "person-%03d".formatted(number);
  }

  private static List<List<Resource>> patients(Theme theme, long seed, int first) {
    List<List<Resource>> patients = new ArrayList<>();
    for (int turn = 0; turn < theme.patients(); turn++) {
      String name = seed + " " + name(first + turn);
      patients.add(RandomNotes.about(theme.notes(), seed * 1_000 + first + turn, name, turn));
    }
    return patients;
  }

  /**
   * What is held for drug safety alone is nobody's in an indicator: of every third person there are
   * such records too, about half of which name records that count. They are as those of the person
   * before, so that they would tell something else.
   */
  private static void heldForSafety(LoadedCohort cohort, long seed, int count) {
    var random = new Random(seed);
    for (int number = 2; number < count; number += HELD) {
      String person = name(number);
      List<Resource> counted = cohort.persons().getOrDefault(person, List.of());
      String held = "safety-of-" + person;
      List<Resource> records =
          RandomNotes.own(cohort.persons().getOrDefault(name(number - 1), counted), held);
      if (!records.isEmpty()) {
        RandomNotes.stray(records, counted, random);
        cohort.database().load(records, held, UUID.randomUUID());
        if (!counted.isEmpty()) {
          cohort.database().link(person, held);
        }
      }
    }
    cohort
        .database()
        .change("UPDATE registry.record SET safety_only = true WHERE person LIKE 'safety-of-%'");
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
