package org.ketamineregistry.adapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.ketamineregistry.profiles.ProfilePackage;

/** The codes of the guide's value sets, by code and by the name that the guide gives them. */
public final class GuideCodes {
  private final ProfilePackage guide;

  public GuideCodes(ProfilePackage guide) {
    this.guide = guide;
  }

  /**
   * The codes of a value set.
   *
   * @param id the id of the value set, such as {@code ketamine-route-vs}
   * @return each under its code, and under its display in kebab case
   */
  Map<String, Field.Code> of(String id) {
    Map<String, Field.Code> codes = new LinkedHashMap<>();
    ValueSet set =
        guide.of(ValueSet.class).stream()
            .filter(one -> one.getUrl().endsWith("/ValueSet/" + id))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The guide has no value set " + id));
    for (ConceptSetComponent part : set.getCompose().getInclude()) {
      if (part.hasConcept()) {
        part.getConcept()
            .forEach(one -> put(codes, part.getSystem(), one.getCode(), one.getDisplay()));
      } else {
        concepts(part.getSystem())
            .forEach(one -> put(codes, part.getSystem(), one.getCode(), one.getDisplay()));
      }
    }
    return codes;
  }

  private List<ConceptDefinitionComponent> concepts(String system) {
    return guide.of(CodeSystem.class).stream()
        .filter(one -> one.getUrl().equals(system))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The guide does not list " + system))
        .getConcept();
  }

  private static void put(
      Map<String, Field.Code> codes, String system, String code, String display) {
    var stands = new Field.Code(system, code);
    if (display != null) {
      codes.putIfAbsent(Field.kebab(display), stands);
    }
    codes.putIfAbsent(code, stands);
  }
}
