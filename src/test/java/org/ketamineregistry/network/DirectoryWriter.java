package org.ketamineregistry.network;

import ca.uhn.fhir.context.FhirContext;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Endpoint.EndpointStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UrlType;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Canonical;

/** Whoever keeps the network's directory: writes it down, and signs it. */
public final class DirectoryWriter {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final Bundle bundle = new Bundle();
  private final ECKey key;

  public DirectoryWriter(ECKey key, long version) {
    this.key = key;
    bundle.setType(BundleType.COLLECTION);
    bundle.getMeta().setVersionId(Long.toString(version));
    bundle.getIdentifier().setSystem(Canonical.BASE + "/sid/network").setValue("ketamine-network");
  }

  public static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_384).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key set by which readers know whoever signs by a key. */
  public static String signers(ECKey... keys) {
    return new JWKSet(List.of(keys)).toPublicJWKSet().toString();
  }

  public Bundle bundle() {
    return bundle;
  }

  /** Adds a member. */
  public DirectoryWriter with(String id, String base, @Nullable String tokens, String... versions) {
    var endpoint = new Endpoint();
    endpoint.setStatus(EndpointStatus.ACTIVE).setAddress(base);
    endpoint.getConnectionType().setCode("hl7-fhir-rest");
    for (String version : versions) {
      endpoint.addExtension(Canonical.extension("guide-version"), new StringType(version));
    }
    if (tokens != null) {
      endpoint.addExtension(Canonical.extension("token-address"), new UrlType(tokens));
    }
    String address = "urn:uuid:" + UUID.randomUUID();
    var organization = new Organization().setActive(true).setName("Registry " + id);
    organization.addIdentifier().setSystem(DirectoryReader.memberSystem()).setValue(id);
    organization.addAddress().setCountry("GB");
    organization.addEndpoint().setReference(address);
    bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(organization);
    bundle.addEntry().setFullUrl(address).setResource(endpoint);
    return this;
  }

  public String signed() {
    return signed(DirectorySignature.TYPE);
  }

  String signed(String type) {
    try {
      var jws =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES384)
                  .keyID(key.getKeyID())
                  .type(new JOSEObjectType(type))
                  .build(),
              new Payload(FHIR.newJsonParser().encodeResourceToString(bundle)));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
