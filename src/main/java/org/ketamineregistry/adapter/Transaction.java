package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Records as a transaction of FHIR. Each replaces the one with its identifier. The transaction's
 * own identifier is that of its content: the same content is the same submission, wherever it is
 * sent from. Where the site tells its records' origin, a provenance for each patient goes with
 * them.
 */
final class Transaction {
  private final Site site;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  Transaction(Site site) {
    this.site = site;
  }

  /**
   * A record.
   *
   * @param patient whose it is, by pseudonym
   */
  private record Entry(ObjectNode json, String patient) {
    String address() {
      return json.path("fullUrl").textValue();
    }

    String type() {
      return json.at("/resource/resourceType").asText();
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Adds a record.
   *
   * @param place where the registry finds it, or makes it
   * @param patient whose it is, by pseudonym
   * @return false where a record was at the place already
   */
  boolean put(String place, ObjectNode resource, String patient) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(
        "fullUrl", "urn:uuid:" + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)));
    json.set("resource", resource);
    json.putObject("request").put("method", "PUT").put("url", place);
    return entries.put(place, new Entry(json, patient)) == null;
  }

  /** How its records refer to the one at a place, which may be among them or at the registry. */
  String reference(String place) {
    Entry here = entries.get(place);
    return here == null ? place : here.address();
  }

  /** How many provenances stand behind the records. */
  int provenances() {
    return site.origin() == null ? 0 : targets().size();
  }

  ObjectNode bundle() {
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    bundle.put("resourceType", "Bundle");
    ArrayNode entry = JsonNodeFactory.instance.arrayNode();
    entries.values().forEach(one -> entry.add(one.json()));
    Origin origin = site.origin();
    Attestation attestation = origin == null ? null : Attestation.of(site, origin);
    // When it was brought, and out of which file, is no part of what it says.
    String content = entry + (attestation == null ? "" : attestation.said());
    bundle
        .putObject("identifier")
        .put("system", site.system("submission"))
        .put("value", Sha256.of(content));
    bundle.put("type", "transaction");
    if (attestation != null) {
      targets()
          .forEach(
              (patient, targets) ->
                  entry.add(attestation.entry(Sha256.of(content + '|' + patient), targets)));
    }
    bundle.set("entry", entry);
    return bundle;
  }

  /** What a provenance is about, by patient: the records and, once, the patient. */
  private Map<String, Map<String, String>> targets() {
    Map<String, Map<String, String>> targets = new LinkedHashMap<>();
    entries
        .values()
        .forEach(
            one ->
                targets
                    .computeIfAbsent(one.patient(), this::patientAlone)
                    .put(one.address(), one.type()));
    return targets;
  }

  private Map<String, String> patientAlone(String patient) {
    Map<String, String> targets = new LinkedHashMap<>();
    String place = Identities.placeOfPatient(patient);
    if (!entries.containsKey(place)) {
      targets.put(place, "Patient");
    }
    return targets;
  }
}
