package org.ketamineregistry.flatfile;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms of one export, in place of the registry's ids and pseudonyms (R13). The same id has
 * the same pseudonym in all files of the export, so that rows of one person are joined. Under
 * another key it has another, so that the files of two projects cannot be joined by it. The key
 * goes with the export, and nobody can then tell whose a pseudonym was.
 *
 * <p>Not safe for concurrent use.
 */
public final class ExportPseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  /** 128 bits: among a hundred million ids two alike are less likely than 1 in 10^22. */
  private static final int BYTES = 16;

  private final Mac mac;

  /**
   * @param key 32 bytes, see {@link #newKey}
   */
  public ExportPseudonyms(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("The key of an export has 32 bytes");
    }
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key that nobody guesses. */
  public static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /**
   * The pseudonym of an id: the letter p and 32 hexadecimal digits. A spreadsheet takes it for a
   * text, which it would not without the letter where all digits are decimal.
   *
   * @param kind what is identified, so that a value that identifies two things has two pseudonyms
   */
  String of(String kind, String id) {
    mac.update(kind.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    byte[] digest = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    return "p" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
  }
}
