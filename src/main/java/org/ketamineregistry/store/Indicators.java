package org.ketamineregistry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private final NamedParameterJdbcTemplate jdbc;
  private final String[] adverseEffects;

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
  }

  /**
   * Who is counted in which population.
   *
   * @param measure one of {@link #MEASURES}
   * @throws IllegalArgumentException where there is no such measure
   */
  public List<Membership> of(String measure, Counting counting) {
    if (!MEASURES.contains(measure)) {
      throw new IllegalArgumentException(
          "No measure " + measure + "; there are " + new TreeSet<>(MEASURES));
    }
    var parameters =
        new MapSqlParameterSource()
            .addValue("first", counting.first().toString())
            .addValue("last", counting.last().toString())
            .addValue("as_of", counting.asOf().toString())
            .addValue("purpose", counting.scope().code())
            .addValue("basis", counting.basis().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .addValue("adverse_effects", adverseEffects);
    return jdbc.query(
        text("records") + text(measure),
        parameters,
        (row, number) ->
            new Membership(
                row.getString("group_code"),
                row.getString("population"),
                row.getString("unit"),
                row.getString("person"),
                row.getString("clinic"),
                strata(row.getString("strata"))));
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
