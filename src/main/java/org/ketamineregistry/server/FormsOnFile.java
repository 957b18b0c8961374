package org.ketamineregistry.server;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.consent.Clinics;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.forms.Extracted;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.springframework.stereotype.Component;

/** What the registry knows beside a response to a form: whose it is, and on which lawful basis. */
@Component
final class FormsOnFile {
  private final Records records;
  private final Clinics clinics;
  private final Supplier<RuleSet> rules;

  FormsOnFile(Records records, Clinics clinics, Supplier<RuleSet> ruleSetInForce) {
    this.records = records;
    this.clinics = clinics;
    rules = ruleSetInForce;
  }

  /**
   * The same with its provenance. The lawful basis is the jurisdiction's where the clinic does not
   * say one. Where no clinic can be told nothing is attested, and the line refuses it for that.
   *
   * @throws Refused 403 where the registry does not know the clinic that the caller speaks for; 422
   *     where the patient may be of several clinics
   */
  Extracted attested(Extracted extracted, Caller caller) {
    return clinicOf(extracted, caller)
        .map(
            clinic ->
                extracted.attested("Organization/" + clinic, rules.get().lawfulBasis().code()))
        .orElse(extracted);
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
