package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;

/** HAPI's FHIR server, which goes by the request id that the log has, and not by the sender's. */
final class ReadingServer extends RestfulServer {
  private static final long serialVersionUID = 1L;

  ReadingServer(FhirContext context) {
    super(context);
  }

  @Override
  protected String getOrCreateRequestId(HttpServletRequest request) {
    return RequestIdFilter.of(request);
  }
}
