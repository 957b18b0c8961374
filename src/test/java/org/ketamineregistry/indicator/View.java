package org.ketamineregistry.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A ViewDefinition of the guide. */
record View(JsonNode json) {
  static final Path FOLDER = Path.of("implementation-guide/input/views");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every view of the guide, by its file. */
  static List<View> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      var views = new ArrayList<View>();
      for (Path file : files.sorted().toList()) {
        views.add(new View(JSON.readTree(file.toFile())));
      }
      return views;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return json.get("name").asText();
  }

  String resource() {
    return json.get("resource").asText();
  }

  Map<String, String> constants() {
    var constants = new HashMap<String, String>();
    json.path("constant")
        .forEach(
            constant ->
                constants.put(constant.get("name").asText(), constant.get("valueString").asText()));
    return constants;
  }

  List<String> where() {
    return StreamSupport.stream(json.path("where").spliterator(), false)
        .map(condition -> condition.get("path").asText())
        .toList();
  }

  /** All columns, those of each part of a union again and again. */
  List<JsonNode> columns() {
    var columns = new ArrayList<JsonNode>();
    json.findValues("column").forEach(list -> list.forEach(columns::add));
    return columns;
  }

  /** The names of the columns, those of a union once. */
  List<String> columnNames() {
    var names = new ArrayList<String>();
    for (JsonNode select : json.get("select")) {
      names.addAll(names(select));
    }
    return names;
  }

  private static List<String> names(JsonNode select) {
    var names = new ArrayList<String>();
    select.path("column").forEach(column -> names.add(column.get("name").asText()));
    select.path("select").forEach(inner -> names.addAll(names(inner)));
    if (select.has("unionAll")) {
      names.addAll(names(select.get("unionAll").get(0)));
    }
    return names;
  }

  @Override
  public String toString() {
    return name();
  }
}
