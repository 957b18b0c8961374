package org.ketamineregistry.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.fhir.ElementReading.Around;
import org.ketamineregistry.adapter.mapping.Condition;
import org.ketamineregistry.adapter.mapping.Excerpt;
import org.ketamineregistry.adapter.mapping.Notation;
import org.ketamineregistry.adapter.mapping.Terms;

/** How mappings of resources write what they read: by types, and by paths in each. */
final class ResourceNotation implements Notation<Around> {
  private static final Terms TERMS = new Terms("resource", "path", "id", "missing");

  private final FhirContext context;
  private final FhirMappingReader.Beside beside;
  private final Paths paths;
  private final String base;
  private final Map<String, Set<String>> makers = new LinkedHashMap<>();
  private final List<FhirMapping.Expression> expressions = new ArrayList<>();

  /**
   * @param root the whole mapping
   */
  ResourceNotation(Part root, FhirContext context, FhirMappingReader.Beside beside) {
    this.context = context;
    this.beside = beside;
    paths = new Paths(context);
    base = root.at("source").only("base").text("base", "").replaceAll("/+$", "");
    for (JsonNode record : root.at("records").node()) {
      makers
          .computeIfAbsent(record.path("kind").asText(), kind -> new LinkedHashSet<>())
          .add(record.path("from").asText());
    }
  }

  /** All expressions that were compiled, by the type that they are about. */
  List<FhirMapping.Expression> expressions() {
    return List.copyOf(expressions);
  }

  @Override
  public Terms terms() {
    return TERMS;
  }

  @Override
  public Condition<Around> skip(Part part) {
    String type = type(part.only("from", "when"));
    return type.isEmpty()
        ? new ResourceCondition("", List.of())
        : new OfType(type, part).condition();
  }

  @Override
  public Optional<OfRecord<Around>> record(Part part) {
    String type = type(part.only("kind", "from", "when", "key", "fields"));
    return type.isEmpty() ? Optional.empty() : Optional.of(new OfType(type, part));
  }

  private static String type(Part part) {
    String from = part.required("from");
    if (from.isEmpty() || Paths.isType(from)) {
      return from;
    }
    part.at("from").mistake("is no type of resource of FHIR R4, such as MedicationAdministration.");
    return "";
  }

  /** A part that is about the resources of a type. */
  private final class OfType implements OfRecord<Around> {
    private final String type;
    private final Part part;
    private final ElementsReader elements;

    private OfType(String type, Part part) {
      this.type = type;
      this.part = part;
      elements = new ElementsReader(this::path, ResourceNotation.this::conceptMap);
    }

    @Override
    public String from() {
      return type;
    }

    @Override
    public List<Condition<Around>> when() {
      return List.of(condition());
    }

    private ResourceCondition condition() {
      List<Path> all = new ArrayList<>();
      for (Part one : part.oneOrMore("when")) {
        Optional<Path> path = path(one);
        if (path.isPresent() && !path.get().types().equals(Set.of("boolean"))) {
          one.mistake("is neither true nor false; it is a condition such as status = 'completed'.");
        } else {
          path.ifPresent(all::add);
        }
      }
      return new ResourceCondition(type, all);
    }

    @Override
    public Optional<Excerpt<Around>> key(Part one) {
      return key(one, new KeyPart(base, Set.of()));
    }

    @Override
    public Optional<Excerpt<Around>> key(Part one, String kind) {
      return key(one, new KeyPart(base, makers.getOrDefault(kind, Set.of())));
    }

    private Optional<Excerpt<Around>> key(Part one, KeyPart reading) {
      if (!one.node().isValueNode() && one.only("path", "constant").has("constant")) {
        return Optional.of(new Elements(null, ElementReading.constant(one.required("constant"))));
      }
      return path(one.node().isValueNode() ? one : one.at("path"))
          .map(path -> new Elements(path, ElementReading.each(reading)));
    }

    @Override
    public Excerpt<Around> field(Part said, Field field) {
      return elements.field(said, field);
    }

    private Optional<Path> path(Part said) {
      String text = said.text();
      if (text == null || text.isBlank()) {
        return Optional.empty();
      }
      expressions.add(new FhirMapping.Expression(type, text));
      try {
        return Optional.of(paths.compile(text.strip(), type));
      } catch (Paths.NoPath e) {
        said.mistake("is no FHIRPath of " + type + ": " + e.getMessage());
        return Optional.empty();
      }
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
