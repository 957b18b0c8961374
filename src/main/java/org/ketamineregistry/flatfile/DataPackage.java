package org.ketamineregistry.flatfile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.ketamineregistry.projection.Column;
import org.ketamineregistry.projection.View;

/**
 * The dictionary of an export: what each file and each column means, as a tabular data package of
 * Frictionless Data (version 1). It is made of the views, which fill the files.
 *
 * @see <a href="https://specs.frictionlessdata.io/tabular-data-package/">Tabular Data Package</a>
 */
public final class DataPackage {
  public static final String NAME = "datapackage.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private DataPackage() {}

  /**
   * @param views whose files the export has
   * @param version of the guide whose views they are
   * @param completeTo the moment that the export is complete to
   */
  public static byte[] of(List<View> views, String version, Instant completeTo) {
    ObjectNode dictionary = JSON.createObjectNode();
    dictionary
        .put("profile", "tabular-data-package")
        .put("name", "ketamine-registry")
        .put("title", "Flat files of a ketamine registry")
        .put("version", version)
        .put("created", completeTo.toString())
        .put(
            "description",
            "Keys and identifiers are pseudonyms of this export: equal in all its files, and in no"
                + " other export. Days and moments stand as they were recorded, with the precision"
                + " and the offset that they were recorded with: 2026, 2026-09, 2026-09-08 or"
                + " 2026-09-08T10:00:00+01:00. A text that begins with an apostrophe before one of"
                + " = + - @ has it from the export, so that no spreadsheet takes it for a formula.");
    ArrayNode files = dictionary.putArray("resources");
    views.forEach(view -> file(files.addObject(), view, views));
    return dictionary.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }

  private static void file(ObjectNode file, View view, List<View> views) {
    file.put("profile", "tabular-data-resource")
        .put("name", view.name())
        .put("path", view.name() + ".csv")
        .put("title", view.title())
        .put("description", view.description())
        .put("format", "csv")
        .put("mediatype", FlatFile.MEDIA_TYPE)
        .put("encoding", "utf-8");
    file.putObject("dialect")
        .put("delimiter", ",")
        .put("quoteChar", "\"")
        .put("doubleQuote", true)
        .put("lineTerminator", "\r\n")
        .put("header", true);
    ObjectNode schema = file.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    view.columns().forEach(column -> field(fields.addObject(), view, column, views));
    schema.putArray("missingValues").add("");
  }

  private static void field(ObjectNode field, View view, Column column, List<View> views) {
    field
        .put("name", column.name())
        .put(
            "type",
            switch (column.type()) {
              case TRUTH -> "boolean";
              case WHOLE_NUMBER -> "integer";
              case DECIMAL -> "number";
              // A day may be a month or a year, which Frictionless has no one type for.
              case KEY, TEXT, DAY, MOMENT -> "string";
            })
        .put("description", column.meaning())
        .put("fhirType", column.fhirType());
    String unit = ColumnPolicy.unit(view, column);
    if (view.columns().stream().anyMatch(other -> other.name().equals(unit))) {
      field.put("unitColumn", unit);
    } else if (!unit.isEmpty()) {
      field.put("unit", unit).put("unitSystem", "http://unitsofmeasure.org");
    }
    if (ColumnPolicy.of(view, column) != ColumnPolicy.SHOWN) {
      field.put("pseudonym", true);
    }
    views.stream()
        .filter(other -> column.name().equals(other.name() + "_id") && hasKey(other))
        .forEach(other -> field.put("joins", other.name() + ".id"));
  }

  private static boolean hasKey(View view) {
    return view.columns().stream().anyMatch(column -> column.name().equals("id"));
  }
}
