package org.ketamineregistry.adapter.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.mapping.ClinicPart;
import org.ketamineregistry.adapter.mapping.MappingFile;
import org.ketamineregistry.adapter.mapping.Part;
import org.ketamineregistry.adapter.mapping.UnusableMapping;

/** Reads mapping files, strictly: all that is wrong is told at once, before a row is read. */
public final class MappingReader {
  private final Templates templates;
  private final List<String> mistakes = new ArrayList<>();
  private final List<Mapping.Named> columns = new ArrayList<>();

  private MappingReader(Templates templates) {
    this.templates = templates;
  }

  /**
   * Reads a mapping.
   *
   * @throws UnusableMapping with every mistake
   */
  public static Mapping read(String yaml, Templates templates) throws UnusableMapping {
    return new MappingReader(templates).mapping(MappingFile.read(yaml));
  }

  private Mapping mapping(JsonNode file) throws UnusableMapping {
    var root = new Part(file, "", mistakes);
    root.only("mapping", "source", "clinic", "skip", "records");
    TableFormat format = new SourceReader(root.at("source")).format();
    var mapping =
        new Mapping(
            root.required("mapping"),
            format,
            ClinicPart.read(root),
            root.list("skip").stream().map(this::condition).toList(),
            records(root, format),
            columns);
    if (!mistakes.isEmpty()) {
      throw new UnusableMapping(mistakes);
    }
    return mapping;
  }

  private List<RecordMapping> records(Part root, TableFormat format) {
    List<Part> parts = root.list("records");
    if (parts.isEmpty()) {
      root.at("records").mistake("is missing: nothing would be made of any row.");
    }
    Map<Part, Template> known = new LinkedHashMap<>();
    for (Part part : parts) {
      part.only("kind", "when", "key", "fields");
      String kind = part.required("kind");
      Optional<Template> template = templates.of(kind);
      if (template.isPresent()) {
        known.put(part, template.get());
      } else if (!kind.isEmpty()) {
        part.at("kind")
            .mistake(
                "there is no such kind; there are: "
                    + templates.all().stream().map(Template::kind).collect(Collectors.joining(", "))
                    + ".");
      }
    }
    Map<String, List<Key>> keys = new LinkedHashMap<>();
    Map<Part, Key> own = new LinkedHashMap<>();
    known.forEach(
        (part, template) -> {
          Key key = key(part, format);
          own.put(part, key);
          keys.computeIfAbsent(template.kind(), kind -> new ArrayList<>()).add(key);
        });
    List<String> order = templates.all().stream().map(Template::kind).toList();
    var records = new ArrayList<RecordMapping>();
    own.forEach((part, key) -> records.add(record(part, known, key, keys, format)));
    records.sort(Comparator.comparingInt(record -> order.indexOf(record.template().kind())));
    return records;
  }

  private RecordMapping record(
      Part part,
      Map<Part, Template> known,
      Key key,
      Map<String, List<Key>> keys,
      TableFormat format) {
    Template template = known.getOrDefault(part, templates.all().get(0));
    Map<String, Cells> fields = new LinkedHashMap<>();
    Map<String, Key> records = new LinkedHashMap<>();
    Map<String, Part> said = part.map("fields");
    said.forEach(
        (name, one) -> {
          Field field = template.fields().get(name);
          if (field == null) {
            one.mistake(
                "a record "
                    + template.kind()
                    + " has no such field; it has: "
                    + String.join(", ", template.fields().keySet())
                    + ".");
          } else if (field.type() == FieldType.RECORD) {
            records.put(name, key(one.only("key"), format));
          } else {
            fields.put(name, new FieldReader(field, format, columns).read(one));
          }
        });
    for (Field field : template.fields().values()) {
      if (field.required() && field.preset() == null && !said.containsKey(field.name())) {
        // The one record of the kind that the mapping makes is meant, by the key that it has there.
        List<Key> meant = keys.getOrDefault(String.valueOf(field.kind()), List.of());
        if (field.type() == FieldType.RECORD && Set.copyOf(meant).size() == 1) {
          records.put(field.name(), meant.get(0));
        } else {
          part.at("fields")
              .mistake(
                  field.name()
                      + " is missing, and a record "
                      + template.kind()
                      + " needs it: "
                      + field.about()
                      + ".");
        }
      }
    }
    List<Condition> when =
        part.at("when").node().isArray()
            ? part.list("when").stream().map(this::condition).toList()
            : part.has("when") ? List.of(condition(part.at("when"))) : List.of();
    return new RecordMapping(template, when, key, fields, records);
  }

  private Key key(Part part, TableFormat format) {
    var parts = new ArrayList<Cells>();
    for (Part one : part.list("key")) {
      if (one.node().isValueNode()) {
        String column = String.valueOf(one.text());
        columns.add(new Mapping.Named(one.place(), column));
        parts.add(new Cells(List.of(column), Reading.plain()));
      } else {
        parts.add(FieldReader.ofKey(format, columns).read(one));
      }
    }
    if (parts.stream().allMatch(cells -> cells.columns().isEmpty())) {
      part.at("key")
          .mistake("names no column; it is a list of the columns that say which record it is.");
    }
    return new Key(parts);
  }

  private Condition condition(Part part) {
    part.only("column", "in");
    String column = part.required("column");
    columns.add(new Mapping.Named(part.at("column").place(), column));
    if (!part.has("in")) {
      return new Condition(column, null);
    }
    Set<String> in = new HashSet<>();
    part.texts("in").forEach(word -> in.add(Words.folded(word)));
    return new Condition(column, in);
  }
}
