package org.ketamineregistry.cli.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * A folder of submissions. {@code 00-clinics} goes first; then each other folder is a lane, whose
 * files go one after the other in the order of their names. Files that lie beside the folders are a
 * lane of their own.
 */
record PushFolder(Path root) {
  private static final String CLINICS = "00-clinics";

  static PushFolder open(Path root) throws Unusable {
    if (!Files.isDirectory(root)) {
      throw new Unusable("There is no folder " + root);
    }
    return new PushFolder(root);
  }

  /** How many files there are to send. */
  long count() throws IOException {
    try (Stream<Path> files = Files.walk(root, 2)) {
      return files.filter(this::isSubmission).count();
    }
  }

  List<Path> clinics() throws IOException {
    Path clinics = root.resolve(CLINICS);
    return Files.isDirectory(clinics) ? files(clinics) : List.of();
  }

  /** The folders that may be sent side by side, the root itself among them. */
  List<Path> lanes() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      Stream<Path> folders =
          entries.filter(
              entry ->
                  Files.isDirectory(entry)
                      && !entry.getFileName().toString().startsWith(".")
                      && !entry.endsWith(CLINICS));
      return Stream.concat(Stream.of(root), folders.sorted()).toList();
    }
  }

  List<Path> files(Path lane) throws IOException {
    try (Stream<Path> entries = Files.list(lane)) {
      return entries.filter(this::isSubmission).sorted().toList();
    }
  }

  /** The name of a file in journal and report, the same on every operating system. */
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private boolean isSubmission(Path file) {
    boolean hidden = root.relativize(file).toString().startsWith(".");
    return !hidden && Files.isRegularFile(file) && MediaType.of(file).isPresent();
  }
}
