package org.ketamineregistry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ketamineregistry.ehr.Draft;

/** An export as whoever began it sees it. */
final class Exported {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryUnderTest registry;
  private final String[] caller;
  private final String path;

  private Exported(RegistryUnderTest registry, String path, String... caller) {
    this.registry = registry;
    this.path = path;
    this.caller = caller;
  }

  /**
   * Asks for an export.
   *
   * @param query with its question mark; empty for none
   * @param caller headers by which the caller is told
   */
  static HttpAnswer ask(RegistryUnderTest registry, String query, String... caller) {
    return askAt("/Patient/$export", registry, query, caller);
  }

  /** Asks for an export at another level. */
  static HttpAnswer askAt(
      String level, RegistryUnderTest registry, String query, String... caller) {
    String[] headers = new String[caller.length + 2];
    headers[0] = "Prefer";
    headers[1] = "respond-async";
    System.arraycopy(caller, 0, headers, 2, caller.length);
    return registry.get(level + query, headers);
  }

  /** Begins an export, and expects no trouble. */
  static Exported begun(RegistryUnderTest registry, String query, String... caller) {
    return of(registry, ask(registry, query, caller), caller);
  }

  /** The export that an answer tells of. */
  static Exported of(RegistryUnderTest registry, HttpAnswer answer, String... caller) {
    AnswerAssert.assertThat(answer).hasStatus(202);
    String url = answer.header("Content-Location").orElseThrow();
    return new Exported(registry, url.substring(registry.base().length()), caller);
  }

  /** The same export, asked for by somebody else. */
  Exported as(RegistryUnderTest other) {
    return new Exported(other, path);
  }

  /** The path below the base. */
  String path() {
    return path;
  }

  HttpAnswer poll() {
    return registry.get(path, caller);
  }

  JsonNode manifest() {
    HttpAnswer answer = poll();
    AnswerAssert.assertThat(answer).hasStatus(200);
    try {
      return JSON.readTree(answer.text());
    } catch (JsonProcessingException e) {
      throw new AssertionError("No manifest: " + answer, e);
    }
  }

  /** The types of which there is a file. */
  List<String> types() {
    return manifest().findValuesAsText("type");
  }

  HttpAnswer file(String type) {
    return registry.get(path + "/" + type + ".ndjson", caller);
  }

  /** What is in the file of a type now. */
  List<Draft> resources(String type) {
    HttpAnswer answer = file(type);
    AnswerAssert.assertThat(answer).hasStatus(200);
    return answer.text().lines().map(Draft::of).toList();
  }

  /** {@code Type/id} of what all files have now. */
  List<String> records() {
    return StreamSupport.stream(manifest().path("output").spliterator(), false)
        .map(file -> file.path("type").asText())
        .flatMap(type -> resources(type).stream())
        .map(resource -> resource.string("/resourceType") + "/" + resource.string("/id"))
        .toList();
  }

  HttpAnswer cancel() {
    return registry.send("DELETE", path, new byte[0], caller);
  }
}
