package org.ketamineregistry.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.store.Indicators;
import org.ketamineregistry.store.Membership;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;

/**
 * Who is counted in the measures of one library, by its CQL. All of a library is evaluated at once,
 * since most of it is common to its measures.
 */
final class CqlMembers {
  /** What a numerator of events has beyond the dimensions of sessions. */
  private static final Set<String> OF_EVENTS = Set.of("event-term", "grade", "time-since-session");

  /** A member of a population of a measure, and what is asked about its strata. */
  private record Asked(
      Measure measure,
      MeasureGroupComponent group,
      String population,
      String unit,
      Map<String, EvaluationExpressionRef> strata) {}

  private final LoadedCohort cohort;
  private final String library;
  private final List<Measure> measures;

  CqlMembers(LoadedCohort cohort, String library) {
    this.cohort = cohort;
    this.library = library;
    measures =
        GuideDefinitions.get().guide().of(Measure.class).stream()
            .filter(one -> Indicators.MEASURES.contains(one.getIdElement().getIdPart()))
            .filter(one -> library(one).equals(library))
            .toList();
  }

  /** The library of a measure, by its name. */
  static String library(String measure) {
    return GuideDefinitions.get().guide().of(Measure.class).stream()
        .filter(one -> one.getIdElement().getIdPart().equals(measure))
        .map(CqlMembers::library)
        .findFirst()
        .orElseThrow();
  }

  private static String library(Measure measure) {
    String canonical = measure.getLibrary().get(0).getValue();
    return canonical.substring(canonical.lastIndexOf('/') + 1);
  }

  /** By measure all members of all populations, each as a line that tells its strata too. */
  Map<String, List<String>> lines() {
    Map<String, List<String>> lines = new HashMap<>();
    measures.forEach(one -> lines.put(one.getIdElement().getIdPart(), new ArrayList<>()));
    cohort.persons().forEach((person, records) -> add(person, records, lines));
    return lines;
  }

  private void add(String person, List<Resource> records, Map<String, List<String>> lines) {
    var cql = new Cql(library, cohort.counting().first(), cohort.counting().last(), records);
    List<Asked> members = members(cql, person, records);
    var clinics = new ClinicOfUnit(cohort, records);
    var answers =
        cql.values(members.stream().flatMap(one -> one.strata().values().stream()).toList());
    for (Asked one : members) {
      Map<String, @Nullable String> strata = new TreeMap<>();
      one.strata().forEach((code, asked) -> strata.put(code, (String) answers.apply(asked)));
      Objects.requireNonNull(lines.get(one.measure().getIdElement().getIdPart()))
          .add(
              line(
                  new Membership(
                      one.group().getCode().getCodingFirstRep().getCode(),
                      one.population(),
                      one.unit(),
                      person,
                      clinics.of(one.unit(), one.measure()).toString(),
                      strata)));
    }
  }

  private List<Asked> members(Cql cql, String person, List<Resource> records) {
    Map<String, EvaluationExpressionRef> populations = new LinkedHashMap<>();
    measures.stream()
        .flatMap(measure -> measure.getGroup().stream())
        .flatMap(group -> group.getPopulation().stream())
        .map(population -> population.getCriteria().getExpression())
        .forEach(expression -> populations.computeIfAbsent(expression, Cql::asked));
    var inPopulation = cql.values(List.copyOf(populations.values()));
    List<Asked> members = new ArrayList<>();
    for (Measure measure : measures) {
      for (MeasureGroupComponent group : measure.getGroup()) {
        for (var population : group.getPopulation()) {
          Object value =
              inPopulation.apply(populations.get(population.getCriteria().getExpression()));
          for (String id : units(value, person)) {
            members.add(
                new Asked(
                    measure,
                    group,
                    population.getCode().getCodingFirstRep().getCode(),
                    id,
                    strata(group, id, records)));
          }
        }
      }
    }
    return members;
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

  static String line(Membership one) {
    return String.join(
        " ",
        one.group(),
        one.population(),
        one.person(),
        one.unit(),
        one.clinic(),
        new TreeMap<>(one.strata()).toString());
  }
}
