package org.ketamineregistry.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.forms.ElementPath.Step;

/**
 * The elements of the guide's profiles and of FHIR's types, as their snapshots have them. Safe for
 * concurrent use; the definitions never change while the process lives.
 */
final class Elements {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final IWorkerContext definitions;
  private final Map<String, JsonNode> snapshots = new ConcurrentHashMap<>();
  private final Map<String, ElementPath> paths = new ConcurrentHashMap<>();

  Elements(IWorkerContext definitions) {
    this.definitions = definitions;
  }

  /**
   * Where a form's {@code definition} leads.
   *
   * @param definition {@code [profile]#[element id]}
   * @throws IllegalArgumentException where the profile is unknown or has no such element
   */
  ElementPath path(String definition) {
    ElementPath known = paths.get(definition);
    if (known == null) {
      known = read(definition);
      paths.put(definition, known);
    }
    return known;
  }

  /** The elements of a profile or type, as its snapshot has them. */
  List<JsonNode> of(String url) {
    return StreamSupport.stream(snapshot(url).at("/snapshot/element").spliterator(), false)
        .toList();
  }

  String type(String profile) {
    return snapshot(profile).path("type").asText();
  }

  private ElementPath read(String definition) {
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
      steps.add(Step.of(id.toString(), segment, element));
    }
    return new ElementPath(parts[0], parts[1], List.copyOf(steps));
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

  private JsonNode snapshot(String url) {
    JsonNode known = snapshots.get(url);
    if (known == null) {
      known = load(url);
      snapshots.put(url, known);
    }
    return known;
  }

  private JsonNode load(String url) {
    StructureDefinition known = definitions.fetchResource(StructureDefinition.class, url);
    if (known == null) {
      throw new IllegalArgumentException("Unknown: " + url);
    }
    try {
      return JSON.readTree(new JsonParser().composeString(known));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new IllegalStateException("Not written as JSON: " + url, e);
    }
  }
}
