package org.ketamineregistry.adapter.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Declaration;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.mapping.ClinicPart;

/** Reads mapping files, strictly: all that is wrong is told at once, before a row is read. */
public final class MappingReader {
  private final Templates templates;
  private final List<Mapping.Named> columns = new ArrayList<>();

  private MappingReader(Templates templates) {
    this.templates = templates;
  }

  /**
   * Reads a mapping.
   *
   * @throws Mistaken with every mistake
   */
  public static Mapping read(String yaml, Templates templates) throws Mistaken {
    return new MappingReader(templates).mapping(Declaration.read(yaml));
  }

  private Mapping mapping(Part root) throws Mistaken {
    root.only("mapping", "source", "clinic", "skip", "records");
    TableFormat format = new SourceReader(root.at("source")).format();
    ClinicPart clinic = ClinicPart.read(root);
    var mapping =
        new Mapping(
            root.required("mapping"),
            format,
            clinic,
            SourceReader.kind(root.at("source")),
            root.list("skip").stream().map(this::condition).toList(),
            records(root, format, clinic.dates()),
            columns);
    root.check();
    return mapping;
  }

  /** A record as the mapping names it: its template, and the key that says which record it is. */
  private record Known(Part part, Template template, Key key) {}

  private List<RecordMapping> records(Part root, TableFormat format, DatePolicy dates) {
    List<Part> parts = root.list("records");
    if (parts.isEmpty()) {
      root.at("records").mistake("is missing: nothing would be made of any row.");
    }
    var known = new ArrayList<Known>();
    for (Part part : parts) {
      part.only("kind", "when", "key", "fields");
      String kind = part.required("kind");
      dates.objection(kind).ifPresent(why -> part.at("kind").mistake(why));
      Optional<Template> template = templates.of(kind);
      if (template.isPresent()) {
        known.add(new Known(part, template.get(), key(part, format)));
      } else if (!kind.isEmpty()) {
        part.at("kind")
            .mistake(
                "there is no such kind; there are: "
                    + templates.all().stream().map(Template::kind).collect(Collectors.joining(", "))
                    + ".");
      }
    }
    Map<String, List<Key>> keys = new LinkedHashMap<>();
    known.forEach(
        one ->
            keys.computeIfAbsent(one.template().kind(), kind -> new ArrayList<>()).add(one.key()));
    List<String> order = templates.all().stream().map(Template::kind).toList();
    var records = new ArrayList<RecordMapping>();
    known.forEach(one -> records.add(record(one, keys, format)));
    records.sort(Comparator.comparingInt(record -> order.indexOf(record.template().kind())));
    return records;
  }

  private RecordMapping record(Known known, Map<String, List<Key>> keys, TableFormat format) {
    Part part = known.part();
    Template template = known.template();
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
    return new RecordMapping(template, when, known.key(), fields, records);
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
