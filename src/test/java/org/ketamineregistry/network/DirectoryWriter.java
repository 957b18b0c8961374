package org.ketamineregistry.network;

import ca.uhn.fhir.context.FhirContext;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.credentials.SigningKey;

/** Whoever keeps the network's directory: writes down what a test wants, right or wrong. */
public final class DirectoryWriter {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final Bundle bundle;
  private final ECKey key;

  public DirectoryWriter(ECKey key, long version) {
    this.key = key;
    bundle = new DirectoryDraft("ketamine-network", version, List.of()).bundle();
  }

  public static ECKey newKey() {
    try {
      return ECKey.parse(SigningKey.newKey());
    } catch (ParseException e) {
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
    DirectoryDraft.add(
        bundle,
        new MemberEntry(id, "Registry " + id, "GB", base, tokens, List.of(versions), List.of()));
    return this;
  }

  public String signed() {
    return signed(DirectorySignature.TYPE);
  }

  String signed(String type) {
    return new DirectorySigner(key).sign(FHIR.newJsonParser().encodeResourceToString(bundle), type);
  }
}
