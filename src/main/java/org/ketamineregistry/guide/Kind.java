package org.ketamineregistry.guide;

import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;

/** The chapters of the index of artefacts, in its order. */
enum Kind {
  PROFILE("Profiles", "What a resource looks like that a registry accepts or makes."),
  EXTENSION("Extensions", "What FHIR R4 has no element for. No other extension is accepted."),
  MODEL("Other structures", "Data types and logical models."),
  VALUE_SET("Value sets", "Which codes an element may have, listed one by one."),
  CODE_SYSTEM("Code systems", "Codes of this guide, where no public one could be verified."),
  CONCEPT_MAP("Concept maps", "How codes of this guide translate to others."),
  NAMING_SYSTEM("Naming systems", "Systems of identifiers."),
  RULE_SET("Practice rule sets", "A jurisdiction's rules of good practice, as data. Examples."),
  MEASURE("Measures", "Questions that a registry and the network answer."),
  LIBRARY("Libraries", "Criteria in CQL, flat views of records, and documents."),
  QUESTIONNAIRE("Questionnaires", "Forms for clinics without an electronic record."),
  CAPABILITY("Capability statements", "What each system can do, and must."),
  OPERATION("Operations", "What can be asked of a registry beside reading and submitting."),
  SEARCH_PARAMETER(
      "Search parameters", "Those that a registry keeps active, each with its reason."),
  GUIDE("Implementation guide", "The guide as a resource."),
  OTHER("Other definitions", "Further definitions of the package."),
  EXAMPLE("Examples", "Realistic records, invented. Each is valid.");

  private final String title;
  private final String about;

  Kind(String title, String about) {
    this.title = title;
    this.about = about;
  }

  String title() {
    return title;
  }

  String about() {
    return about;
  }

  /** Its anchor in the index. */
  String anchor() {
    return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
  }

  /** The kind of a definition. */
  static Kind of(Resource definition) {
    if (definition instanceof StructureDefinition structure) {
      return of(structure);
    }
    return switch (definition.fhirType()) {
      case "ValueSet" -> VALUE_SET;
      case "CodeSystem" -> CODE_SYSTEM;
      case "ConceptMap" -> CONCEPT_MAP;
      case "NamingSystem" -> NAMING_SYSTEM;
      case "PlanDefinition" -> RULE_SET;
      case "Measure" -> MEASURE;
      case "Library" -> LIBRARY;
      case "Questionnaire" -> QUESTIONNAIRE;
      case "CapabilityStatement" -> CAPABILITY;
      case "OperationDefinition" -> OPERATION;
      case "SearchParameter" -> SEARCH_PARAMETER;
      case "ImplementationGuide" -> GUIDE;
      default -> OTHER;
    };
  }

  private static Kind of(StructureDefinition structure) {
    if (structure.getType().equals("Extension")) {
      return EXTENSION;
    }
    return structure.getKind() == StructureDefinitionKind.RESOURCE
            && structure.getDerivation() == TypeDerivationRule.CONSTRAINT
        ? PROFILE
        : MODEL;
  }
}
