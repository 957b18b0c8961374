package org.ketamineregistry.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the network answered.
 *
 * @param text as it was received
 * @param parameters the same, read
 */
record NetworkAnswer(String text, JsonNode parameters) {
  /** What became of the question at a member. */
  record Member(String id, String status, String cut) {
    boolean isIn() {
      return List.of("complete", "no-data", "withheld").contains(status);
    }
  }

  /**
   * A merged figure.
   *
   * @param bands the band of each dimension that the answer is divided by
   * @param name of the population, or {@code score}
   * @param value null where it is withheld
   * @param lowerBound whether the true figure is higher but for noise
   * @param low the lower end of the interval; null where there is none
   * @param high its upper end
   * @param shown how many members are in it
   * @param withheld how many withheld their part
   */
  record Figure(
      String group,
      Map<String, String> bands,
      String name,
      @Nullable String value,
      boolean lowerBound,
      @Nullable String low,
      @Nullable String high,
      int shown,
      int withheld) {}

  /** In one sentence who is in it. */
  String summary() {
    return report().path("text").path("div").asText("").replaceAll("<[^>]*>", "").strip();
  }

  List<Member> members() {
    return named("member")
        .map(
            member ->
                new Member(
                    part(member, "identifier").path("valueIdentifier").path("value").asText(),
                    part(member, "status").path("valueCode").asText(),
                    part(member, "cut").path("valueDate").asText()))
        .toList();
  }

  boolean isWhole() {
    return members().stream().allMatch(Member::isIn);
  }

  boolean mayOverlap() {
    return named("overlap").anyMatch(overlap -> overlap.path("valueBoolean").asBoolean());
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (JsonNode group : report().path("group")) {
      String id = group.path("id").asText();
      figures(id, Map.of(), group, figures);
      for (JsonNode stratifier : group.path("stratifier")) {
        for (JsonNode stratum : stratifier.path("stratum")) {
          figures(id, bands(stratifier, stratum), stratum, figures);
        }
      }
    }
    return figures;
  }

  private static void figures(
      String group, Map<String, String> bands, JsonNode of, List<Figure> figures) {
    for (JsonNode population : of.path("population")) {
      JsonNode interval = extension(population, "interval-95").path("valueRange");
      figures.add(
          new Figure(
              group,
              bands,
              code(population.path("code")),
              population.has("count") ? population.path("count").asText() : null,
              extension(population, "lower-bound").path("valueBoolean").asBoolean(),
              interval.path("low").path("value").asText(null),
              interval.path("high").path("value").asText(null),
              extension(population, "members-shown").path("valueInteger").asInt(),
              extension(population, "members-withheld").path("valueInteger").asInt()));
    }
    JsonNode score = of.path("measureScore");
    if (score.has("value")) {
      JsonNode interval = extension(score, "interval-95").path("valueRange");
      figures.add(
          new Figure(
              group,
              bands,
              "score",
              score.path("value").asText(),
              false,
              interval.path("low").path("value").asText(null),
              interval.path("high").path("value").asText(null),
              extension(score, "members-shown").path("valueInteger").asInt(),
              extension(score, "members-withheld").path("valueInteger").asInt()));
    }
  }

  private static Map<String, String> bands(JsonNode stratifier, JsonNode stratum) {
    Map<String, String> bands = new LinkedHashMap<>();
    for (JsonNode component : stratum.path("component")) {
      bands.put(code(component.path("code")), code(component.path("value")));
    }
    if (bands.isEmpty()) {
      bands.put(code(stratifier.path("code").path(0)), code(stratum.path("value")));
    }
    return bands;
  }

  private JsonNode report() {
    return named("report").findFirst().map(one -> one.path("resource")).orElse(parameters);
  }

  private Stream<JsonNode> named(String name) {
    return all(parameters.path("parameter")).filter(one -> name.equals(one.path("name").asText()));
  }

  private static JsonNode part(JsonNode of, String name) {
    return all(of.path("part"))
        .filter(part -> name.equals(part.path("name").asText()))
        .findFirst()
        .orElse(of.path("none"));
  }

  private static JsonNode extension(JsonNode of, String name) {
    return all(of.path("extension"))
        .filter(extension -> extension.path("url").asText().endsWith("/" + name))
        .findFirst()
        .orElse(of.path("none"));
  }

  private static String code(JsonNode concept) {
    return concept.path("coding").path(0).path("code").asText();
  }

  private static Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
