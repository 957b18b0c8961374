package org.ketamineregistry.cli.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.SmartScopes;

/**
 * An application that people sign in with: a public client without a secret, which proves by PKCE
 * that the code is its own (SMART App Launch 2.2, standalone launch; RFC 7636). It has no role:
 * that is the person's.
 *
 * @param id the application's client id
 * @param roles whose work it is for; it may ask for the scopes of these and no others
 * @param redirects where the person comes back to, each compared as it stands: an https address,
 *     {@code http://127.0.0.1/…} of a program on the person's own machine, on any port where none
 *     is named, or an address of a scheme of its own (RFC 8252 section 7)
 */
public record Application(String id, Set<Role> roles, List<URI> redirects) {

  public Application {
    ClientId.check(id);
    roles = Set.copyOf(roles);
    redirects = List.copyOf(redirects);
    if (roles.isEmpty() || !roles.stream().allMatch(Role::mayBeAPersons)) {
      throw new IllegalArgumentException(
          "An application is for persons: clinician, analyst, steward or auditor.");
    }
    if (redirects.isEmpty() || !redirects.stream().allMatch(Application::isExact)) {
      throw new IllegalArgumentException(
          "A redirect URI is exact, without wildcard and fragment: https://host/path,"
              + " http://127.0.0.1/path, or com.example.app:/path.");
    }
  }

  private static boolean isExact(URI uri) {
    String text = uri.toString();
    String scheme = uri.getScheme();
    if (scheme == null
        || text.contains("*")
        || text.contains("..")
        || uri.getFragment() != null
        || uri.getUserInfo() != null) {
      return false;
    }
    return switch (scheme) {
      case "https" -> uri.getHost() != null && uri.getPath().startsWith("/");
      case "http" -> Set.of("127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
      // A domain turned round, which is no scheme of a browser's own.
      default -> scheme.contains(".") && uri.getHost() == null && text.contains(":/");
    };
  }

  /** As Keycloak's ClientRepresentation. */
  ObjectNode asClient() {
    ObjectNode client = JsonNodeFactory.instance.objectNode();
    client
        .put("clientId", id)
        .put("enabled", true)
        .put("protocol", "openid-connect")
        .put("publicClient", true)
        .put("standardFlowEnabled", true)
        .put("serviceAccountsEnabled", false)
        .put("implicitFlowEnabled", false)
        .put("directAccessGrantsEnabled", false);
    client
        .putObject("attributes")
        .put("pkce.code.challenge.method", "S256")
        .put("use.refresh.tokens", "false")
        .put("oauth2.device.authorization.grant.enabled", "false")
        .put("oidc.ciba.grant.enabled", "false");
    var addresses = client.putArray("redirectUris");
    redirects.forEach(uri -> addresses.add(uri.toString()));
    client.putArray("webOrigins");
    client.putArray("defaultClientScopes").add("registry");
    var allowed = new TreeSet<String>();
    roles.forEach(role -> allowed.addAll(SmartScopes.ofPersons(role)));
    var scopes = client.putArray("optionalClientScopes");
    allowed.forEach(scopes::add);
    return client;
  }
}
