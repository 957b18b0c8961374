package org.ketamineregistry.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where a form's {@code definition} leads: {@code [profile]#[element id]}, step by step. An id may
 * go further than the profile's snapshot, into the types and extensions that its elements have.
 *
 * @param profile the canonical URL of the profile
 * @param id the element's id
 * @param steps from the resource down to the element
 */
record ElementPath(String profile, String id, List<Step> steps) {

  /**
   * One step down.
   *
   * @param id the element's id up to here, as the form writes it
   * @param name the element's name, with {@code [x]} where it is a choice
   * @param slice the slice of it; null for none
   * @param definition the element's definition in the snapshot that has it
   */
  record Step(String id, String name, @Nullable String slice, JsonNode definition) {
    /**
     * @param segment the last part of an element's id, {@code component:SystolicBP} for example
     */
    static Step of(String id, String segment, JsonNode definition) {
      int colon = segment.indexOf(':');
      return new Step(
          id,
          colon < 0 ? segment : segment.substring(0, colon),
          colon < 0 ? null : segment.substring(colon + 1),
          definition);
    }

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

    /** The element's name in FHIRPath, where a choice goes by its stem. */
    String stem() {
      return name.endsWith("[x]") ? name.substring(0, name.length() - 3) : name;
    }

    /** The property in JSON for a value of a type. */
    String property(String type) {
      if (!name.endsWith("[x]")) {
        return name;
      }
      return slice != null && slice.startsWith(stem())
          ? slice
          : stem() + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }
}
