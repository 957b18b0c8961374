package org.ketamineregistry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Each file ends with the relation {@code member}: which unit is in which population. */
  private static final String MEMBERS =
      """
      %speriod AS (SELECT :first::date AS first_day, :last::date AS last_day)
      %s
      """;

  /** The units of each person together. */
  private static final String UNITS =
      """
      SELECT m.group_code, m.population, m.person, m.clinic, ARRAY[%s]::text[], array_agg(m.unit::text)
      FROM member m
      WHERE m.group_code || '|' || m.population = ANY (:populations)%s%s
      GROUP BY 1, 2, 3, 4, 5
      """;

  private static final String NOT_EXCLUDED =
      """
       AND NOT EXISTS (
        SELECT FROM member x
        WHERE x.population = 'denominator-exclusion' AND x.group_code = m.group_code AND x.unit = m.unit)\
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
        members(measure) + "SELECT * FROM member m WHERE true" + permitting(counting),
        parameters(counting),
        (row, number) ->
            new Membership(
                row.getString("group_code"),
                row.getString("population"),
                row.getString("unit"),
                row.getString("person"),
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
    MapSqlParameterSource parameters =
        parameters(counting).addValue("populations", populations.toArray(String[]::new));
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
        (row, number) ->
            new CountedUnits(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Arrays.asList((String[]) row.getArray(5).getArray()),
                List.of((String[]) row.getArray(6).getArray())));
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
