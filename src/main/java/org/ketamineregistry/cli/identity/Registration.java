package org.ketamineregistry.cli.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.SmartScopes;

/**
 * A client as it is registered: a system that proves itself by its private key alone (SMART App
 * Launch 2.2, client authentication: asymmetric).
 *
 * @param id the client's id
 * @param role its only role
 * @param clinic {@code system|value} of its Organization's identifier; null where it speaks for no
 *     clinic
 * @param keys where its public keys are
 */
public record Registration(String id, Role role, @Nullable String clinic, PublicKeys keys) {

  public Registration {
    ClientId.check(id);
    if (!role.mayBeASystems()) {
      throw new IllegalArgumentException(
          "A system is a submitting-clinic, analyst, steward, peer or auditor. Who treats at a clinic"
              + " signs in, by an application: see register-application and register-person.");
    }
    ClinicIdentifier.check(role, clinic);
  }

  /** As Keycloak's ClientRepresentation. */
  ObjectNode asClient() {
    ObjectNode client = JsonNodeFactory.instance.objectNode();
    client
        .put("clientId", id)
        .put("enabled", true)
        .put("protocol", "openid-connect")
        .put("publicClient", false)
        .put("serviceAccountsEnabled", true)
        .put("standardFlowEnabled", false)
        .put("implicitFlowEnabled", false)
        .put("directAccessGrantsEnabled", false)
        .put("clientAuthenticatorType", "client-jwt");
    ObjectNode attributes = client.putObject("attributes");
    // Only what the key is registered for: a backend service needs no refresh token either.
    attributes
        .put("use.refresh.tokens", "false")
        .put("client_credentials.use_refresh_token", "false")
        .put("use.jwks.string", String.valueOf(!keys.isAddress()))
        .put("use.jwks.url", String.valueOf(keys.isAddress()))
        .put(keys.isAddress() ? "jwks.url" : "jwks.string", keys.text());
    client.putArray("defaultClientScopes").add("registry");
    var scopes = client.putArray("optionalClientScopes");
    SmartScopes.of(role).forEach(scopes::add);
    if (clinic != null) {
      ObjectNode mapper =
          client
              .putArray("protocolMappers")
              .addObject()
              .put("name", "clinic")
              .put("protocol", "openid-connect")
              .put("protocolMapper", "oidc-hardcoded-claim-mapper");
      mapper
          .putObject("config")
          .put("claim.name", "clinic")
          .put("claim.value", clinic)
          .put("jsonType.label", "String")
          .put("access.token.claim", "true")
          .put("id.token.claim", "false")
          .put("userinfo.token.claim", "false");
    }
    return client;
  }
}
