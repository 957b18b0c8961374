package org.ketamineregistry.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Definitions;

/** Shows the artefacts of one type of the profile package, as the registry applies them. */
public final class DefinitionProvider<T extends MetadataResource> implements IResourceProvider {
  private final List<T> definitions;
  private final Class<T> type;

  DefinitionProvider(Definitions definitions, Class<T> type) {
    this.definitions = definitions.guide().of(type);
    this.type = type;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return type;
  }

  /** The artefact with an id. */
  @Read
  public IBaseResource read(@IdParam IdType id) {
    return definitions.stream()
        .filter(definition -> definition.getIdElement().getIdPart().equals(id.getIdPart()))
        .findFirst()
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  /** All artefacts, or the one with a canonical URL. */
  @Search
  public List<T> search(@OptionalParam(name = "url") @Nullable UriParam url) {
    return definitions.stream()
        .filter(definition -> url == null || url.getValue().equals(definition.getUrl()))
        .toList();
  }
}
