package org.ketamineregistry.answer;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.ketamineregistry.keys.KeyFile;
import org.ketamineregistry.privacy.CellKeys;

/** The secret of the cell keys, in a file of its own. */
final class CellKeyFile {
  private static final int BYTES = 32;

  private CellKeyFile() {}

  /** The keys under the secret in a file; a new one is made where there is no file. */
  static CellKeys read(Path file) {
    return CellKeys.of(Base64.getDecoder().decode(KeyFile.read(file, CellKeyFile::made).trim()));
  }

  private static String made() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }
}
