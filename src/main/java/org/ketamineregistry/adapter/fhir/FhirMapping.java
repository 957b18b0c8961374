package org.ketamineregistry.adapter.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.mapping.ClinicPart;
import org.ketamineregistry.adapter.mapping.RecordRule;
import org.ketamineregistry.adapter.mapping.Rules;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * What the resources of a source are in the guide's words, as a data manager declares it.
 *
 * @param name of the mapping
 * @param clinic whose resources they are
 * @param rules which records its resources make
 * @param words all expressions, by the type that they are about
 */
public record FhirMapping(
    String name, ClinicPart clinic, Rules<ElementReading.Around> rules, List<Expression> words) {

  /** An expression where the mapping has it. */
  record Expression(String type, String text) {}

  /** The clinic as the records' owner. */
  public Site site(Pseudonyms pseudonyms) {
    return clinic.site(pseudonyms);
  }

  /**
   * Where records come from that it makes.
   *
   * @param text its text
   * @param source SHA-256 of the resources
   * @param now when the records are made
   */
  public Origin origin(Origin.Kind kind, String text, String source, Instant now) {
    return clinic.origin(kind, name, text, source, now);
  }

  /** The types that it reads, in the order in which their records build on each other. */
  public List<String> types() {
    return rules.records().stream().map(RecordRule::from).distinct().toList();
  }

  /**
   * The transaction that a resource makes, or what is wrong with it; empty and without faults where
   * the mapping leaves the resource out.
   */
  Draft draft(Resource resource, Site site, Templates templates) {
    var draft = new Draft(site, templates);
    if (!types().contains(resource.fhirType())) {
      return draft;
    }
    var around = new ElementReading.Around(resource, clinic.zone());
    if (rules.fill(around, resource.fhirType(), draft)) {
      doubt(resource, draft);
    }
    return draft;
  }

  /** What could turn the meaning of a resource round, and the mapping does not look at. */
  private void doubt(Resource resource, Draft draft) {
    List<String> unseen = new ArrayList<>();
    if (resource.hasImplicitRules()) {
      unseen.add("implicitRules");
    }
    if (resource instanceof DomainResource domain && domain.hasModifierExtension()) {
      unseen.add("modifierExtension");
    }
    if (isTakenBack(resource)) {
      unseen.add("status");
    }
    for (String element : unseen) {
      boolean seen =
          words.stream()
              .anyMatch(
                  one -> one.type().equals(resource.fhirType()) && one.text().contains(element));
      if (!seen) {
        draft.fault(
            Fault.of(
                ErrorCode.INVALID,
                resource.fhirType() + "." + element,
                element.equals("status")
                    ? "The source took it back as entered in error, and the mapping does not look"
                        + " at the status. Leave such resources out by skip, or map the status."
                    : "It can turn the meaning of the resource round, and the mapping does not look"
                        + " at it. Name it in when or skip."));
      }
    }
  }

  private static boolean isTakenBack(Resource resource) {
    Property status = resource.getNamedProperty("status");
    return status != null
        && status.getValues().stream()
            .map(Base::primitiveValue)
            .anyMatch("entered-in-error"::equals);
  }
}
