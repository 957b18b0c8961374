package org.ketamineregistry.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ketamineregistry.keys.KeyFile;

/**
 * The key that signs checkpoints, Ed25519 (RFC 8032). Its file holds the private key (PKCS #8) and
 * the public key (SubjectPublicKeyInfo), both in PEM.
 */
public final class CheckpointKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";

  private final PrivateKey key;
  private final SecretKeySpec digestKey;
  private final VerificationKey verification;

  private CheckpointKey(PrivateKey key, VerificationKey verification) {
    this.key = key;
    this.verification = verification;
    digestKey = new SecretKeySpec(key.getEncoded(), "HmacSHA256");
  }

  /** The key in a file; a new one is made where there is no file. */
  public static CheckpointKey in(Path file) {
    try {
      String text = KeyFile.read(file, CheckpointKey::made);
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(text, PRIVATE)));
      return new CheckpointKey(key, VerificationKey.of(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of the audit is no Ed25519 key: " + file, e);
    }
  }

  /** What checkpoints are verified by. */
  public VerificationKey verification() {
    return verification;
  }

  String sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The checkpoint cannot be signed", e);
    }
  }

  /** A digest of a text, which only who has the key can make: HMAC-SHA-256, in hexadecimal. */
  public String digest(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(digestKey);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The query cannot be digested", e);
    }
  }

  private static String made() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return Pem.write(PRIVATE, pair.getPrivate().getEncoded())
          + Pem.write(VerificationKey.PUBLIC, pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No key can be made", e);
    }
  }
}
