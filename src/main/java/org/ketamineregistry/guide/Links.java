package org.ketamineregistry.guide;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where names lead to: artefacts to their page, what is of FHIR R4 to HL7's pages. */
final class Links {
  static final String SPECIFICATION = "https://hl7.org/fhir/R4/";

  private static final Pattern OF_HL7 =
      Pattern.compile("http://hl7\\.org/fhir/(StructureDefinition|ValueSet|CodeSystem)/([\\w.-]+)");
  private static final Pattern CODES_OF_HL7 = Pattern.compile("http://hl7\\.org/fhir/([\\w-]+)");
  private static final Set<String> METADATA_TYPES =
      Set.of(
          "ContactDetail",
          "Contributor",
          "DataRequirement",
          "Expression",
          "ParameterDefinition",
          "RelatedArtifact",
          "TriggerDefinition",
          "UsageContext");
  private static final Map<String, String> PAGES_OF_THEIR_OWN =
      Map.of(
          "Reference", "references.html#Reference",
          "Extension", "extensibility.html#Extension",
          "Meta", "resource.html#Meta",
          "Narrative", "narrative.html#Narrative",
          "xhtml", "narrative.html#xhtml",
          "Dosage", "dosage.html#Dosage",
          "ElementDefinition", "elementdefinition.html",
          "Resource", "resource.html",
          "DomainResource", "domainresource.html");

  private final Map<String, Artefact> byCanonical = new HashMap<>();
  private final Map<String, Artefact> byReference = new HashMap<>();
  private final Set<String> resourceTypes = FhirContext.forR4Cached().getResourceTypes();

  Links(List<Artefact> artefacts) {
    for (Artefact artefact : artefacts) {
      artefact.url().ifPresent(url -> byCanonical.put(url, artefact));
      byReference.put(artefact.type() + "/" + artefact.id(), artefact);
    }
  }

  /** The artefact of a canonical, which may end in a version. */
  Optional<Artefact> artefact(String canonical) {
    return Optional.ofNullable(byCanonical.get(canonical.replaceFirst("\\|.*$", "")));
  }

  /** The artefact of a reference such as {@code Patient/patient-gb-1}. */
  Optional<Artefact> referenced(String reference) {
    return Optional.ofNullable(byReference.get(reference));
  }

  /** Where a canonical leads, if anywhere. */
  Optional<String> toCanonical(String canonical) {
    String url = canonical.replaceFirst("\\|.*$", "");
    return artefact(url).map(Artefact::page).or(() -> toHl7(url));
  }

  /** Where any string of a resource leads, if it is a canonical or a reference. */
  Optional<String> toString(String value) {
    return toCanonical(value).or(() -> referenced(value).map(Artefact::page));
  }

  boolean isResourceType(String type) {
    return resourceTypes.contains(type);
  }

  /** HL7's page of a type. */
  String toType(String type) {
    String own = PAGES_OF_THEIR_OWN.get(type);
    if (own != null) {
      return SPECIFICATION + own;
    }
    if (resourceTypes.contains(type)) {
      return SPECIFICATION + type.toLowerCase(java.util.Locale.ROOT) + ".html";
    }
    String page = METADATA_TYPES.contains(type) ? "metadatatypes.html#" : "datatypes.html#";
    return SPECIFICATION + page + type.replaceFirst("^http://hl7.org/fhirpath/System\\.", "");
  }

  private Optional<String> toHl7(String url) {
    Matcher definition = OF_HL7.matcher(url);
    if (definition.matches()) {
      String id = definition.group(2);
      return Optional.of(
          switch (definition.group(1)) {
            case "ValueSet" -> SPECIFICATION + "valueset-" + id + ".html";
            case "CodeSystem" -> SPECIFICATION + "codesystem-" + id + ".html";
            default ->
                Character.isUpperCase(id.charAt(0)) || FhirTypes.isPrimitive(id)
                    ? toType(id)
                    : SPECIFICATION
                        + "extension-"
                        + id.toLowerCase(java.util.Locale.ROOT)
                        + ".html";
          });
    }
    Matcher codes = CODES_OF_HL7.matcher(url);
    if (codes.matches()) {
      return Optional.of(SPECIFICATION + "codesystem-" + codes.group(1) + ".html");
    }
    return switch (url) {
      case "http://snomed.info/sct" -> Optional.of("https://www.snomed.org/gps");
      case "http://loinc.org" -> Optional.of("https://loinc.org/");
      case "http://unitsofmeasure.org" -> Optional.of("https://ucum.org/");
      case "https://www.meddra.org" -> Optional.of(url);
      default ->
          url.startsWith("http://terminology.hl7.org/")
              ? Optional.of(url.replaceFirst("^http:", "https:"))
              : Optional.empty();
    };
  }
}
