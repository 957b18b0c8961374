package org.ketamineregistry.ehr;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** JSON that a test changes before it sends it. Each change makes a new draft. */
public final class Draft {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final JsonNode root;

  private Draft(JsonNode root) {
    this.root = root;
  }

  public static Draft of(String json) {
    return new Draft(read(json));
  }

  /** A bundle of entries; none of them is changed. */
  public static Draft bundle(String type, Draft... entries) {
    ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle").put("type", type);
    ArrayNode list = bundle.putArray("entry");
    for (Draft entry : entries) {
      list.add(entry.root.deepCopy());
    }
    return new Draft(bundle);
  }

  /** An entry that creates or updates a resource at a URL. */
  public static Draft entry(Draft resource, String method, String url) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("fullUrl", "urn:uuid:" + java.util.UUID.randomUUID());
    entry.set("resource", resource.root.deepCopy());
    entry.putObject("request").put("method", method).put("url", url);
    return new Draft(entry);
  }

  public String text() {
    return root.toString();
  }

  /** The same as XML. */
  public String xml() {
    return FHIR.newXmlParser().encodeResourceToString(FHIR.newJsonParser().parseResource(text()));
  }

  public JsonNode node() {
    return root;
  }

  public String string(String pointer) {
    return root.at(pointer).asText();
  }

  public Draft at(String pointer) {
    JsonNode node = root.at(pointer);
    if (node.isMissingNode()) {
      throw new IllegalArgumentException(pointer + " is not in " + text());
    }
    return new Draft(node.deepCopy());
  }

  /**
   * Puts a value in place of another or beside the others.
   *
   * @param pointer a JSON pointer; with a last step {@code -} for one more in an array, which is
   *     made where there is none
   * @param json the value as JSON
   */
  public Draft with(String pointer, String json) {
    JsonNode copy = root.deepCopy();
    JsonPointer at = JsonPointer.compile(pointer);
    String last = at.last().getMatchingProperty();
    if (last.equals("-")) {
      JsonPointer list = at.head();
      ObjectNode parent = (ObjectNode) copy.at(list.head());
      parent.withArray(list.last().getMatchingProperty()).add(read(json));
    } else if (copy.at(at.head()) instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), read(json));
    } else {
      ((ObjectNode) copy.at(at.head())).set(last, read(json));
    }
    return new Draft(copy);
  }

  public Draft withText(String pointer, String text) {
    return with(pointer, JSON.getNodeFactory().textNode(text).toString());
  }

  public Draft without(String pointer) {
    JsonNode copy = root.deepCopy();
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = copy.at(at.head());
    if (parent instanceof ArrayNode array) {
      array.remove(at.last().getMatchingIndex());
    } else {
      ((ObjectNode) parent).remove(at.last().getMatchingProperty());
    }
    return new Draft(copy);
  }

  public Draft with(String pointer, Draft value) {
    return with(pointer, value.text());
  }

  /** A bundle without the entries whose resource has a type. */
  public Draft withoutType(String type) {
    return onlyEntries(entry -> !entry.at("/resource/resourceType").asText().equals(type));
  }

  public Draft onlyEntries(Predicate<JsonNode> wanted) {
    JsonNode copy = root.deepCopy();
    var kept = JSON.createArrayNode();
    StreamSupport.stream(copy.at("/entry").spliterator(), false).filter(wanted).forEach(kept::add);
    ((ObjectNode) copy).set("entry", kept);
    return new Draft(copy);
  }

  /** The index of the first entry whose resource has a type. */
  public int indexOf(String type) {
    for (int i = 0; i < root.at("/entry").size(); i++) {
      if (root.at("/entry/" + i + "/resource/resourceType").asText().equals(type)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No " + type + " in " + text());
  }

  public Draft replacing(String old, String replacement) {
    return of(text().replace(old, replacement));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
