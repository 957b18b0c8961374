package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.consent.Clinics;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.forms.Extracted;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * What the registry knows beside a response to a form: whose it is, on which lawful basis, and what
 * an earlier response with the same identifier became.
 */
@Component
final class FormsOnFile {
  private final Records records;
  private final Clinics clinics;
  private final Supplier<RuleSet> rules;
  private final Access access;
  private final FhirContext context;

  FormsOnFile(
      Records records,
      Clinics clinics,
      Supplier<RuleSet> ruleSetInForce,
      Access access,
      FhirContext context) {
    this.access = access;
    this.context = context;
    this.records = records;
    this.clinics = clinics;
    rules = ruleSetInForce;
  }

  /**
   * The same with what a correction takes back, and with its provenance. The lawful basis is the
   * jurisdiction's where the clinic does not say one. Where no clinic can be told nothing is added,
   * and the line refuses it for that.
   *
   * @throws Refused 403 where the registry does not know the clinic that the caller speaks for, or
   *     the caller may not read what is taken back; 422 where the patient may be of several clinics
   */
  Extracted completed(Extracted extracted, Exchange exchange, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> clinic = clinicOf(extracted, Callers.of(exchange.request()));
    if (clinic.isEmpty()) {
      return extracted;
    }
    return extracted
        .withdrawing(leftOut(extracted, clinic.get(), exchange, chain))
        .attested("Organization/" + clinic.get(), rules.get().lawfulBasis().code());
  }

  /** What is on file of what a correction leaves out, as the caller would read it. */
  private List<Resource> leftOut(
      Extracted extracted, String clinic, Exchange exchange, FilterChain chain)
      throws IOException, ServletException {
    Map<BusinessIdentifier, List<Known>> known =
        records.byIdentifier(Set.copyOf(extracted.leftOut()));
    var found = new ArrayList<Resource>();
    for (BusinessIdentifier identifier : extracted.leftOut()) {
      for (Known record : known.getOrDefault(identifier, List.of())) {
        if (record.owner().equals(clinic)) {
          access.require(Callers.of(exchange.request()), Operation.READ, record.type());
          found.add(read(record, exchange, chain));
        }
      }
    }
    return found;
  }

  private Resource read(Known record, Exchange exchange, FilterChain chain)
      throws IOException, ServletException {
    RecordOnFile read = RecordOnFile.read(exchange, record.type() + "/" + record.id(), chain);
    if (!read.isReadable()) {
      throw Refused.because(
          ErrorCode.FORBIDDEN,
          "The correction leaves out what an earlier response became. To take that record back it is"
              + " read, and you may not read it now: the patient's decision or the purpose in your"
              + " token does not permit it.");
    }
    IParser parser =
        exchange.format() == Format.JSON ? context.newJsonParser() : context.newXmlParser();
    return (Resource) parser.parseResource(new String(read.body(), StandardCharsets.UTF_8));
  }

  /**
   * The registry's id of the clinic: the caller's, or where a caller speaks for none the patient's.
   */
  private Optional<String> clinicOf(Extracted extracted, Caller caller) {
    Optional<String> own = clinics.of(caller);
    if (own.isPresent()) {
      return own;
    }
    Set<String> owners = new HashSet<>(meant(extracted.patient(), Known::owner));
    extracted.clinic().ifPresent(named -> owners.retainAll(meant(named, Known::id)));
    if (owners.size() > 1) {
      throw new Refused(
          Problem.at(
              ErrorCode.CLINIC_AMBIGUOUS,
              "QuestionnaireResponse.subject",
              0,
              0,
              "More than one clinic has a patient with this identifier: name the patient by"
                  + " Patient/[id]."));
    }
    return owners.stream().findFirst();
  }

  private Set<String> meant(String reference, Function<Known, String> told) {
    String type = reference.replaceFirst("[/?].*", "");
    List<Known> found =
        BusinessIdentifier.parse(type, reference)
            .map(
                identifier ->
                    records.byIdentifier(Set.of(identifier)).getOrDefault(identifier, List.of()))
            .orElseGet(
                () ->
                    List.copyOf(
                        records
                            .byId(Set.of(reference.substring(reference.indexOf('/') + 1)))
                            .values()));
    return found.stream()
        .filter(known -> known.type().equals(type))
        .map(told)
        .collect(Collectors.toSet());
  }
}
