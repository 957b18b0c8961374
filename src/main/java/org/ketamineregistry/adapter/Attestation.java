package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.ketamineregistry.profiles.Canonical;

/**
 * The provenance of the records of one patient in one transaction, a {@code
 * ketamine-import-provenance} of the guide. It is created once, by an identifier that follows from
 * the records: when the same are brought again, by a later run or out of a corrected file, what was
 * attested first stays.
 */
final class Attestation {
  private static final String IDENTIFIER = "identifier";
  private static final String SYSTEM = "system";
  private static final String VALUE = "value";
  private static final String REFERENCE = "reference";
  private static final String PROVENANCE = "Provenance";
  private static final String KIND = "import";
  private static final String LIFECYCLE =
      "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
  private static final String PARTICIPANT =
      "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

  private final Site site;
  private final Origin origin;

  Attestation(Site site, Origin origin) {
    this.site = site;
    this.origin = origin;
  }

  /** What it says beside the records: where it says something else, it is another. */
  String said() {
    return origin.basis().code() + '|' + dates();
  }

  /**
   * The entry of a transaction.
   *
   * @param value of its identifier
   * @param targets the types of what is brought, the patient among it, by reference
   */
  ObjectNode entry(String value, Map<String, String> targets) {
    String condition = IDENTIFIER + '=' + site.system(KIND) + '|' + value;
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put(
        "fullUrl",
        "urn:uuid:" + UUID.nameUUIDFromBytes(condition.getBytes(StandardCharsets.UTF_8)));
    entry.set("resource", resource(value, targets));
    entry
        .putObject("request")
        .put("method", "POST")
        .put("url", PROVENANCE)
        .put("ifNoneExist", condition);
    return entry;
  }

  private ObjectNode resource(String value, Map<String, String> targets) {
    ObjectNode resource = JsonNodeFactory.instance.objectNode();
    resource.put("resourceType", PROVENANCE);
    ArrayNode extensions = resource.putArray("extension");
    extension(extensions, "import-identifier")
        .putObject("valueIdentifier")
        .put(SYSTEM, site.system(KIND))
        .put(VALUE, value);
    extension(extensions, "lawful-basis").put("valueCode", origin.basis().code());
    extension(extensions, "import-dates").put("valueCode", dates());
    ArrayNode target = resource.putArray("target");
    targets.forEach(
        (reference, type) -> target.addObject().put(REFERENCE, reference).put("type", type));
    resource.put("recorded", origin.recorded().toString());
    if (origin.mapping() != null) {
      resource.putArray("policy").add(origin.mapping().uri(site.namespace()));
    }
    coded(resource.putObject("activity"), LIFECYCLE, "transform");
    ArrayNode agents = resource.putArray("agent");
    agent(agents, "custodian")
        .put(REFERENCE, "Organization?identifier=" + Canonical.CLINIC + '|' + site.clinic());
    agent(agents, "assembler")
        .putObject(IDENTIFIER)
        .put(SYSTEM, Canonical.BASE + "/sid/adapter")
        .put(VALUE, "ketamine-registry/" + version());
    ObjectNode source =
        resource.putArray("entity").addObject().put("role", "source").putObject("what");
    ObjectNode identifier = source.putObject(IDENTIFIER);
    coded(
        identifier.putObject("type"),
        Canonical.codeSystem("import-source-cs"),
        origin.kind().code());
    identifier
        .put(SYSTEM, site.system("source"))
        .put(VALUE, site.pseudonyms().of("source of an import", origin.source()));
    return resource;
  }

  private String dates() {
    return site.dates().moves() ? "moved" : "exact";
  }

  private static ObjectNode extension(ArrayNode extensions, String id) {
    return extensions.addObject().put("url", Canonical.extension(id));
  }

  private static ObjectNode agent(ArrayNode agents, String type) {
    ObjectNode agent = agents.addObject();
    coded(agent.putObject("type"), PARTICIPANT, type);
    return agent.putObject("who");
  }

  private static void coded(ObjectNode concept, String system, String code) {
    concept.putArray("coding").addObject().put(SYSTEM, system).put("code", code);
  }

  private static String version() {
    String version = Attestation.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
