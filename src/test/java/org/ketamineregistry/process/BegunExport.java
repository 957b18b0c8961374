package org.ketamineregistry.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/**
 * An export that is fetched from another process of the server than began it.
 *
 * @param path below the base
 * @param patients how many patients there were when it began
 */
public record BegunExport(String path, int patients) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Begins one.
   *
   * @param at where, with a query
   */
  public static BegunExport at(HttpClient http, String base, String at, int patients)
      throws IOException, InterruptedException {
    HttpResponse<String> begun = asked(http, base + at);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    return new BegunExport(
        begun.headers().firstValue("Content-Location").orElseThrow().substring(base.length()),
        patients);
  }

  /** How many records of each type were listed when it began. */
  public Map<String, Integer> listed(HttpClient http, String base)
      throws IOException, InterruptedException {
    Map<String, Integer> listed = new TreeMap<>();
    manifest(http, base)
        .path("extension")
        .path("https://ketamine-registry.example/fhir/export-listed")
        .fields()
        .forEachRemaining(one -> listed.put(one.getKey(), one.getValue().asInt()));
    return listed;
  }

  /**
   * How many lines each file has.
   *
   * @param name of the field by which the manifest names a file
   */
  public Map<String, Integer> lines(HttpClient http, String base, String name)
      throws IOException, InterruptedException {
    Map<String, Integer> lines = new TreeMap<>();
    for (JsonNode file : manifest(http, base).path("output")) {
      String at = base + path + file.path("url").asText().replaceFirst(".*(/[^/]+)$", "$1");
      HttpResponse<String> answer = asked(http, at);
      assertThat(answer.statusCode()).as(at).isEqualTo(200);
      lines.put(file.path(name).asText(), (int) answer.body().lines().count());
    }
    return lines;
  }

  private JsonNode manifest(HttpClient http, String base) throws IOException, InterruptedException {
    HttpResponse<String> manifest = asked(http, base + path);
    assertThat(manifest.statusCode()).isEqualTo(200);
    return JSON.readTree(manifest.body());
  }

  private static HttpResponse<String> asked(HttpClient http, String url)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).header("Prefer", "respond-async").build(),
        BodyHandlers.ofString());
  }
}
