package org.ketamineregistry.guide;

import org.hl7.fhir.r5.conformance.profile.BindingResolution;
import org.hl7.fhir.r5.conformance.profile.ProfileKnowledgeProvider;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionBindingComponent;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** Tells HL7's renderer where types, profiles and value sets have their pages. */
final class ProfileLinks implements ProfileKnowledgeProvider {
  private final Links links;
  private final String canonical;

  ProfileLinks(Links links, String canonical) {
    this.links = links;
    this.canonical = canonical;
  }

  @Override
  public boolean isDatatype(String typeSimple) {
    return !links.isResourceType(typeSimple);
  }

  @Override
  public boolean isPrimitiveType(String typeSimple) {
    return FhirTypes.isPrimitive(typeSimple);
  }

  @Override
  public boolean isResource(String typeSimple) {
    return links.isResourceType(typeSimple);
  }

  @Override
  public boolean hasLinkFor(String typeSimple) {
    return true;
  }

  @Override
  public String getLinkFor(String corePath, String typeSimple) {
    return links.toType(typeSimple);
  }

  @Override
  public BindingResolution resolveBinding(
      @Nullable StructureDefinition profile,
      ElementDefinitionBindingComponent binding,
      String path) {
    return resolveBinding(profile, binding.getValueSet(), path);
  }

  @Override
  public BindingResolution resolveBinding(
      @Nullable StructureDefinition profile, @Nullable String url, String path) {
    var resolution = new BindingResolution();
    String canonicalUrl = url == null ? "" : url;
    resolution.display =
        links
            .artefact(canonicalUrl)
            .map(Artefact::title)
            .orElseGet(() -> canonicalUrl.replaceFirst("\\|.*$", "").replaceFirst("^.*/", ""));
    resolution.url = links.toCanonical(canonicalUrl).orElse(canonicalUrl);
    resolution.external = links.artefact(canonicalUrl).isEmpty();
    return resolution;
  }

  @Override
  public String getLinkForProfile(@Nullable StructureDefinition profile, String url) {
    String title =
        links.artefact(url).map(Artefact::title).orElseGet(() -> url.replaceFirst("^.*/", ""));
    return links.toCanonical(url).orElse(url) + "|" + title;
  }

  @Override
  public boolean prependLinks() {
    return false;
  }

  @Override
  public String getLinkForUrl(String corePath, String url) {
    return links.toCanonical(url).orElse(url);
  }

  @Override
  public String getCanonicalForDefaultContext() {
    return canonical;
  }

  @Override
  public @Nullable String getDefinitionsName(Resource resource) {
    return null;
  }
}
