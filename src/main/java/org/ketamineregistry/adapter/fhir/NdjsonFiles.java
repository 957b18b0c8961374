package org.ketamineregistry.adapter.fhir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ketamineregistry.adapter.UnusableFile;

/**
 * NDJSON files that were read from beginning to end once before anything is made of them.
 *
 * @param paths in their order
 * @param lines how many there are
 * @param digest SHA-256 of all their lines
 * @param plan which types are looked for in which file, in the order of dependence
 */
public record NdjsonFiles(
    List<Path> paths, long lines, String digest, List<Pass> plan, Repeats repeats) {
  /** Of lines that the mapping has no type for, or that cannot be read. */
  private static final String REST = "";

  /** One way through a file, for the lines of one type. */
  record Pass(String type, int file) {}

  /**
   * All NDJSON files that are named, those in a folder by their names.
   *
   * @throws UnusableFile where one is neither, or a folder has none
   */
  public static List<Path> named(List<Path> said) throws IOException {
    var paths = new ArrayList<Path>();
    for (Path one : said) {
      if (Files.isDirectory(one)) {
        try (Stream<Path> files = Files.list(one)) {
          List<Path> found =
              files
                  .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ndjson"))
                  .filter(file -> !file.toString().matches(".*-refused(-\\d+)?\\.ndjson"))
                  .sorted()
                  .toList();
          if (found.isEmpty()) {
            throw new UnusableFile("There is no .ndjson file in " + one + ".");
          }
          paths.addAll(found);
        }
      } else {
        paths.add(one);
      }
    }
    return paths;
  }

  /**
   * Reads them.
   *
   * @param types that the mapping reads, in the order of dependence
   * @throws UnusableFile where one is no NDJSON
   */
  public static NdjsonFiles survey(List<Path> paths, List<String> types) throws IOException {
    var repeats = new Repeats();
    MessageDigest digest = sha256();
    List<Set<String>> held = new ArrayList<>();
    long lines = 0;
    for (int file = 0; file < paths.size(); file++) {
      Set<String> inFile = new HashSet<>();
      held.add(inFile);
      try (LineReader reader = LineReader.open(paths.get(file), file)) {
        for (LineReader.Read read = reader.next(); read != null; read = reader.next()) {
          lines++;
          ByteBuffer bytes = read.bytes();
          Head head = bytes == null ? null : Head.read(bytes);
          if (bytes != null) {
            digest.update(bytes.duplicate());
          }
          digest.update((byte) '\n');
          inFile.add(head != null && types.contains(head.type()) ? head.type() : REST);
          if (head != null) {
            repeats.note(head);
          }
        }
      }
    }
    List<String> order = new ArrayList<>(types);
    order.add(REST);
    List<Pass> plan = new ArrayList<>();
    for (String type : order) {
      for (int file = 0; file < held.size(); file++) {
        if (held.get(file).contains(type)) {
          plan.add(new Pass(type, file));
        }
      }
    }
    return new NdjsonFiles(
        List.copyOf(paths), lines, HexFormat.of().formatHex(digest.digest()), plan, repeats);
  }

  /** The names of the files, for reports. */
  public List<String> names() {
    return paths.stream().map(path -> String.valueOf(path.getFileName())).toList();
  }

  /** Whether a line is one that a pass is about; what is in no other pass is in the rest. */
  boolean isOf(Pass pass, String type) {
    return pass.type().equals(type)
        || (pass.type().equals(REST)
            && plan.stream().noneMatch(one -> one.type().equals(type) && !type.equals(REST)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
