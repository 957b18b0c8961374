package org.ketamineregistry.cli.adapt;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.table.Mapping;
import org.ketamineregistry.adapter.table.TableReader;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * A table that was read from beginning to end once before anything is made of it, so that a file
 * that is cut off or in another encoding is refused whole.
 *
 * @param rows how many there are
 * @param digest SHA-256 of its bytes
 */
record TableFile(Path path, long rows, String digest) {

  /**
   * Reads it.
   *
   * @throws IOException where it cannot be read, or is not usable
   */
  static TableFile check(Path path, Mapping mapping) throws IOException, Mistaken, Unusable {
    if (!Files.isRegularFile(path)) {
      throw new Unusable("There is no file " + path + ".");
    }
    MessageDigest digest = sha256();
    long rows = 0;
    try (InputStream in = Files.newInputStream(path);
        var digesting = new DigestInputStream(new BufferedInputStream(in), digest);
        TableReader reader = TableReader.open(digesting, mapping.format())) {
      mapping.check(reader.columns());
      while (reader.next() != null) {
        rows++;
      }
    }
    return new TableFile(path, rows, HexFormat.of().formatHex(digest.digest()));
  }

  /** The file that stands beside it. */
  Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  /** Where its refused rows go, which overwrites nothing: it may hold corrections. */
  Path refused() {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    String base = (dot > 0 ? name.substring(0, dot) : name).replaceFirst("-refused(-\\d+)?$", "");
    String ending = dot > 0 ? name.substring(dot) : "";
    Path free = path.resolveSibling(base + "-refused" + ending);
    for (int number = 2; Files.exists(free); number++) {
      free = path.resolveSibling(base + "-refused-" + number + ending);
    }
    return free.toAbsolutePath();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
