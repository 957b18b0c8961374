package org.ketamineregistry.forms;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.GuideDefinitions;

/**
 * Where a form's {@code definition} leads: {@code [profile]#[element id]}, step by step. An id may
 * go further than the profile's snapshot, into the types and extensions that its elements have.
 *
 * @param profile the canonical URL of the profile
 * @param id the element's id
 * @param steps from the resource down to the element
 */
record ElementPath(String profile, String id, List<Step> steps) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final DefaultProfileValidationSupport R4 =
      new DefaultProfileValidationSupport(FHIR);
  private static final Map<String, JsonNode> SNAPSHOTS = new ConcurrentHashMap<>();

  /**
   * One step down.
   *
   * @param id the element's id up to here, as the form writes it
   * @param name the element's name, with {@code [x]} where it is a choice
   * @param slice the slice of it; null for none
   * @param definition the element's definition in the snapshot that has it
   */
  record Step(String id, String name, @Nullable String slice, JsonNode definition) {
    boolean repeats() {
      return !definition.at("/base/max").asText().equals("1");
    }

    List<String> types() {
      return StreamSupport.stream(definition.path("type").spliterator(), false)
          .map(type -> type.path("code").asText().replaceFirst("^.*/System\\.", ""))
          .map(type -> type.equals("String") ? "string" : type)
          .toList();
    }

    /** The canonical URL of an extension; null where the element is none. */
    @Nullable String extension() {
      String url = definition.at("/type/0/profile/0").asText("");
      return name.equals("extension") && !url.isEmpty() ? url : null;
    }

    /** The property in JSON for a value of a type. */
    String property(String type) {
      if (!name.endsWith("[x]")) {
        return name;
      }
      String stem = name.substring(0, name.length() - 3);
      return slice != null && slice.startsWith(stem)
          ? slice
          : stem + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
  }

  /**
   * @throws IllegalArgumentException where the profile is unknown or has no such element
   */
  static ElementPath of(String definition) {
    String[] parts = definition.split("#", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("Not [profile]#[element]: " + definition);
    }
    JsonNode snapshot = snapshot(parts[0]);
    String[] segments = parts[1].split("\\.");
    if (!segments[0].equals(snapshot.path("type").asText())) {
      throw new IllegalArgumentException("Of another type: " + definition);
    }
    String prefix = segments[0];
    var steps = new ArrayList<Step>();
    var id = new StringBuilder(segments[0]);
    for (String segment : Arrays.asList(segments).subList(1, segments.length)) {
      id.append('.').append(segment);
      JsonNode element = element(snapshot, prefix + "." + segment);
      if (element == null) {
        snapshot = snapshot(typeOf(steps, definition));
        prefix = snapshot.path("type").asText();
        element = element(snapshot, prefix + "." + segment);
      }
      if (element == null || element.path("max").asText().equals("0")) {
        throw new IllegalArgumentException("No element " + id + ": " + definition);
      }
      prefix = element.path("id").asText();
      int colon = segment.indexOf(':');
      steps.add(
          new Step(
              id.toString(),
              colon < 0 ? segment : segment.substring(0, colon),
              colon < 0 ? null : segment.substring(colon + 1),
              element));
    }
    return new ElementPath(parts[0], parts[1], List.copyOf(steps));
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The elements of a profile or type, as its snapshot has them. */
  static List<JsonNode> elements(String url) {
    return StreamSupport.stream(snapshot(url).at("/snapshot/element").spliterator(), false)
        .toList();
  }

  static String type(String profile) {
    return snapshot(profile).path("type").asText();
  }

  private static String typeOf(List<Step> steps, String definition) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("No such element: " + definition);
    }
    Step last = steps.get(steps.size() - 1);
    String extension = last.extension();
    if (extension != null) {
      return extension;
    }
    if (last.types().size() != 1) {
      throw new IllegalArgumentException("Of several types: " + definition);
    }
    return "http://hl7.org/fhir/StructureDefinition/" + last.types().get(0);
  }

  private static @Nullable JsonNode element(JsonNode snapshot, String id) {
    for (JsonNode element : snapshot.at("/snapshot/element")) {
      if (element.path("id").asText().equals(id)) {
        return element;
      }
    }
    return null;
  }

  private static JsonNode snapshot(String url) {
    return SNAPSHOTS.computeIfAbsent(url, ElementPath::read);
  }

  private static JsonNode read(String url) {
    StructureDefinition known =
        GuideDefinitions.get().guide().of(StructureDefinition.class).stream()
            .filter(one -> one.getUrl().equals(url))
            .findFirst()
            .orElseGet(() -> (StructureDefinition) R4.fetchStructureDefinition(url));
    if (known == null) {
      throw new IllegalArgumentException("Unknown: " + url);
    }
    try {
      return JSON.readTree(FHIR.newJsonParser().encodeResourceToString(known));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
