package org.ketamineregistry.cli.ask;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param indicator the id of a Measure
 * @param start the first day of the period
 * @param end its last day
 * @param filters dimensions with the band to narrow to
 * @param stratifiers dimensions to divide by
 * @param members the ids of the members to ask; empty for all
 * @param deadline how long to wait for them, in seconds; null for as the registry has it
 * @param guideVersion the version of the guide that is worked by
 */
record Question(
    String indicator,
    LocalDate start,
    LocalDate end,
    Map<String, String> filters,
    List<String> stratifiers,
    List<String> members,
    @Nullable Integer deadline,
    String guideVersion) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEMBER = "https://ketamine-registry.example/fhir/sid/network-member";

  /** The parameters of {@code $ask-network}, as JSON. */
  String text() {
    ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
    ArrayNode list = parameters.putArray("parameter");
    list.addObject().put("name", "period-start").put("valueDate", start.toString());
    list.addObject().put("name", "period-end").put("valueDate", end.toString());
    filters.forEach(
        (dimension, band) -> {
          ArrayNode parts = list.addObject().put("name", "filter").putArray("part");
          parts.addObject().put("name", "dimension").put("valueCode", dimension);
          parts.addObject().put("name", "band").put("valueCode", band);
        });
    stratifiers.forEach(one -> list.addObject().put("name", "stratifier").put("valueCode", one));
    list.addObject().put("name", "guide-version").put("valueString", guideVersion);
    members.forEach(
        member ->
            list.addObject()
                .put("name", "member")
                .putObject("valueIdentifier")
                .put("system", MEMBER)
                .put("value", member));
    if (deadline != null) {
      list.addObject()
          .put("name", "deadline")
          .putObject("valueDuration")
          .put("value", deadline)
          .put("unit", "s")
          .put("system", "http://unitsofmeasure.org")
          .put("code", "s");
    }
    return parameters.toString();
  }
}
