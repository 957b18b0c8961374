package org.ketamineregistry.server;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import org.hl7.fhir.r4.model.NamingSystem;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Definitions;

/** Shows what the systems of the registry's identifiers mean. */
public final class NamingSystemProvider extends GuideProvider<NamingSystem> {

  NamingSystemProvider(Definitions definitions) {
    super(definitions, NamingSystem.class);
  }

  /** All naming systems, or the one that a URI names. */
  @Search
  public IBundleProvider search(
      @OptionalParam(name = "value") @Nullable StringParam value,
      @Offset @Nullable Integer offset,
      @Count @Nullable Integer count,
      RequestDetails request) {
    StrictSearch.check(request, "value");
    return page(system -> value == null || names(system, value.getValue()), offset, count);
  }

  private static boolean names(NamingSystem system, String value) {
    return system.getUniqueId().stream().anyMatch(id -> value.equals(id.getValue()));
  }
}
