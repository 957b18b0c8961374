package org.ketamineregistry.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The public key by which anybody can verify checkpoints; more than one where the registry's key
 * was replaced.
 */
public final class VerificationKey {
  static final String PUBLIC = "PUBLIC KEY";
  private static final String ALGORITHM = "Ed25519";

  private final List<PublicKey> keys;

  private VerificationKey(List<PublicKey> keys) {
    this.keys = keys;
  }

  /**
   * Reads keys.
   *
   * @param pem a text with public keys in PEM, and perhaps others
   * @throws IllegalArgumentException where there is none
   */
  public static VerificationKey of(String pem) {
    List<PublicKey> keys = new ArrayList<>();
    try {
      for (byte[] encoded : Pem.readAll(pem, PUBLIC)) {
        keys.add(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This is no public key of Ed25519", e);
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("There is no public key in PEM");
    }
    return new VerificationKey(keys);
  }

  /** The key in PEM. */
  public String pem() {
    return keys.stream()
        .map(key -> Pem.write(PUBLIC, key.getEncoded()))
        .collect(Collectors.joining());
  }

  /** Whether the holder of a private key signed a checkpoint. */
  boolean accepts(Checkpoint checkpoint) {
    return keys.stream().anyMatch(key -> accepts(key, checkpoint));
  }

  private static boolean accepts(PublicKey key, Checkpoint checkpoint) {
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
