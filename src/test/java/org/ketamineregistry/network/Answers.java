package org.ketamineregistry.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.privacy.Indicator.Scoring;

/** Answers of members as they come over the wire, written by hand. */
public final class Answers {
  public static final String MEASURE = "https://ketamine-registry.example/fhir/Measure/";

  private Answers() {}

  /** How many patients were treated in the first quarter of 2026. */
  public static NetworkQuestion patients(String... stratifiers) {
    return question("patients-treated", Scoring.COHORT, stratifiers);
  }

  static NetworkQuestion question(String indicator, Scoring scoring, String... stratifiers) {
    return new NetworkQuestion(
        indicator,
        scoring,
        List.of(indicator),
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 3, 31),
        new TreeMap<>(Map.of()),
        List.of(stratifiers),
        "0.3.0");
  }

  /** A member's answer to {@link #patients}: a count, or nothing where it is withheld. */
  public static String counted(String status, @Nullable Integer count) {
    return answer(
        status,
        report(
            "patients-treated",
            "{\"population\":[" + population("initial-population", count) + "]}"));
  }

  /** An answer without a report. */
  public static String bare(String status) {
    return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"status\",\"valueCode\":\""
        + status
        + "\"}]}";
  }

  static String answer(String status, String report) {
    return """
    {"resourceType":"Parameters","parameter":[
      {"name":"status","valueCode":"%s"},
      {"name":"cut","valueDate":"2026-10-05"},
      {"name":"report","resource":%s}]}\
    """
        .formatted(status, report);
  }

  static String report(String indicator, String group) {
    return """
    {"resourceType":"MeasureReport","status":"complete","type":"summary",
      "measure":"%s%s|0.3.0","period":{"start":"2026-01-01","end":"2026-03-31"},
      "group":[%s]}\
    """
        .formatted(MEASURE, indicator, group);
  }

  static String population(String role, @Nullable Integer count) {
    return """
    {"code":{"coding":[{"code":"%s"}]},
      "extension":[{"url":"%snoise-variance","valueDecimal":4}]%s}\
    """
        .formatted(
            role,
            "https://ketamine-registry.example/fhir/StructureDefinition/",
            count == null
                ? ",\"_count\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"masked\"}]}"
                : ",\"count\":" + count);
  }

  static String stratum(String band, String... populations) {
    return "{\"value\":{\"coding\":[{\"code\":\"%s\"}]},\"population\":[%s]}"
        .formatted(band, String.join(",", populations));
  }

  static String divided(String dimension, String... strata) {
    return "{\"stratifier\":[{\"code\":[{\"coding\":[{\"code\":\"%s\"}]}],\"stratum\":[%s]}]}"
        .formatted(dimension, String.join(",", strata));
  }
}
