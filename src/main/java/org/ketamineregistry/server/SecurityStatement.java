package org.ketamineregistry.server;

import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.UriType;

/** What the CapabilityStatement says of who is let in. */
final class SecurityStatement {
  private static final String SERVICE =
      "http://terminology.hl7.org/CodeSystem/restful-security-service";
  private static final String ADDRESSES =
      "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

  private SecurityStatement() {}

  static void of(AccessSettings access, CapabilityStatementRestSecurityComponent security) {
    security.setCors(false);
    if (!access.isGuarded()) {
      security.setDescription(
          "Open mode: no identity provider is configured, the server listens on the loopback"
              + " address only.");
      return;
    }
    security
        .addService()
        .setText(
            "SMART App Launch 2.2: a system proves itself by its private key, a person signs in")
        .addCoding()
        .setSystem(SERVICE)
        .setCode("SMART-on-FHIR")
        .setDisplay("SMART-on-FHIR");
    var addresses = security.addExtension().setUrl(ADDRESSES);
    addresses.addExtension("authorize", new UriType(access.authorizationEndpoint().toString()));
    addresses.addExtension("token", new UriType(access.tokenEndpoint().toString()));
    security.setDescription(
        "An access token of the identity provider is needed, as .well-known/smart-configuration"
            + " below this base says. Without one: this statement, the guide's definitions, and"
            + " $validate on what is sent.");
  }
}
