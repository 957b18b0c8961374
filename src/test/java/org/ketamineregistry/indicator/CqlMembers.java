package org.ketamineregistry.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.store.Counting;
import org.ketamineregistry.store.Membership;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;

/** Who is counted in a measure of the guide, by its CQL. */
final class CqlMembers {
  /** What a numerator of events has beyond the dimensions of sessions. */
  private static final Set<String> OF_EVENTS = Set.of("event-term", "grade", "time-since-session");

  private CqlMembers() {}

  /** All members of all populations, each as a line that tells its strata too. */
  static List<String> lines(String measure, LoadedCohort cohort) {
    List<String> lines = new ArrayList<>();
    cohort
        .persons()
        .forEach(
            (person, records) ->
                lines.addAll(lines(measure(measure), person, records, cohort.counting())));
    return lines;
  }

  private static Measure measure(String id) {
    return GuideDefinitions.get().guide().of(Measure.class).stream()
        .filter(one -> one.getIdElement().getIdPart().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The members of a group's populations, and what is asked about the strata of each. */
  private static List<String> lines(
      Measure measure, String person, List<Resource> records, Counting counting) {
    String library = measure.getLibrary().get(0).getValue();
    var cql = new Cql(library.substring(library.lastIndexOf('/') + 1), counting.first(), counting.last(), records);
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
  static String line(Membership one) {
    return String.join(
        " ",
        one.group(),
        one.population(),
        one.person(),
        one.unit(),
        new TreeMap<>(one.strata()).toString());
  }
}
