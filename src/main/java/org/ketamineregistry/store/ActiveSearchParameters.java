package org.ketamineregistry.store;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.hl7.fhir.r4.model.SearchParameter;
import org.ketamineregistry.profiles.Definitions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Makes the guide's search parameters, and no others, the ones that are indexed. */
@Component
final class ActiveSearchParameters implements SmartInitializingSingleton {
  private final Definitions definitions;
  private final DaoRegistry daos;
  private final ISearchParamRegistry registry;

  ActiveSearchParameters(Definitions definitions, DaoRegistry daos, ISearchParamRegistry registry) {
    this.definitions = definitions;
    this.daos = daos;
    this.registry = registry;
  }

  @Override
  public void afterSingletonsInstantiated() {
    IFhirResourceDao<SearchParameter> dao = daos.getResourceDao(SearchParameter.class);
    for (SearchParameter parameter : definitions.guide().of(SearchParameter.class)) {
      dao.update(parameter.copy(), new SystemRequestDetails());
    }
    registry.forceRefresh();
  }
}
