package org.ketamineregistry.server;

import ca.uhn.fhir.rest.openapi.OpenApiInterceptor;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.CapabilityStatement;

/**
 * The CapabilityStatement once more: as an OpenAPI document at {@code [base]/api-docs}, and as
 * HAPI's page to click through at {@code [base]/swagger-ui/}. The document is the registry's own,
 * since HAPI's tells of more than the doors let through.
 */
public final class RegistryApi extends OpenApiInterceptor {
  private static final String DOCUMENT = WriteDoor.BASE + "/api-docs";
  private static final String PAGE = WriteDoor.BASE + "/swagger-ui/";

  RegistryApi() {
    setUseResourcePages(false);
    setBannerImage("");
  }

  /** Whether a request is for the document or the page; a browser at the base is led there. */
  static boolean isAddressed(HttpServletRequest request) {
    String path = request.getRequestURI();
    String accept = request.getHeader("Accept");
    return path.equals(DOCUMENT)
        || path.startsWith(PAGE)
        || (request.getMethod().equals("GET")
            && (path.equals(WriteDoor.BASE) || path.equals(WriteDoor.BASE + "/"))
            && accept != null
            && accept.startsWith("text/html"));
  }

  /** HAPI calls a file that the page does not have a mistake of the server's. */
  @Override
  protected boolean handleResourceRequest(
      HttpServletResponse response, ServletRequestDetails request, String path) throws IOException {
    try {
      return super.handleResourceRequest(response, request, path);
    } catch (InternalErrorException e) {
      throw new ResourceNotFoundException("No such file");
    }
  }

  @Override
  protected OpenAPI generateOpenApi(ServletRequestDetails request) {
    // HAPI leaves the encoding to the web server, which would take ISO 8859-1.
    request.getServletResponse().setCharacterEncoding(StandardCharsets.UTF_8.name());
    return ApiDocument.of(
        (CapabilityStatement) request.getServer().getCapabilityStatement(request));
  }
}
