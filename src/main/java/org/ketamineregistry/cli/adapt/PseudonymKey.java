package org.ketamineregistry.cli.adapt;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.keys.KeyFile;

/** The clinic's key of pseudonyms, in a file that never leaves the clinic. */
public final class PseudonymKey {
  private static final int BYTES = 32;

  private PseudonymKey() {}

  /** Reads the key, or makes one where there is no file. */
  static Pseudonyms made(Path file) throws Unusable {
    try {
      return Pseudonyms.under(
          Base64.getDecoder().decode(KeyFile.read(file, PseudonymKey::text).strip()));
    } catch (IllegalArgumentException e) {
      throw new Unusable(file + " holds no key of pseudonyms; make one by 'adapt key FILE'.", e);
    } catch (UncheckedIOException e) {
      throw new Unusable("The key cannot be read or made in " + file + ".", e);
    }
  }

  /**
   * Reads the key. Where there is none, none is made: with another key the same patients would
   * become others.
   *
   * @throws Unusable where there is none, or the file holds another thing
   */
  public static Pseudonyms read(Path file) throws Unusable {
    if (!Files.exists(file)) {
      throw new Unusable(
          "There is no key "
              + file
              + ". Make it once by 'adapt key "
              + file
              + "', keep it, and use the same for ever: by another key the same patients would be"
              + " others.");
    }
    return made(file);
  }

  /** A key that is forgotten at once, for a look that sends nothing. */
  static Pseudonyms forgotten() {
    return Pseudonyms.under(random());
  }

  private static String text() {
    return Base64.getEncoder().encodeToString(random()) + "\n";
  }

  private static byte[] random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
