package org.ketamineregistry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.ProfilePackage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The guide's indicators as SQL over the flat tables, one file for each measure in {@code
 * indicators/}. The CQL of the guide is the normative text; a test holds the two equal.
 */
public final class Indicators {
  /** The measures that are counted, by the ids of the guide. */
  public static final Set<String> MEASURES =
      Set.of(
          "sessions",
          "adverse-events",
          "serious-events",
          "stopped-infusions",
          "response",
          "remission",
          "relapse",
          "bladder-symptoms",
          "patients-treated",
          "raised-blood-pressure",
          "short-intervals",
          "incentives",
          "dose-escalation",
          "craving-and-misuse",
          "liver-function",
          "long-term-follow-up",
          "suicidality-follow-up",
          "review-overdue",
          "consent-completeness",
          "information-sheet-current",
          "submission-completeness");

  private static final String ADVERSE_EFFECTS = "/ketamine-adverse-effect-vs";
  private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include ([a-z-]+)$");

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Each file ends with the relation {@code member}: which unit is in which population. The period
   * is written into each place, so that a table which is in order of its days is read from the
   * first to the last.
   */
  private static final String MEMBERS =
      """
      %speriod AS NOT MATERIALIZED (SELECT :first::date AS first_day, :last::date AS last_day)
      %s
      """;

  /** Of a patient there is no unit but the person. */
  private static final String EACH =
      """
      SELECT m.group_code, m.population, COALESCE(m.unit::text, k.person_key) AS unit, k.person_key, m.clinic, m.strata
      FROM member m JOIN person_known k USING (person)
      WHERE true%s
      """;

  /** The units of each person together. */
  private static final String UNITS =
      """
      SELECT c.place, k.person_key, c.clinic, c.bands, c.units
      FROM (
        SELECT array_position(:populations, m.group_code || '|' || m.population) AS place, m.person, m.clinic,
               ARRAY[%s]::text[] AS bands, array_agg(m.unit) AS units
        FROM member m
        WHERE m.group_code || '|' || m.population = ANY (:populations)%s%s
        GROUP BY 1, 2, 3, 4
      ) AS c JOIN person_known k USING (person)
      """;

  private static final String NOT_EXCLUDED =
      """
       AND NOT EXISTS (
        SELECT FROM member x
        WHERE x.population = 'denominator-exclusion' AND x.group_code = m.group_code
          AND x.person = m.person AND x.unit IS NOT DISTINCT FROM m.unit)\
      """;

  private static final String PERMITTING =
      " AND m.person IN (SELECT person FROM person_counted WHERE permits_network)";

  private final NamedParameterJdbcTemplate jdbc;
  private final String[] adverseEffects;
  private final String beginning;

  /**
   * The indicators of a database.
   *
   * @param guide whose value sets count
   */
  public Indicators(JdbcTemplate jdbc, ProfilePackage guide) {
    this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    adverseEffects = adverseEffects(guide);
    beginning = Relations.live();
  }

  private Indicators(NamedParameterJdbcTemplate jdbc, String[] adverseEffects, String beginning) {
    this.jdbc = jdbc;
    this.adverseEffects = adverseEffects;
    this.beginning = beginning;
  }

  /** The codes of the value set of adverse effects, each as system|code. */
  static String[] adverseEffects(ProfilePackage guide) {
    return guide.of(ValueSet.class).stream()
        .filter(set -> set.getUrl().endsWith(ADVERSE_EFFECTS))
        .flatMap(set -> set.getCompose().getInclude().stream())
        .flatMap(
            part ->
                part.getConcept().stream()
                    .map(concept -> part.getSystem() + "|" + concept.getCode()))
        .toArray(String[]::new);
  }

  /** The same over a cut, of which the tables are read in place of those that are written. */
  public Indicators over(MadeCut cut) {
    return new Indicators(jdbc, adverseEffects, Relations.over(cut.copy()));
  }

  /**
   * Who is counted in which population.
   *
   * @param measure one of {@link #MEASURES}
   * @throws IllegalArgumentException where there is no such measure
   */
  public List<Membership> of(String measure, Counting counting) {
    return jdbc.query(
        members(measure) + EACH.formatted(permitting(counting)),
        parameters(counting),
        (row, number) ->
            new Membership(
                row.getString("group_code"),
                row.getString("population"),
                row.getString("unit"),
                row.getString("person_key"),
                row.getString("clinic"),
                strata(row.getString("strata"))));
  }

  /**
   * Who is counted in some populations, the units of a person together. Who is in the exclusion of
   * a denominator is in none.
   *
   * @param measure one of {@link #MEASURES}
   * @param populations which are told, each as {@code group|population}
   * @param dimensions by which populations are divided
   * @throws IllegalArgumentException where there is no such measure
   */
  List<CountedUnits> units(
      String measure, Counting counting, Set<String> populations, List<String> dimensions) {
    String[] places = populations.toArray(String[]::new);
    MapSqlParameterSource parameters = parameters(counting).addValue("populations", places);
    List<String> bands = new ArrayList<>();
    for (String dimension : dimensions) {
      bands.add("m.strata ->> :dimension" + bands.size());
      parameters.addValue("dimension" + (bands.size() - 1), dimension);
    }
    String members = members(measure);
    String excluded = members.contains("'denominator-exclusion'") ? NOT_EXCLUDED : "";
    return jdbc.query(
        members + UNITS.formatted(String.join(", ", bands), excluded, permitting(counting)),
        parameters,
        (row, number) -> {
          String[] place = places[row.getInt("place") - 1].split("\\|", 2);
          String person = row.getString("person_key");
          return new CountedUnits(
              place[0],
              place[1],
              person,
              row.getString("clinic"),
              Arrays.asList((String[]) row.getArray("bands").getArray()),
              Stream.of((@Nullable UUID[]) row.getArray("units").getArray())
                  .map(unit -> Objects.toString(unit, person))
                  .toList());
        });
  }

  private String members(String measure) {
    if (!MEASURES.contains(measure)) {
      throw new IllegalArgumentException(
          "No measure " + measure + "; there are " + new TreeSet<>(MEASURES));
    }
    return MEMBERS.formatted(
        beginning,
        INCLUDE
            .matcher(Relations.text(measure))
            .replaceAll(
                found -> Matcher.quoteReplacement(Relations.text(found.group(1)).stripTrailing())));
  }

  private static String permitting(Counting counting) {
    return counting.scope() == Counting.Scope.NETWORK_AGGREGATE ? PERMITTING : "";
  }

  private MapSqlParameterSource parameters(Counting counting) {
    return new MapSqlParameterSource()
        .addValue("first", counting.first().toString())
        .addValue("last", counting.last().toString())
        .addValue("as_of", counting.asOf().toString())
        .addValue("basis", counting.basis().code())
        .addValue("adverse_effects", adverseEffects);
  }

  private static Map<String, @Nullable String> strata(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strata are not readable", e);
    }
  }
}
