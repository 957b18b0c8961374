package org.ketamineregistry.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Attestation;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Sha256;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.refusal.Problem;

/**
 * What a response to a form became. Only {@link Extraction} makes one; it is attested before it
 * leaves.
 */
public final class Extracted {
  private static final String RESPONSE = "QuestionnaireResponse";

  private final Filled filled;
  private final ObjectNode bundle;
  private final Origins origins;
  private final List<BusinessIdentifier> leftOut;
  private final String content;

  /**
   * The response that was sent.
   *
   * @param form by which it was read, as a URI with its SHA-256
   * @param basis on which the clinic gives the records, where it says so
   */
  record Filled(
      Incoming incoming,
      QuestionnaireResponse response,
      String form,
      Origin.@Nullable Basis basis,
      ItemNames names) {}

  /**
   * @param content what the records say; how they are sent is no part of it
   */
  private Extracted(
      Filled filled,
      ObjectNode bundle,
      Origins origins,
      List<BusinessIdentifier> leftOut,
      String content) {
    this.filled = filled;
    this.bundle = bundle;
    this.origins = origins;
    this.leftOut = leftOut;
    this.content = content;
  }

  static Extracted of(Filled filled, DefinitionExtraction.Result result) {
    ObjectNode bundle = result.transaction();
    var content = new StringBuilder();
    bundle.path("entry").forEach(entry -> content.append(entry.path("resource")).append('|'));
    boolean corrects = filled.response().getStatus() == QuestionnaireResponseStatus.AMENDED;
    return new Extracted(
        filled,
        bundle,
        result.origins(),
        corrects ? result.leftOut() : List.of(),
        content.toString());
  }

  /** The transaction as it would come in at the base, from whoever filled in the form. */
  public Incoming transaction() {
    Incoming incoming = filled.incoming();
    return new Incoming(
        Door.bundle(),
        Format.JSON,
        bundle.toString().getBytes(StandardCharsets.UTF_8),
        incoming.receivedAt(),
        incoming.requestId(),
        incoming.caller());
  }

  /** The patient, as the response refers to the resource. */
  public String patient() {
    return filled.response().getSubject().getReference();
  }

  /** The clinic, as an answer refers to its Organization; empty where no question asks for it. */
  public Optional<String> clinic() {
    return entries()
        .flatMap(entry -> entry.findValuesAsText("reference").stream())
        .filter(reference -> reference.matches("Organization[/?].+"))
        .findFirst();
  }

  /**
   * By which records are known that an earlier response with the same identifier may have become,
   * and this one does not become. None, where the response is no correction.
   */
  public List<BusinessIdentifier> leftOut() {
    return leftOut;
  }

  /**
   * Takes back what a correction leaves out: nothing is deleted, each record is marked as one that
   * should not exist, if nobody changes it meanwhile.
   *
   * @param records the records on file that {@link #leftOut} names, in their current versions
   */
  public Extracted withdrawing(List<Resource> records) {
    ObjectNode whole = bundle.deepCopy();
    ArrayNode all = whole.withArray("entry");
    var said = new StringBuilder(content);
    for (Resource record : records) {
      String at = record.fhirType() + '/' + record.getIdElement().getIdPart();
      said.append(at).append('|');
      ObjectNode json = Withdrawal.json(record);
      if (!Withdrawal.isMarked(json)) {
        origins.put("Bundle.entry[" + all.size() + "].resource", RESPONSE);
        ObjectNode entry = all.addObject();
        entry.put(
            "fullUrl", "urn:uuid:" + UUID.nameUUIDFromBytes(at.getBytes(StandardCharsets.UTF_8)));
        entry.set("resource", Withdrawal.marked(json));
        entry
            .putObject("request")
            .put("method", "PUT")
            .put("url", at)
            .put("ifMatch", "W/\"" + record.getMeta().getVersionId() + '"');
      }
    }
    return new Extracted(filled, whole, origins, leftOut, said.toString());
  }

  /**
   * The provenance of all records in the transaction, which goes with them.
   *
   * @param clinic a reference to the Organization of the clinic that attests it
   * @param basis a code of the guide: the lawful basis where the response was sent without one
   */
  public Extracted attested(String clinic, String basis) {
    Origin.Basis attested = filled.basis() == null ? Origin.Basis.of(basis) : filled.basis();
    Identifier identifier = filled.response().getIdentifier();
    String system = identifier.getSystem();
    var attestation =
        new Attestation(
            system,
            clinic,
            attested,
            false,
            filled.form(),
            new Attestation.Source(
                Origin.Kind.FORM, system, Sha256.of(system + '|' + identifier.getValue())),
            filled.incoming().receivedAt().truncatedTo(ChronoUnit.SECONDS));
    Map<String, String> targets = new LinkedHashMap<>();
    targets.put(patient(), "Patient");
    entries()
        .forEach(
            entry ->
                targets.put(
                    entry.path("fullUrl").asText(), entry.at("/resource/resourceType").asText()));
    ObjectNode whole = bundle.deepCopy();
    ArrayNode all = whole.withArray("entry");
    String at = "Bundle.entry[" + all.size() + "].resource";
    origins.put(at, RESPONSE);
    origins.put(at + ".target[0]", RESPONSE + ".subject");
    all.add(attestation.entry(Sha256.of(content + attestation.said()), targets));
    return new Extracted(filled, whole, origins, leftOut, content);
  }

  private Stream<JsonNode> entries() {
    return StreamSupport.stream(bundle.path("entry").spliterator(), false);
  }

  /**
   * Problems of the transaction as those of the items that they come from, which alone can be
   * mended by who fills in a form.
   */
  public List<Problem> traced(List<Problem> problems) {
    List<Problem> ofItems =
        problems.stream()
            .map(
                problem ->
                    Problem.at(
                        problem.code(),
                        origins.of(String.valueOf(problem.expression())),
                        0,
                        0,
                        problem.message()))
            .distinct()
            .toList();
    return Places.place(filled.incoming(), ofItems).stream()
        .map(problem -> filled.names().named(problem, null))
        .toList();
  }
}
