package org.ketamineregistry.identity;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A private key that nobody has but its client, and what is signed with it. */
public final class ClientKey {
  private final JWK key;
  private final JWSSigner signer;

  private ClientKey(JWK key, JWSSigner signer) {
    this.key = key;
    this.signer = signer;
  }

  public static ClientKey fresh(JWSAlgorithm algorithm) {
    try {
      String id = UUID.randomUUID().toString();
      if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
        RSAKey key =
            new RSAKeyGenerator(2048)
                .keyID(id)
                .algorithm(new Algorithm(algorithm.getName()))
                .generate();
        return new ClientKey(key, new RSASSASigner(key));
      }
      ECKey key =
          new ECKeyGenerator(Curve.forJWSAlgorithm(algorithm).iterator().next())
              .keyID(id)
              .algorithm(new Algorithm(algorithm.getName()))
              .generate();
      return new ClientKey(key, new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half, as a key set. */
  public String publicKeys() {
    return new JWKSet(key.toPublicJWK()).toString(true);
  }

  public JWK jwk() {
    return key;
  }

  /** A client assertion (RFC 7523) for one token, as SMART Backend Services asks for it. */
  public String assertion(String client, String audience) {
    return sign(
        new JWTClaimsSet.Builder()
            .issuer(client)
            .subject(client)
            .audience(audience)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(240)))
            .build());
  }

  public String sign(JWTClaimsSet claims) {
    return sign(
        new JWSHeader.Builder(JWSAlgorithm.parse(key.getAlgorithm().getName()))
            .keyID(key.getKeyID())
            .build(),
        claims);
  }

  public String sign(JWSHeader header, JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
