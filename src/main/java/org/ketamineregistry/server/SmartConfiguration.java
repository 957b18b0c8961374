package org.ketamineregistry.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketamineregistry.access.SmartScopes;

/**
 * {@code [base]/.well-known/smart-configuration}: where and how a client gets a token (SMART App
 * Launch 2.2, Backend Services). Keycloak does not serve it.
 */
final class SmartConfiguration extends HttpServlet {
  static final String PATH = WriteDoor.BASE + "/.well-known/smart-configuration";
  static final List<String> SIGNATURES = List.of("RS384", "ES384");

  private static final long serialVersionUID = 1L;

  private final byte[] document;

  SmartConfiguration(AccessSettings access, ObjectMapper json) throws IOException {
    document = json.writeValueAsBytes(content(access));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }

  private static Map<String, Object> content(AccessSettings access) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("issuer", String.valueOf(access.issuer()));
    content.put("jwks_uri", access.keys().toString());
    content.put("token_endpoint", access.tokenEndpoint().toString());
    content.put("grant_types_supported", List.of("client_credentials"));
    content.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
    content.put("token_endpoint_auth_signing_alg_values_supported", SIGNATURES);
    content.put("scopes_supported", SmartScopes.supported());
    content.put("response_types_supported", List.of("token"));
    content.put("capabilities", List.of("client-confidential-asymmetric", "permission-v2"));
    return content;
  }
}
