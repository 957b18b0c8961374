package org.ketamineregistry.network;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import org.ketamineregistry.network.DirectoryRefused.Reason;

/**
 * The signature of a directory: a JSON Web Signature in compact form (RFC 7515) whose payload is
 * the directory's text, by ES384, the algorithm by which members sign everywhere else. The header
 * says the key and the type {@value #TYPE}, so that nothing else that the key signs passes for a
 * directory.
 */
public final class DirectorySignature {
  /** The header {@code typ}. */
  public static final String TYPE = "ketamine-network-directory";

  private final JWKSet signers;

  private DirectorySignature(JWKSet signers) {
    this.signers = signers;
  }

  /**
   * @param signers a JSON Web Key Set (RFC 7517) of the public keys of whoever may sign: EC of the
   *     curve P-384, each with a {@code kid}
   * @throws IllegalArgumentException where it is none
   */
  public static DirectorySignature by(String signers) {
    try {
      return new DirectorySignature(JWKSet.parse(signers).toPublicJWKSet());
    } catch (ParseException e) {
      throw new IllegalArgumentException("The signers of the directory are a JSON Web Key Set", e);
    }
  }

  /**
   * What was signed.
   *
   * @throws DirectoryRefused where it is no signature, or not that of a signer
   */
  byte[] verified(String signed) {
    try {
      JWSObject jws = JWSObject.parse(signed.strip());
      JWK key = signers.getKeyByKeyId(String.valueOf(jws.getHeader().getKeyID()));
      if (!(key instanceof ECKey known)
          || !Curve.P_384.equals(known.getCurve())
          || !JWSAlgorithm.ES384.equals(jws.getHeader().getAlgorithm())
          || !new JOSEObjectType(TYPE).equals(jws.getHeader().getType())
          || !jws.verify(new ECDSAVerifier(known))) {
        throw new DirectoryRefused(
            Reason.SIGNATURE,
            "The directory is not signed by a signer that this registry knows, with ES384 and the"
                + " type "
                + TYPE
                + ".");
      }
      return jws.getPayload().toBytes();
    } catch (ParseException e) {
      throw new DirectoryRefused(
          Reason.UNREADABLE, "The directory is a JSON Web Signature in compact form.");
    } catch (JOSEException e) {
      throw new DirectoryRefused(Reason.SIGNATURE, "The signature of the directory is no ES384.");
    }
  }
}
