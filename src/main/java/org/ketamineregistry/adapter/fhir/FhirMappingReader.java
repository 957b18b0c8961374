package org.ketamineregistry.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Declaration;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.mapping.ClinicPart;

/** Reads mapping files, strictly: all that is wrong is told at once, before anything is read. */
public final class FhirMappingReader {
  private final Templates templates;
  private final FhirContext context;
  private final Beside beside;
  private final Paths paths;
  private final List<FhirMapping.Expression> words = new ArrayList<>();

  /** The files beside a mapping. */
  public interface Beside {
    /**
     * The text of one.
     *
     * @throws IOException where it is not there
     */
    String read(String name) throws IOException;
  }

  private FhirMappingReader(Templates templates, FhirContext context, Beside beside) {
    this.templates = templates;
    this.context = context;
    this.beside = beside;
    paths = new Paths(context);
  }

  /**
   * Reads a mapping.
   *
   * @param beside where ConceptMaps are that it names
   * @throws Mistaken with every mistake
   */
  public static FhirMapping read(
      String yaml, Templates templates, FhirContext context, Beside beside) throws Mistaken {
    return new FhirMappingReader(templates, context, beside).mapping(Declaration.read(yaml));
  }

  private FhirMapping mapping(Part root) throws Mistaken {
    root.only("mapping", "source", "clinic", "skip", "records");
    String base = root.at("source").only("base").text("base", "").replaceAll("/+$", "");
    ClinicPart clinic = ClinicPart.read(root);
    var mapping =
        new FhirMapping(
            root.required("mapping"),
            clinic,
            root.list("skip").stream().map(part -> condition(part.only("from", "when"))).toList(),
            records(root, base, clinic.dates()),
            words);
    root.check();
    return mapping;
  }

  /** A part {@code records[n]} that names a kind and a type that there are. */
  private record Known(Part part, Template template, String from, Key key) {}

  private List<RecordRule> records(Part root, String base, DatePolicy dates) {
    List<Part> parts = root.list("records");
    if (parts.isEmpty()) {
      root.at("records").mistake("is missing: nothing would be made of any resource.");
    }
    Map<String, Set<String>> makers = new LinkedHashMap<>();
    parts.forEach(
        part ->
            makers
                .computeIfAbsent(part.text("kind", ""), kind -> new LinkedHashSet<>())
                .add(part.text("from", "")));
    var known = new ArrayList<Known>();
    for (Part part : parts) {
      part.only("kind", "from", "when", "key", "fields");
      Optional<Template> template = template(part);
      dates.objection(part.text("kind", "")).ifPresent(why -> part.at("kind").mistake(why));
      String from = type(part);
      if (template.isPresent() && !from.isEmpty()) {
        known.add(
            new Known(part, template.get(), from, key(part, from, new KeyPart(base, Set.of()))));
      }
    }
    List<String> order = templates.all().stream().map(Template::kind).toList();
    return known.stream()
        .map(one -> rule(one, known, makers, base))
        .sorted(Comparator.comparingInt(rule -> order.indexOf(rule.template().kind())))
        .toList();
  }

  private Optional<Template> template(Part part) {
    String kind = part.required("kind");
    Optional<Template> template = templates.of(kind);
    if (template.isEmpty() && !kind.isEmpty()) {
      part.at("kind")
          .mistake(
              "there is no such kind; there are: "
                  + templates.all().stream().map(Template::kind).collect(Collectors.joining(", "))
                  + ".");
    }
    return template;
  }

  private static String type(Part part) {
    String from = part.required("from");
    if (from.isEmpty() || Paths.isType(from)) {
      return from;
    }
    part.at("from").mistake("is no type of resource of FHIR R4, such as MedicationAdministration.");
    return "";
  }

  private RecordRule rule(
      Known own, List<Known> known, Map<String, Set<String>> makers, String base) {
    Part part = own.part();
    Template template = own.template();
    Map<String, Elements> fields = new LinkedHashMap<>();
    Map<String, Key> records = new LinkedHashMap<>();
    Map<String, Part> said = part.map("fields");
    var compilation =
        new FhirFieldReader.Compilation(one -> path(one, own.from()), this::conceptMap);
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
            Set<String> from = makers.getOrDefault(String.valueOf(field.kind()), Set.of());
            records.put(name, key(one.only("key"), own.from(), new KeyPart(base, from)));
          } else {
            fields.put(name, new FhirFieldReader(field, compilation).read(one));
          }
        });
    for (Field field : template.fields().values()) {
      if (field.required() && field.preset() == null && !said.containsKey(field.name())) {
        // The one record of the kind that is made of the same resource is meant, by its key.
        List<Known> meant =
            known.stream()
                .filter(one -> one.template().kind().equals(field.kind()))
                .filter(one -> one.from().equals(own.from()))
                .toList();
        if (field.type() == FieldType.RECORD && meant.size() == 1) {
          records.put(field.name(), meant.get(0).key());
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
    return new RecordRule(template, condition(part), own.key(), fields, records);
  }

  private Condition condition(Part part) {
    String from = type(part);
    List<Path> paths = new ArrayList<>();
    List<Part> said =
        part.at("when").node().isArray()
            ? part.list("when")
            : part.has("when") ? List.of(part.at("when")) : List.of();
    for (Part one : said) {
      Path path = from.isEmpty() ? null : path(one, from);
      if (path != null && !path.types().equals(Set.of("boolean"))) {
        one.mistake("is neither true nor false; it is a condition such as status = 'completed'.");
      } else if (path != null) {
        paths.add(path);
      }
    }
    return new Condition(from, paths);
  }

  private Key key(Part part, String from, KeyPart reading) {
    var parts = new ArrayList<Elements>();
    for (Part one : part.list("key")) {
      if (!one.node().isValueNode() && one.only("path", "constant").has("constant")) {
        parts.add(new Elements(null, ElementReading.constant(one.required("constant"))));
      } else {
        Path path = path(one.node().isValueNode() ? one : one.at("path"), from);
        if (path != null) {
          parts.add(new Elements(path, ElementReading.each(reading)));
        }
      }
    }
    if (parts.stream().allMatch(elements -> elements.path() == null)) {
      part.at("key")
          .mistake("names no path; it is a list of what says which record it is, such as [id].");
    }
    return new Key(parts);
  }

  private @Nullable Path path(Part part, String from) {
    String text = part.text();
    if (text == null || text.isBlank()) {
      return null;
    }
    words.add(new FhirMapping.Expression(from, text));
    try {
      return paths.compile(text.strip(), from);
    } catch (Paths.NoPath e) {
      part.mistake("is no FHIRPath of " + from + ": " + e.getMessage());
      return null;
    }
  }

  private Map<String, String> conceptMap(Part part) {
    String name = String.valueOf(part.text());
    try {
      return ConceptMapFile.read(beside.read(name), context);
    } catch (IOException e) {
      part.mistake("there is no such file beside the mapping.");
    } catch (DataFormatException e) {
      part.mistake("is no ConceptMap of FHIR R4 in JSON, or leads from one code to several.");
    }
    return Map.of();
  }
}
