package org.ketamineregistry.validate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.CodeableConcept;
import org.hl7.fhir.r5.model.Coding;
import org.hl7.fhir.r5.model.DataType;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.model.ValueSet;

/** What the definitions prescribe, in words short enough for a message. */
final class Prescribed {
  private static final int MOST_CODES = 24;

  private final IWorkerContext definitions;

  Prescribed(IWorkerContext definitions) {
    this.definitions = definitions;
  }

  boolean isValueSet(String url) {
    return definitions.fetchResource(ValueSet.class, withoutVersion(url)) != null;
  }

  /**
   * The codes of a value set that are few enough to be listed.
   *
   * @param url its canonical URL, with or without a version
   * @return empty where there are too many, or where they are not listed in the definitions
   */
  List<String> codes(String url) {
    ValueSet set = definitions.fetchResource(ValueSet.class, withoutVersion(url));
    if (set == null) {
      return List.of();
    }
    Set<String> codes = new LinkedHashSet<>();
    for (ValueSet.ConceptSetComponent include : set.getCompose().getInclude()) {
      if (include.hasConcept()) {
        include.getConcept().forEach(concept -> codes.add(concept.getCode()));
      } else {
        CodeSystem system = definitions.fetchCodeSystem(include.getSystem());
        if (system == null || include.hasFilter() || include.hasValueSet()) {
          return List.of();
        }
        system.getConcept().forEach(concept -> codes.add(concept.getCode()));
      }
    }
    return codes.size() > MOST_CODES ? List.of() : List.copyOf(codes);
  }

  /**
   * What tells a slice from its siblings: the values that the profile sets within it.
   *
   * @param slice the element's id, for example {@code Observation.category:VSCat}
   * @return for example {@code coding.system http://loinc.org and coding.code 8867-4}; empty where
   *     the profile sets none
   */
  Optional<String> values(String profile, String slice) {
    StructureDefinition definition =
        definitions.fetchResource(StructureDefinition.class, withoutVersion(profile));
    if (definition == null) {
      return Optional.empty();
    }
    String values =
        definition.getSnapshot().getElement().stream()
            .filter(element -> element.getId().equals(slice) || isWithin(element, slice))
            .flatMap(element -> value(element, slice))
            .collect(Collectors.joining(" and "));
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  /** A slice within a slice is a thing of its own. */
  private static boolean isWithin(ElementDefinition element, String slice) {
    return element.getId().startsWith(slice + ".")
        && !element.getId().substring(slice.length()).contains("extension:");
  }

  private static Stream<String> value(ElementDefinition element, String slice) {
    DataType value = element.hasFixed() ? element.getFixed() : element.getPattern();
    if (value == null) {
      return Stream.empty();
    }
    String path =
        element.getId().equals(slice)
            ? ""
            : element.getId().substring(slice.length() + 1).replaceAll(":[A-Za-z0-9]+|\\[x]", "")
                + " ";
    if (value.isPrimitive()) {
      return Stream.of(path + value.primitiveValue());
    } else if (value instanceof CodeableConcept concept) {
      return concept.getCoding().stream().map(coding -> path + token(coding));
    }
    return value instanceof Coding coding ? Stream.of(path + token(coding)) : Stream.empty();
  }

  private static String token(Coding coding) {
    return coding.getSystem() + "|" + coding.getCode();
  }

  private static String withoutVersion(String canonical) {
    return canonical.replaceFirst("\\|.*", "");
  }
}
