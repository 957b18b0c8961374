package org.ketamineregistry.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/**
 * A ConceptMap of the source's own, as codes. What a target is narrower than, or is only related
 * to, would be a guess: such rows are no rows.
 */
final class ConceptMapFile {
  private static final Set<ConceptMapEquivalence> SAFE =
      EnumSet.of(
          ConceptMapEquivalence.EQUAL,
          ConceptMapEquivalence.EQUIVALENT,
          ConceptMapEquivalence.WIDER,
          ConceptMapEquivalence.SUBSUMES);

  private ConceptMapFile() {}

  /**
   * The target codes by {@code system|code} of the source.
   *
   * @throws DataFormatException where it is no ConceptMap of R4, or leads from one code to several
   */
  static Map<String, String> read(String json, FhirContext context) {
    Map<String, String> codes = new LinkedHashMap<>();
    ConceptMap map = context.newJsonParser().parseResource(ConceptMap.class, json);
    map.getGroup()
        .forEach(
            group ->
                group
                    .getElement()
                    .forEach(
                        element ->
                            element.getTarget().stream()
                                .filter(
                                    target ->
                                        SAFE.contains(target.getEquivalence()) && target.hasCode())
                                .forEach(
                                    target -> {
                                      String key =
                                          (group.hasSource() ? group.getSource() + "|" : "")
                                              + element.getCode();
                                      String before = codes.put(key, target.getCode());
                                      if (before != null && !before.equals(target.getCode())) {
                                        throw new DataFormatException("two targets");
                                      }
                                    })));
    return codes;
  }
}
