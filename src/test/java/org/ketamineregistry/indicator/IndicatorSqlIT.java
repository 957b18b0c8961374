package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;

/**
 * The indicators' SQL says what their CQL says, of every unit of every patient, in every population
 * and every stratum, over cohorts that chance has made.
 */
class IndicatorSqlIT {
  private static final LocalDate FIRST = LocalDate.parse("2026-07-01");
  private static final LocalDate LAST = LocalDate.parse("2026-09-30");
  private static final int PATIENTS = 16;

  private static final long COHORT_COUNT = 2L * Integer.getInteger("registry.test.volume", 1);

  /** What a numerator of events has beyond the dimensions of sessions. */
  private static final Set<String> OF_EVENTS = Set.of("event-term", "grade", "time-since-session");

  /** A cohort that was loaded, by person the records. */
  private record Loaded(FlatDatabase database, Map<String, List<Resource>> persons) {}

  private static final Map<Long, Loaded> COHORTS = new TreeMap<>();

  private static final Set<String> COUNTED = new TreeSet<>();

  static Stream<Arguments> measuresAndSeeds() {
    return Indicators.MEASURES.stream()
        .sorted()
        .flatMap(
            measure ->
                LongStream.rangeClosed(1, COHORT_COUNT)
                    .mapToObj(seed -> Arguments.of(measure, seed)));
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

  /** The members of a group's populations, and what is asked about the strata of each. */
  private static List<String> byCql(Measure measure, String person, List<Resource> records) {
    String library = measure.getLibrary().get(0).getValue();
    var cql = new Cql(library.substring(library.lastIndexOf('/') + 1), FIRST, LAST, records);
    List<Membership> members = new ArrayList<>();
    Map<Membership, Map<String, EvaluationExpressionRef>> asked = new LinkedHashMap<>();
    Map<String, EvaluationExpressionRef> populations = new TreeMap<>();
    measure.getGroup().stream()
        .flatMap(group -> group.getPopulation().stream())
        .map(population -> population.getCriteria().getExpression())
        .forEach(expression -> populations.computeIfAbsent(expression, Cql::asked));
    var inPopulation = cql.values(List.copyOf(populations.values()));
    for (MeasureGroupComponent group : measure.getGroup()) {
      for (var population : group.getPopulation()) {
        Object value =
            inPopulation.apply(populations.get(population.getCriteria().getExpression()));
        for (String id : units(value, person)) {
          var member =
              new Membership(
                  group.getCode().getCodingFirstRep().getCode(),
                  population.getCode().getCodingFirstRep().getCode(),
                  id,
                  person,
                  null,
                  Map.of());
          members.add(member);
          asked.put(member, strata(group, id, records));
        }
      }
    }
    var inStratum =
        cql.values(asked.values().stream().flatMap(one -> one.values().stream()).toList());
    return members.stream()
        .map(
            member -> {
              Map<String, @Nullable String> strata = new TreeMap<>();
              asked
                  .getOrDefault(member, Map.of())
                  .forEach(
                      (code, question) -> strata.put(code, (String) inStratum.apply(question)));
              return line(
                  new Membership(
                      member.group(), member.population(), member.unit(), person, null, strata));
            })
        .toList();
  }

  /**
   * A population is a list of records, or whether the patient is in it; whom nobody knows to be in
   * it is not.
   */
  private static List<String> units(@Nullable Object value, String person) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof Boolean member) {
      return member ? List.of(person) : List.of();
    }
    return StreamSupport.stream(((Iterable<?>) value).spliterator(), false)
        .map(record -> ((Resource) record).getIdElement().getIdPart())
        .toList();
  }

  /** What is asked about the strata of a unit, by the code of the dimension. */
  private static Map<String, EvaluationExpressionRef> strata(
      MeasureGroupComponent group, String id, List<Resource> records) {
    Optional<Resource> unit =
        records.stream().filter(record -> record.getIdElement().getIdPart().equals(id)).findFirst();
    boolean event = unit.map(Resource::fhirType).filter("AdverseEvent"::equals).isPresent();
    Map<String, EvaluationExpressionRef> asked = new TreeMap<>();
    group
        .getStratifier()
        .forEach(
            stratifier -> {
              String code = stratifier.getCode().getCodingFirstRep().getCode();
              if (event || !OF_EVENTS.contains(code)) {
                String expression = stratifier.getCriteria().getExpression();
                asked.put(
                    code,
                    unit.map(record -> Cql.asked(expression, record))
                        .orElseGet(() -> Cql.asked(expression)));
              }
            });
    return asked;
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
