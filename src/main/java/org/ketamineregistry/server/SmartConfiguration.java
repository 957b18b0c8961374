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
 * {@code [base]/.well-known/smart-configuration}: where and how a system gets a token by its key,
 * and an application for the person who signs in (SMART App Launch 2.2). Keycloak does not serve
 * it.
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
    content.put("authorization_endpoint", access.authorizationEndpoint().toString());
    content.put("token_endpoint", access.tokenEndpoint().toString());
    content.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
    // A person's application is a public client, and so proves nothing but its code's verifier.
    content.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt", "none"));
    content.put("token_endpoint_auth_signing_alg_values_supported", SIGNATURES);
    content.put("scopes_supported", SmartScopes.supported());
    content.put("response_types_supported", List.of("code"));
    content.put("code_challenge_methods_supported", List.of("S256"));
    content.put(
        "capabilities",
        List.of(
            "launch-standalone",
            "client-public",
            "client-confidential-asymmetric",
            "permission-user",
            "permission-v2"));
    return content;
  }
}
