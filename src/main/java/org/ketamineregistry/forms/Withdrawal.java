package org.ketamineregistry.forms;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.profiles.Canonical;

/**
 * Marks a record as one that should not exist, by the status that its type has for this, as the
 * guide's page on corrections says. Nothing is deleted, and all else of the record stays.
 */
final class Withdrawal {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STATUS = "status";
  private static final String ENTERED_IN_ERROR = "entered-in-error";
  private static final String NULLIFIED = Canonical.extension("nullified");

  /** The types that forms make whose status can say it. */
  private static final Set<String> BY_STATUS =
      Set.of("Consent", "Encounter", "MedicationAdministration", "Observation");

  private Withdrawal() {}

  /** Whether a type can say that a record should not exist. */
  static boolean isPossible(String type) {
    return BY_STATUS.contains(type) || type.equals("AdverseEvent");
  }

  /** Whether it is marked already. */
  static boolean isMarked(ObjectNode record) {
    for (JsonNode extension : record.path("extension")) {
      if (extension.path("url").asText().equals(NULLIFIED)) {
        return extension.path("valueBoolean").asBoolean();
      }
    }
    return record.path(STATUS).asText().equals(ENTERED_IN_ERROR);
  }

  /**
   * The record as it is sent to be marked.
   *
   * @param record as it is on file
   * @throws IllegalStateException where its type cannot say it
   */
  static ObjectNode marked(ObjectNode record) {
    ObjectNode marked = record.deepCopy();
    String type = marked.path("resourceType").asText();
    if (!isPossible(type)) {
      throw new IllegalStateException("A " + type + " cannot be withdrawn");
    }
    marked.withObject("/meta").retain("profile");
    if (BY_STATUS.contains(type)) {
      marked.put(STATUS, ENTERED_IN_ERROR);
    } else {
      marked.withArray("extension").addObject().put("url", NULLIFIED).put("valueBoolean", true);
    }
    return marked;
  }

  static ObjectNode json(Resource record) {
    try {
      return (ObjectNode)
          JSON.readTree(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(record));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
