package org.ketamineregistry.server;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.UriParam;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Definitions;

/** Shows artefacts that have a canonical URL. */
public final class DefinitionProvider<T extends MetadataResource> extends GuideProvider<T> {

  DefinitionProvider(Definitions definitions, Class<T> type) {
    super(definitions, type);
  }

  /** All artefacts, or the one with a canonical URL. */
  @Search
  public IBundleProvider search(
      @OptionalParam(name = "url") @Nullable UriParam url,
      @Offset @Nullable Integer offset,
      @Count @Nullable Integer count,
      RequestDetails request) {
    StrictSearch.check(request, "url");
    return page(
        definition -> url == null || url.getValue().equals(definition.getUrl()), offset, count);
  }
}
