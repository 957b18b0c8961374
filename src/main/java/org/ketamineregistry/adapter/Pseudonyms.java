package org.ketamineregistry.adapter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns the keys by which a source knows patients and records into pseudonyms, by HMAC-SHA-256
 * under a key that never leaves the clinic (R10, R13). The same key gives the same pseudonym for
 * ever; without the key nobody can tell whose it is, not by trying all numbers either.
 */
public final class Pseudonyms {
  private static final int LEAST_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  /** 128 bits: two keys of one clinic never meet. */
  private static final int BYTES = 16;

  private final SecretKeySpec key;

  private Pseudonyms(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * Pseudonyms under a secret.
   *
   * @param secret 32 random bytes or more
   * @throws IllegalArgumentException where it is shorter
   */
  public static Pseudonyms under(byte[] secret) {
    if (secret.length < LEAST_BYTES) {
      throw new IllegalArgumentException("The clinic's key has less than 32 bytes.");
    }
    return new Pseudonyms(new SecretKeySpec(secret, ALGORITHM));
  }

  /**
   * The pseudonym of a record.
   *
   * @param kind the kind of record, so that numbers which a source uses twice stay apart
   * @param local the key of the record in the source
   * @return 32 lower-case hexadecimal digits
   */
  public String of(String kind, String local) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal((kind + '|' + local).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }
}
