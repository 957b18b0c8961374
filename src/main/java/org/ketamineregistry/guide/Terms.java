package org.ketamineregistry.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ValueSet;

/** The words for codes, from the guide's own code systems and value sets. */
final class Terms {
  private final Map<String, String> displays = new HashMap<>();
  private final Map<String, String> definitions = new HashMap<>();
  private final Map<String, String> systems = new HashMap<>();

  Terms(List<Artefact> artefacts) {
    for (Artefact artefact : artefacts) {
      if (artefact.resource() instanceof ValueSet set) {
        set.getCompose()
            .getInclude()
            .forEach(
                include ->
                    include
                        .getConcept()
                        .forEach(
                            concept ->
                                learn(
                                    include.getSystem(),
                                    concept.getCode(),
                                    concept.getDisplay(),
                                    "")));
      }
    }
    for (Artefact artefact : artefacts) {
      if (artefact.resource() instanceof CodeSystem system) {
        learn(system.getUrl(), system.getConcept());
      }
    }
  }

  private void learn(String system, List<ConceptDefinitionComponent> concepts) {
    for (ConceptDefinitionComponent concept : concepts) {
      learn(system, concept.getCode(), concept.getDisplay(), concept.getDefinition());
      systems.putIfAbsent(concept.getCode(), system);
      learn(system, concept.getConcept());
    }
  }

  private void learn(String system, String code, String display, String definition) {
    if (display != null) {
      displays.put(system + "|" + code, display);
    }
    if (definition != null && !definition.isEmpty()) {
      definitions.put(system + "|" + code, definition);
    }
  }

  Optional<String> display(String system, String code) {
    return Optional.ofNullable(displays.get(system + "|" + code));
  }

  /** The words for a code of the guide's own that stands without its system. */
  Optional<String> display(String code) {
    return Optional.ofNullable(systems.get(code)).flatMap(system -> display(system, code));
  }

  Optional<String> definition(String system, String code) {
    return Optional.ofNullable(definitions.get(system + "|" + code));
  }

  /** What a system of codes is called. */
  static String systemName(String system) {
    return switch (system) {
      case "http://snomed.info/sct" -> "SNOMED CT";
      case "http://loinc.org" -> "LOINC";
      case "http://unitsofmeasure.org" -> "UCUM";
      case "https://www.meddra.org" -> "MedDRA";
      case "http://www.whocc.no/atc" -> "ATC";
      case "urn:iso:std:iso:3166" -> "ISO 3166";
      case "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl" -> "NCI Thesaurus";
      default ->
          system.startsWith("http://terminology.hl7.org/")
                  || system.startsWith("http://hl7.org/fhir/")
              ? system.replaceFirst("^.*/", "")
              : system;
    };
  }
}
