package org.ketamineregistry.cli.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ketamineregistry.cli.source.AdaptFhirCommand;
import picocli.CommandLine;

/**
 * The example's resources of an EHR. The person stands in each value of each resource in turn, and
 * in all elements at once that every resource or every domain resource can have, and in those of a
 * patient that name somebody.
 */
record PlantedResources() implements Planted {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public CommandLine command() {
    return new CommandLine(new AdaptFhirCommand());
  }

  @Override
  public List<String> written(Path folder) throws IOException {
    Path examples = Path.of("docs/adapt");
    Path mapping = Files.copy(examples.resolve("fhir-ehr.yaml"), folder.resolve("mapping.yaml"));
    Files.copy(
        examples.resolve("fhir-ehr-formulary.json"), folder.resolve("fhir-ehr-formulary.json"));
    var lines = new ArrayList<String>();
    for (String line : Files.readAllLines(examples.resolve("fhir-ehr.ndjson"))) {
      if (line.endsWith("}") && JSON.readTree(line) instanceof ObjectNode resource) {
        lines.add(named(resource.deepCopy()));
        plant(resource, resource, lines);
      }
    }
    Files.write(source(folder), lines);
    return List.of(source(folder).toString(), "--mapping", mapping.toString());
  }

  /** In each value in turn, each time as another resource. */
  private static void plant(ObjectNode resource, JsonNode within, List<String> lines) {
    if (within instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode own = object.get(name);
        if (own.isValueNode() && !name.equals("resourceType")) {
          for (String word : List.of(Person.EVERYTHING, Person.NUMBER)) {
            object.set(name, TextNode.valueOf(word));
            lines.add(renamed(resource, name.equals("id") && within == resource, lines.size()));
          }
          object.set(name, own);
        } else {
          plant(resource, own, lines);
        }
      }
    } else if (within instanceof ArrayNode array) {
      array.forEach(one -> plant(resource, one, lines));
    }
  }

  private static String renamed(ObjectNode resource, boolean keep, int number) {
    ObjectNode other = resource.deepCopy();
    if (!keep) {
      other.put("id", other.path("id").asText() + "-" + number);
    }
    return other.toString();
  }

  /** With all that can say who it is, in elements that the mapping does not read. */
  private static String named(ObjectNode resource) {
    resource
        .putObject("text")
        .put("status", "generated")
        .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + Person.EVERYTHING + "</div>");
    ObjectNode meta = resource.withObject("/meta");
    meta.put("source", "urn:" + Person.NUMBER);
    meta.putArray("tag").addObject().put("system", "urn:x").put("display", Person.NAME);
    resource.put("language", "en");
    resource
        .withArray("/identifier")
        .addObject()
        .put("system", "urn:x")
        .put("value", Person.NUMBER);
    resource
        .withArray("/extension")
        .addObject()
        .put("url", "urn:" + Person.NUMBER)
        .put("valueString", Person.EVERYTHING);
    ObjectNode contained = resource.withArray("/contained").addObject();
    contained.put("resourceType", "RelatedPerson").put("id", "relation");
    contained.putObject("patient").put("display", Person.NAME);
    contained.putArray("name").addObject().put("text", Person.NAME);
    if (resource.path("resourceType").asText().equals("Patient")) {
      resource
          .putArray("name")
          .addObject()
          .put("family", Person.NAME)
          .put("text", Person.EVERYTHING);
      resource.putArray("telecom").addObject().put("system", "phone").put("value", Person.PHONE);
      resource.putArray("address").addObject().put("text", Person.ADDRESS);
      resource.putArray("contact").addObject().putObject("name").put("text", Person.NAME);
      resource.putArray("photo").addObject().put("title", Person.NAME);
    } else {
      for (String name : List.of("subject", "patient")) {
        if (resource.get(name) instanceof ObjectNode reference) {
          reference.put("display", Person.EVERYTHING);
        }
      }
      if (!Set.of("Consent", "Encounter", "EpisodeOfCare")
          .contains(resource.path("resourceType").asText())) {
        resource.putArray("note").addObject().put("text", Person.EVERYTHING);
      }
    }
    return resource.toString();
  }

  @Override
  public Path source(Path folder) {
    return folder.resolve("ehr.ndjson");
  }

  @Override
  public Path refused(Path folder) {
    return folder.resolve("ehr-refused.ndjson");
  }

  @Override
  public String toString() {
    return "fhir-ehr";
  }
}
