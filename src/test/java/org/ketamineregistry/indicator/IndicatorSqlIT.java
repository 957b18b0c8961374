package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.store.Counting;
import org.ketamineregistry.store.Counting.Scope;
import org.ketamineregistry.store.FlatDatabase;
import org.ketamineregistry.store.Indicators;
import org.ketamineregistry.store.Membership;

/**
 * The indicators' SQL says what their CQL says, of every unit of every patient, in every population
 * and every stratum, over cohorts that chance has made.
 */
class IndicatorSqlIT {
  private static final LocalDate FIRST = LocalDate.parse("2026-07-01");
  private static final LocalDate LAST = LocalDate.parse("2026-09-30");
  private static final int PATIENTS = 16;

  /** What a numerator of events has beyond the dimensions of sessions. */
  private static final Set<String> OF_EVENTS = Set.of("event-term", "grade", "time-since-session");

  /** A cohort that was loaded, by person the records. */
  private record Loaded(FlatDatabase database, Map<String, List<Resource>> persons) {}

  private static final Map<Long, Loaded> COHORTS = new TreeMap<>();

  private static final Set<String> COUNTED = new TreeSet<>();

  /** The CQL engine takes its time, and measures of one library have dimensions in common. */
  private static final Map<String, Optional<String>> STRATA = new HashMap<>();

  static Stream<Arguments> measuresAndSeeds() {
    return Indicators.MEASURES.stream()
        .sorted()
        .flatMap(measure -> Stream.of(1L, 2L).map(seed -> Arguments.of(measure, seed)));
  }

  @ParameterizedTest
  @MethodSource("measuresAndSeeds")
  void sqlAndCqlSayTheSame(String measure, long seed) {
    Loaded cohort = COHORTS.computeIfAbsent(seed, IndicatorSqlIT::load);
    var counting =
        new Counting(
            FIRST,
            LAST,
            Instant.parse("2026-11-01T00:00:00Z"),
            Scope.NATIONAL_REGISTRY,
            LawfulBasis.STATUTORY);

    List<String> bySql =
        cohort.database().indicators().of(measure, counting).stream()
            .map(IndicatorSqlIT::line)
            .toList();

    List<String> byCql = new ArrayList<>();
    cohort
        .persons()
        .forEach((person, records) -> byCql.addAll(byCql(measure(measure), person, records)));
    assertThat(bySql)
        .as("%s of cohort %d", measure, seed)
        .containsExactlyInAnyOrderElementsOf(byCql);
    if (!bySql.isEmpty()) {
      COUNTED.add(measure);
    }
  }

  /** That two say nothing alike would prove nothing. */
  @AfterAll
  static void everyMeasureCountedSomething() {
    assertThat(COUNTED).containsAll(Indicators.MEASURES);
  }

  private static Loaded load(long seed) {
    var database = new FlatDatabase();
    Map<String, List<Resource>> persons = new TreeMap<>();
    for (int number = 0; number < PATIENTS; number++) {
      String person = "person-%02d".formatted(number);
      List<Resource> records = RandomNotes.of(seed * 1_000 + number, seed + " " + person);
      database.load(records, person, UUID.randomUUID());
      persons.put(person, records);
    }
    // One person under three pseudonyms, at three clinics; the least stands for all.
    database.link("person-02", "person-01");
    database.link("person-02", "person-03");
    List<Resource> all =
        Stream.of("person-01", "person-02", "person-03")
            .flatMap(person -> Objects.requireNonNull(persons.remove(person)).stream())
            .toList();
    Resource patient =
        all.stream()
            .filter(record -> record.fhirType().equals("Patient"))
            .min(Comparator.comparing(record -> record.getIdElement().getIdPart()))
            .orElseThrow();
    persons.put(
        "person-01",
        all.stream()
            .filter(record -> !record.fhirType().equals("Patient") || record == patient)
            .toList());
    return new Loaded(database, persons);
  }

  private static Measure measure(String id) {
    return GuideDefinitions.get().guide().of(Measure.class).stream()
        .filter(one -> one.getIdElement().getIdPart().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> byCql(Measure measure, String person, List<Resource> records) {
    String library = measure.getLibrary().get(0).getValue();
    var cql = new Cql(library.substring(library.lastIndexOf('/') + 1), FIRST, LAST, records);
    List<String> lines = new ArrayList<>();
    for (MeasureGroupComponent group : measure.getGroup()) {
      Map<String, Map<String, @Nullable String>> known = new TreeMap<>();
      group
          .getPopulation()
          .forEach(
              population ->
                  units(cql, population.getCriteria().getExpression(), person)
                      .forEach(
                          id ->
                              lines.add(
                                  line(
                                      new Membership(
                                          group.getCode().getCodingFirstRep().getCode(),
                                          population.getCode().getCodingFirstRep().getCode(),
                                          id,
                                          person,
                                          null,
                                          known.computeIfAbsent(
                                              id,
                                              unit ->
                                                  strata(measure, cql, group, unit, records)))))));
    }
    return lines;
  }

  /** A population is a list of records, or whether the patient is in it. */
  private static List<String> units(Cql cql, String expression, String person) {
    return cql.value(expression) instanceof Boolean member
        ? member ? List.of(person) : List.of()
        : cql.ids(expression);
  }

  private static Map<String, @Nullable String> strata(
      Measure measure, Cql cql, MeasureGroupComponent group, String id, List<Resource> records) {
    Optional<Resource> unit =
        records.stream().filter(record -> record.getIdElement().getIdPart().equals(id)).findFirst();
    String library = measure.getLibrary().get(0).getValue();
    Map<String, @Nullable String> strata = new TreeMap<>();
    group
        .getStratifier()
        .forEach(
            stratifier -> {
              String code = stratifier.getCode().getCodingFirstRep().getCode();
              boolean event =
                  unit.map(Resource::fhirType).filter("AdverseEvent"::equals).isPresent();
              if (event || !OF_EVENTS.contains(code)) {
                String expression = stratifier.getCriteria().getExpression();
                strata.put(
                    code,
                    STRATA
                        .computeIfAbsent(
                            library + " " + expression + " " + id + " of " + records.get(0).getId(),
                            key ->
                                Optional.ofNullable(
                                    (String)
                                        (unit.isPresent()
                                            ? cql.of(expression, unit.get())
                                            : cql.value(expression))))
                        .orElse(null));
              }
            });
    return strata;
  }

  /** The clinic is no matter of the CQL. */
  private static String line(Membership one) {
    return String.join(
        " ",
        one.group(),
        one.population(),
        one.person(),
        one.unit(),
        new TreeMap<>(one.strata()).toString());
  }
}
