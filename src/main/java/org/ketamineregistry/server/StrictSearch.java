package org.ketamineregistry.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import java.util.Set;

/**
 * HAPI passes over a search parameter that a provider does not have where its name begins with an
 * underscore, and so would answer another question than was asked.
 */
final class StrictSearch {
  private static final Set<String> OF_THE_RESULT =
      Set.of("_count", "_elements", "_format", "_offset", "_pretty", "_summary", "_total");

  private StrictSearch() {}

  /**
   * @param only the parameters that the type is searched by
   * @throws InvalidRequestException where the search has another
   */
  static void check(RequestDetails request, String... only) {
    for (String name : request.getParameters().keySet()) {
      if (!List.of(only).contains(name) && !OF_THE_RESULT.contains(name)) {
        throw new InvalidRequestException("Not a search parameter of this type");
      }
    }
  }
}
