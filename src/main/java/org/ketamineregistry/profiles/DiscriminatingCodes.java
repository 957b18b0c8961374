package org.ketamineregistry.profiles;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.ProfileIndex.Code;

/**
 * Reads from a profile which codes an element may have: by pattern, by fixed parts or by binding.
 */
final class DiscriminatingCodes {
  private final Map<String, ValueSet> valueSets;

  DiscriminatingCodes(ProfilePackage guide) {
    valueSets =
        guide.of(ValueSet.class).stream().collect(Collectors.toMap(ValueSet::getUrl, set -> set));
  }

  Set<Code> of(StructureDefinition profile, String element) {
    String path = profile.getType() + "." + element;
    List<ElementDefinition> elements = profile.getSnapshot().getElement();
    var codes = new LinkedHashSet<Code>();
    for (ElementDefinition definition : elements) {
      String at = definition.getPath();
      if (at.equals(path) || at.equals(path + ".coding")) {
        codes.addAll(patterned(definition));
      } else if (at.equals(path + ".coding.code")) {
        codes.addAll(fixed(definition, elements));
      }
    }
    if (codes.isEmpty()) {
      // A binding says less than a pattern, so it counts only where there is none.
      elements.stream()
          .filter(d -> d.getPath().equals(path) || d.getPath().equals(path + ".coding"))
          .forEach(definition -> codes.addAll(bound(definition)));
    }
    if (codes.isEmpty()) {
      throw new IllegalStateException("No code tells " + profile.getUrl() + " from its siblings");
    }
    return codes;
  }

  private static List<Code> patterned(ElementDefinition definition) {
    Type value = definition.hasPattern() ? definition.getPattern() : definition.getFixed();
    if (value instanceof CodeableConcept concept) {
      return concept.getCoding().stream().map(DiscriminatingCodes::code).toList();
    }
    return value instanceof Coding coding ? List.of(code(coding)) : List.of();
  }

  private List<Code> bound(ElementDefinition definition) {
    String url = definition.getBinding().getValueSet();
    ValueSet set = url == null ? null : valueSets.get(url.replaceFirst("\\|.*", ""));
    if (set == null) {
      return List.of();
    }
    return set.getCompose().getInclude().stream()
        .flatMap(
            include ->
                include.getConcept().stream()
                    .map(concept -> new Code(include.getSystem(), concept.getCode())))
        .toList();
  }

  private static List<Code> fixed(ElementDefinition code, List<ElementDefinition> elements) {
    String slice = code.getId().substring(0, code.getId().length() - ".code".length());
    String value = primitive(code);
    for (ElementDefinition other : elements) {
      String system = other.getId().equals(slice + ".system") ? primitive(other) : null;
      if (system != null && value != null) {
        return List.of(new Code(system, value));
      }
    }
    return List.of();
  }

  private static @Nullable String primitive(ElementDefinition definition) {
    Type value = definition.hasFixed() ? definition.getFixed() : definition.getPattern();
    return value instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : null;
  }

  private static Code code(Coding coding) {
    return new Code(coding.getSystem(), coding.getCode());
  }
}
