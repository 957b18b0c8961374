package org.ketamineregistry.network;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;

/** Whoever keeps the network's directory, and signs it by ES384 ({@link DirectorySignature}). */
public final class DirectorySigner {
  private final ECKey key;

  DirectorySigner(ECKey key) {
    this.key = key;
  }

  /**
   * Whoever has a key.
   *
   * @param key a private JSON Web Key, EC of the curve P-384, with a {@code kid}
   * @throws IllegalArgumentException where it is none, in words without any of it
   */
  public static DirectorySigner of(String key) {
    try {
      ECKey read = ECKey.parse(key);
      if (read.isPrivate() && Curve.P_384.equals(read.getCurve()) && read.getKeyID() != null) {
        return new DirectorySigner(read);
      }
    } catch (ParseException e) {
      // The cause may quote the key; what it has to be is told below.
    }
    throw new IllegalArgumentException(
        "This is no key to sign a directory by: a private JSON Web Key, EC of the curve P-384, with"
            + " a kid.");
  }

  /**
   * Signs a text.
   *
   * @param text a Bundle in JSON
   * @return a JSON Web Signature in compact form
   */
  public String sign(String text) {
    return sign(text, DirectorySignature.TYPE);
  }

  String sign(String text, String type) {
    try {
      var jws =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES384)
                  .keyID(key.getKeyID())
                  .type(new JOSEObjectType(type))
                  .build(),
              new Payload(text));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("The directory cannot be signed", e);
    }
  }
}
