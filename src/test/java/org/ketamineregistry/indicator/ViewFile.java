package org.ketamineregistry.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A ViewDefinition of the guide, as its file has it. */
record ViewFile(JsonNode json) {
  static final Path FOLDER = Path.of("implementation-guide/input/views");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every view of the guide, by its file. */
  static List<ViewFile> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      var views = new ArrayList<ViewFile>();
      for (Path file : files.sorted().toList()) {
        views.add(new ViewFile(JSON.readTree(file.toFile())));
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
