package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Canonical;

/**
 * The provenance of the records of one patient in one transaction, a {@code
 * ketamine-import-provenance} of the guide. It is created once, by an identifier that follows from
 * the records: when the same are brought again, by a later run or out of a corrected file, what was
 * attested first stays.
 *
 * @param system of its identifier, and of no other record's of the same kind
 * @param clinic which keeps the source and attests the basis, as a reference to its Organization
 * @param basis on which the clinic gives the records to the registry (R16)
 * @param moved whether the dates are other than in the source
 * @param policy by which the source was read, as a URI with its SHA-256; null where nothing
 *     declares it
 * @param source out of which the records were made
 * @param recorded when they were made
 */
public record Attestation(
    String system,
    String clinic,
    Origin.Basis basis,
    boolean moved,
    @Nullable String policy,
    Source source,
    Instant recorded) {
  private static final String IDENTIFIER = "identifier";
  private static final String SYSTEM = "system";
  private static final String VALUE = "value";
  private static final String REFERENCE = "reference";
  private static final String PROVENANCE = "Provenance";
  private static final String LIFECYCLE =
      "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
  private static final String PARTICIPANT =
      "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

  /**
   * A source, named so that the clinic finds it again and nobody else.
   *
   * @param system of its identifier, a URI of the clinic's own
   * @param value a digest, 32 to 64 hexadecimal digits
   */
  public record Source(Origin.Kind kind, String system, String value) {}

  static Attestation of(Site site, Origin origin) {
    return new Attestation(
        site.system("import"),
        "Organization?identifier=" + Canonical.CLINIC + '|' + site.clinic(),
        origin.basis(),
        site.dates().moves(),
        origin.mapping() == null ? null : origin.mapping().uri(site.namespace()),
        new Source(
            origin.kind(),
            site.system("source"),
            site.pseudonyms().of("source of an import", origin.source())),
        origin.recorded());
  }

  /** What it says beside the records: where it says something else, it is another. */
  public String said() {
    return basis.code() + '|' + dates();
  }

  /**
   * The entry of a transaction.
   *
   * @param value of its identifier
   * @param targets the types of what is brought, the patient among it, by reference
   */
  public ObjectNode entry(String value, Map<String, String> targets) {
    String condition = IDENTIFIER + '=' + system + '|' + value;
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put(
        "fullUrl",
        "urn:uuid:" + UUID.nameUUIDFromBytes(condition.getBytes(StandardCharsets.UTF_8)));
    entry.set("resource", resource(value, targets));
    entry
        .putObject("request")
        .put("method", "POST")
        .put("url", PROVENANCE)
        .put("ifNoneExist", encoded(condition));
    return entry;
  }

  private ObjectNode resource(String value, Map<String, String> targets) {
    ObjectNode resource = JsonNodeFactory.instance.objectNode();
    resource.put("resourceType", PROVENANCE);
    ArrayNode extensions = resource.putArray("extension");
    extension(extensions, "import-identifier")
        .putObject("valueIdentifier")
        .put(SYSTEM, system)
        .put(VALUE, value);
    extension(extensions, "lawful-basis").put("valueCode", basis.code());
    extension(extensions, "import-dates").put("valueCode", dates());
    ArrayNode target = resource.putArray("target");
    targets.forEach(
        (reference, type) -> target.addObject().put(REFERENCE, reference).put("type", type));
    resource.put("recorded", recorded.toString());
    if (policy != null) {
      resource.putArray("policy").add(policy);
    }
    coded(resource.putObject("activity"), LIFECYCLE, "transform");
    ArrayNode agents = resource.putArray("agent");
    agent(agents, "custodian").put(REFERENCE, clinic);
    agent(agents, "assembler")
        .putObject(IDENTIFIER)
        .put(SYSTEM, Canonical.BASE + "/sid/adapter")
        .put(VALUE, "ketamine-registry/" + version());
    ObjectNode what =
        resource.putArray("entity").addObject().put("role", "source").putObject("what");
    ObjectNode identifier = what.putObject(IDENTIFIER);
    coded(
        identifier.putObject("type"),
        Canonical.codeSystem("import-source-cs"),
        source.kind().code());
    identifier.put(SYSTEM, source.system()).put(VALUE, source.value());
    return resource;
  }

  private String dates() {
    return moved ? "moved" : "exact";
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

  /** A condition is a query, in which what has a meaning of its own is escaped. */
  private static String encoded(String condition) {
    return condition
        .replace("%", "%25")
        .replace("&", "%26")
        .replace("#", "%23")
        .replace("+", "%2B");
  }

  private static String version() {
    String version = Attestation.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
