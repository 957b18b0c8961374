package org.ketamineregistry.adapter.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.ketamineregistry.adapter.mapping.CodeMap;
import org.ketamineregistry.adapter.mapping.Unfit;

/**
 * A source's codes for the guide's. A concept may have several codings; those that the mapping
 * knows have to mean the same.
 *
 * @param map by {@code system|code}; a code that has no system by itself
 */
record Codes(CodeMap map) implements ElementReading {
  private static final CodeMap.Refusal REFUSAL =
      new CodeMap.Refusal(
          "The mapping takes its codes for",
          "Make the path or the patterns narrower.",
          "The mapping has no row for this code, or there is none. Add it, as system|code, with one"
              + " of:");

  @Override
  public Optional<String> read(List<Base> found, Around around) throws Unfit {
    if (found.isEmpty()) {
      return map.ofNothing();
    }
    List<String> said = new ArrayList<>();
    found.forEach(element -> keys(element, said));
    Set<String> meant = new LinkedHashSet<>();
    said.forEach(key -> meant.addAll(map.meanings(key, key)));
    return map.one(meant, REFUSAL);
  }

  private static void keys(Base element, List<String> keys) {
    if (element instanceof CodeableConcept concept) {
      concept.getCoding().forEach(coding -> keys(coding, keys));
    } else if (element instanceof Coding coding) {
      if (coding.hasCode()) {
        keys.add(
            coding.hasSystem() ? coding.getSystem() + "|" + coding.getCode() : coding.getCode());
      }
    } else {
      ElementReading.plain(element).ifPresent(keys::add);
    }
  }
}
