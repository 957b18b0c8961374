package org.ketamineregistry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  /** A table that is read, and no function. */
  private static final Pattern TABLE =
      Pattern.compile("(?<![\\w-])(?:flat|registry)\\.([a-z_]+)\\b(?!\\s*\\()");

  /** The units of each person together, without those that the measure leaves out. */
  private static final String UNITS =
      """
      WITH member AS MATERIALIZED (%s)
      SELECT m.group_code, m.population, m.person, m.clinic, ARRAY[%s]::text[], array_agg(m.unit::text)
      FROM member m
      WHERE m.population <> 'denominator-exclusion' AND NOT EXISTS (
        SELECT FROM member x
        WHERE x.population = 'denominator-exclusion' AND x.group_code = m.group_code AND x.unit = m.unit)
      GROUP BY 1, 2, 3, 4, 5
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final String[] adverseEffects;
  private final @Nullable String copy;

  /**
   * The indicators of a database.
   *
   * @param guide whose value sets count
   */
  public Indicators(JdbcTemplate jdbc, ProfilePackage guide) {
    this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    adverseEffects =
        guide.of(ValueSet.class).stream()
            .filter(set -> set.getUrl().endsWith(ADVERSE_EFFECTS))
            .flatMap(set -> set.getCompose().getInclude().stream())
            .flatMap(
                part ->
                    part.getConcept().stream()
                        .map(concept -> part.getSystem() + "|" + concept.getCode()))
            .toArray(String[]::new);
    copy = null;
  }

  private Indicators(NamedParameterJdbcTemplate jdbc, String[] adverseEffects, String copy) {
    this.jdbc = jdbc;
    this.adverseEffects = adverseEffects;
    this.copy = copy;
  }

  /** The same over a cut, of which the tables are read in place of those that are written. */
  public Indicators over(MadeCut cut) {
    return new Indicators(jdbc, adverseEffects, cut.copy());
  }

  /**
   * Who is counted in which population.
   *
   * @param measure one of {@link #MEASURES}
   * @throws IllegalArgumentException where there is no such measure
   */
  public List<Membership> of(String measure, Counting counting) {
    return jdbc.query(
        query(measure),
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
   * Who is counted in which population, the units of a person together.
   *
   * @param measure one of {@link #MEASURES}
   * @param dimensions by which populations are divided
   * @throws IllegalArgumentException where there is no such measure
   */
  List<CountedUnits> units(String measure, Counting counting, List<String> dimensions) {
    MapSqlParameterSource parameters = parameters(counting);
    List<String> bands = new ArrayList<>();
    for (String dimension : dimensions) {
      bands.add("m.strata ->> :dimension" + bands.size());
      parameters.addValue("dimension" + (bands.size() - 1), dimension);
    }
    return jdbc.query(
        UNITS.formatted(query(measure), String.join(", ", bands)),
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

  private String query(String measure) {
    if (!MEASURES.contains(measure)) {
      throw new IllegalArgumentException(
          "No measure " + measure + "; there are " + new TreeSet<>(MEASURES));
    }
    String text = text("records") + text(measure);
    return copy == null ? text : TABLE.matcher(text).replaceAll(copy + ".$1");
  }

  private MapSqlParameterSource parameters(Counting counting) {
    return new MapSqlParameterSource()
        .addValue("first", counting.first().toString())
        .addValue("last", counting.last().toString())
        .addValue("as_of", counting.asOf().toString())
        .addValue("purpose", counting.scope().code())
        .addValue("basis", counting.basis().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .addValue("adverse_effects", adverseEffects);
  }

  private static String text(String file) {
    String path = "/indicators/" + file + ".sql";
    try (InputStream in = Indicators.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + path);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return INCLUDE
          .matcher(text)
          .replaceAll(found -> Matcher.quoteReplacement(text(found.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static Map<String, @Nullable String> strata(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strata are not readable", e);
    }
  }
}
