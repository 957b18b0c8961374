package org.ketamineregistry.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A site's folder. Beside the files it keeps a list of them with their digests, by which the server
 * serves them and nothing else.
 */
final class Site {
  static final String LIST = "files.list";

  private final Path folder;
  private final Map<String, String> digests = new TreeMap<>();

  private Site(Path folder) {
    this.folder = folder;
  }

  /**
   * A site in a folder that is empty, or holds nothing but an earlier site, which stays for now.
   *
   * @throws IOException where something else is in it
   */
  static Site in(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.exists(folder.resolve(LIST))) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new IOException(folder + " is not empty and holds no earlier site");
        }
      }
    }
    return new Site(folder);
  }

  /** Makes room for the new site. */
  void begin() throws IOException {
    if (Files.exists(folder)) {
      clear(folder);
    }
    Files.createDirectories(folder);
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] bytes) throws IOException {
    if (digests.put(name, digest(bytes)) != null) {
      throw new IOException("Two files of the site have the name " + name);
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Writes the list; until then the server sees no site. */
  void complete() throws IOException {
    var list = new StringBuilder();
    digests.forEach((name, digest) -> list.append(digest).append(' ').append(name).append('\n'));
    Files.writeString(folder.resolve(LIST), list);
  }

  int size() {
    return digests.size();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
