package org.ketamineregistry.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The private key of a system: RSA of 2048 bits or more, by which it signs RS384, or EC of the
 * curve P-384, by which it signs ES384 (SMART App Launch 2.2, asymmetric client authentication).
 */
public final class SigningKey {
  private static final int SMALLEST_RSA = 2048;
  private static final int FIELD_OF_P384 = 384;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----");

  private final JWSSigner signer;
  private final JWSHeader header;

  private SigningKey(JWSSigner signer, JWSAlgorithm algorithm, String id) {
    this.signer = signer;
    header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(id).build();
  }

  /**
   * The key in a text: PKCS #8 in PEM, as {@code openssl genrsa} writes it, or a JSON Web Key.
   *
   * @param id by which the identity provider knows the key, its {@code kid}; null where the JSON
   *     Web Key says it
   * @throws IllegalArgumentException where there is no such key in it, in words without any of it
   */
  public static SigningKey of(String text, @Nullable String id) {
    try {
      Matcher pem = PEM.matcher(text);
      return pem.find() ? ofPem(pem.group(1), id) : ofJwk(JWK.parse(text), id);
    } catch (ParseException | GeneralSecurityException | JOSEException | RuntimeException e) {
      // The cause may quote the key.
      throw new IllegalArgumentException(
          e instanceof NoKeyId
              ? "The key has no id: name the kid under which it is registered."
              : "This is no private key for RS384 or ES384: RSA of 2048 bits or more, or EC of curve"
                  + " P-384, in PEM (PKCS #8, BEGIN PRIVATE KEY) or as a JSON Web Key.");
    }
  }

  /** A new private key, EC of the curve P-384, as a JSON Web Key with an id. */
  public static String newKey() {
    try {
      return new ECKeyGenerator(Curve.P_384)
          .keyID(UUID.randomUUID().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES384)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java has no curve P-384", e);
    }
  }

  /**
   * The JSON Web Key Set by which others know whoever has a key. It holds nothing secret.
   *
   * @param key a private JSON Web Key
   * @throws IllegalArgumentException where it is none, in words without any of it
   */
  public static String publicKeys(String key) {
    try {
      JWK read = JWK.parse(key);
      if (read.isPrivate() && read.toPublicJWK() != null) {
        return new JWKSet(read).toPublicJWKSet().toString();
      }
    } catch (ParseException e) {
      // The cause may quote the key; what it has to be is told below.
    }
    throw new IllegalArgumentException("This is no private JSON Web Key.");
  }

  private static SigningKey ofPem(String base64, @Nullable String id)
      throws GeneralSecurityException, JOSEException {
    if (id == null) {
      throw new NoKeyId();
    }
    var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
    PrivateKey key;
    try {
      key = KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      key = KeyFactory.getInstance("EC").generatePrivate(spec);
    }
    return of(key, id);
  }

  private static SigningKey ofJwk(JWK key, @Nullable String id) throws JOSEException {
    String known = id == null ? key.getKeyID() : id;
    if (known == null) {
      throw new NoKeyId();
    }
    return of(
        key.getKeyType().getValue().equals("RSA")
            ? key.toRSAKey().toPrivateKey()
            : key.toECKey().toPrivateKey(),
        known);
  }

  private static SigningKey of(PrivateKey key, String id) throws JOSEException {
    if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= SMALLEST_RSA) {
      return new SigningKey(new RSASSASigner(rsa), JWSAlgorithm.RS384, id);
    }
    if (key instanceof ECPrivateKey ec
        && ec.getParams().getCurve().getField().getFieldSize() == FIELD_OF_P384) {
      return new SigningKey(new ECDSASigner(ec, Curve.P_384), JWSAlgorithm.ES384, id);
    }
    throw new IllegalArgumentException();
  }

  /** Signs claims, as a compact JWT. */
  String sign(JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("The assertion cannot be signed", e);
    }
  }

  private static final class NoKeyId extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
