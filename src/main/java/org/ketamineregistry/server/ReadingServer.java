package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * HAPI's FHIR server, which goes by the request id that the log has, and not by the sender's, and
 * tells nobody its version.
 */
final class ReadingServer extends RestfulServer {
  private static final long serialVersionUID = 1L;

  ReadingServer(FhirContext context) {
    super(context);
  }

  @Override
  protected String getOrCreateRequestId(HttpServletRequest request) {
    return RequestIdFilter.of(request);
  }

  @Override
  public void addHeadersToResponse(HttpServletResponse response) {
    // HAPI would name itself and its version.
  }
}
