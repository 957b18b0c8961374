package org.ketamineregistry.icsr;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.ProfilePackage;

/**
 * What the guide's codes are called in English, and which number of E2B(R3) they have (property
 * {@code e2b}); both ways, since a report says words where the registry holds codes.
 */
public final class Lexicon {
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, Map<String, Coding>> codes = new HashMap<>();
  private final Map<String, Map<Integer, String>> numbers = new HashMap<>();

  private Lexicon() {}

  /** The words of a compiled guide. */
  public static Lexicon of(ProfilePackage guide) {
    var lexicon = new Lexicon();
    guide.of(CodeSystem.class).forEach(lexicon::learn);
    guide.of(ValueSet.class).forEach(lexicon::learn);
    return lexicon;
  }

  private void learn(CodeSystem system) {
    String id = system.getIdElement().getIdPart();
    for (ConceptDefinitionComponent concept : system.getConcept()) {
      learn(id, system.getUrl(), concept.getCode(), concept.getDisplay());
      concept.getProperty().stream()
          .filter(property -> property.getCode().equals("e2b"))
          .map(ConceptPropertyComponent::getValueIntegerType)
          .forEach(
              number ->
                  numbers
                      .computeIfAbsent(id, any -> new LinkedHashMap<>())
                      .put(number.getValue(), concept.getCode()));
    }
  }

  private void learn(ValueSet set) {
    String id = set.getIdElement().getIdPart();
    for (var include : set.getCompose().getInclude()) {
      include
          .getConcept()
          .forEach(
              concept -> learn(id, include.getSystem(), concept.getCode(), concept.getDisplay()));
    }
  }

  private void learn(String list, String system, String code, @Nullable String display) {
    if (display != null) {
      words.put(system + "|" + code, display);
      codes
          .computeIfAbsent(list, any -> new HashMap<>())
          .put(display, new Coding(system, code, display));
    }
  }

  /** What the guide calls a code; else what the record calls it, else the code itself. */
  String words(Coding coding) {
    String known = words.get(coding.getSystem() + "|" + coding.getCode());
    return known != null ? known : coding.hasDisplay() ? coding.getDisplay() : coding.getCode();
  }

  /** What the first code of a concept is called; null where there is none. */
  @Nullable String words(CodeableConcept concept) {
    return concept.hasCoding() ? words(concept.getCodingFirstRep()) : null;
  }

  /** Whether a code is one of a list. */
  boolean has(String list, Coding coding) {
    return codes.getOrDefault(list, Map.of()).values().stream()
        .anyMatch(
            one ->
                one.getSystem().equals(coding.getSystem())
                    && one.getCode().equals(coding.getCode()));
  }

  /**
   * The code that a word means.
   *
   * @param list the id of the value set or code system that it is one of
   */
  Optional<Coding> code(String list, String display) {
    return Optional.ofNullable(codes.getOrDefault(list, Map.of()).get(display)).map(Coding::copy);
  }

  /** The number that E2B(R3) has for a code of the guide; null where it has none. */
  @Nullable Integer number(String system, @Nullable String code) {
    return numbers.getOrDefault(system, Map.of()).entrySet().stream()
        .filter(entry -> entry.getValue().equals(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** The code of the guide that has a number of E2B(R3). */
  Optional<Coding> numbered(String system, @Nullable Integer number) {
    return Optional.ofNullable(number)
        .map(numbers.getOrDefault(system, Map.of())::get)
        .map(code -> new Coding(Canonical.codeSystem(system), code, null));
  }
}
