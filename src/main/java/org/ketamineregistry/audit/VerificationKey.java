package org.ketamineregistry.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public key by which anybody can verify checkpoints. */
public final class VerificationKey {
  static final String PUBLIC = "PUBLIC KEY";
  private static final String ALGORITHM = "Ed25519";

  private final PublicKey key;

  private VerificationKey(PublicKey key) {
    this.key = key;
  }

  /**
   * Reads a key.
   *
   * @param pem a text with the key in PEM, and perhaps others
   * @throws IllegalArgumentException where there is none
   */
  public static VerificationKey of(String pem) {
    try {
      return new VerificationKey(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Pem.read(pem, PUBLIC))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This is no public key of Ed25519", e);
    }
  }

  /** The key in PEM. */
  public String pem() {
    return Pem.write(PUBLIC, key.getEncoded());
  }

  /** Whether the holder of the private key signed a checkpoint. */
  boolean accepts(Checkpoint checkpoint) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(checkpoint.signed());
      return signature.verify(
          Base64.getDecoder().decode(checkpoint.signature().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // What is no signature at all was not made by the key.
    }
  }
}
