package org.ketamineregistry.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.ketamineregistry.keys.KeyFile;

/**
 * Encrypts what was refused, and the headers of hooks, by AES-256 in Galois/Counter Mode with a
 * random nonce, which stands before the ciphertext.
 */
final class PayloadCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private PayloadCipher(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException(
          "The key of the receipts has " + KEY_BYTES + " bytes in Base64");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The cipher under the key in a file; a new key is made where there is no file. */
  static PayloadCipher withKeyIn(Path file) {
    return new PayloadCipher(
        Base64.getDecoder().decode(KeyFile.read(file, PayloadCipher::made).trim()));
  }

  byte[] encrypt(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] encrypted = run(Cipher.ENCRYPT_MODE, nonce, plain, 0);
    return ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array();
  }

  byte[] decrypt(byte[] encrypted) {
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(encrypted, 0, nonce, 0, NONCE_BYTES);
    return run(Cipher.DECRYPT_MODE, nonce, encrypted, NONCE_BYTES);
  }

  /** Digests of persons under the same key. */
  PersonDigests personDigests() {
    return new PersonDigests(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
  }

  /** The cipher under another key, which follows from this one and tells nothing of it. */
  PayloadCipher forPurpose(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return new PayloadCipher(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key cannot be derived", e);
    }
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, int offset) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input, offset, input.length - offset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The payload cannot be encrypted or decrypted", e);
    }
  }

  private static String made() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
