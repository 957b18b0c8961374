package org.ketamineregistry.cli.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text to be judged.
 *
 * @param folder where its file is; {@code .} where nothing else is known
 * @param name its name as it was typed or found, the same on every operating system
 * @param ending what it holds
 * @param content reads it
 */
record Input(String folder, String name, Ending ending, Content content) {
  /** Reads the bytes of a text. */
  @FunctionalInterface
  interface Content {
    byte[] read() throws IOException;
  }

  static Input file(Path path, Ending ending) {
    Path parent = path.getParent();
    return new Input(
        parent == null ? "." : plain(parent), plain(path), ending, () -> Files.readAllBytes(path));
  }

  static Input standardInput(byte[] text) {
    return new Input(".", "stdin", Ending.of(text), () -> text);
  }

  /** The name without its folder. */
  String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String plain(Path path) {
    return path.toString().replace('\\', '/');
  }
}
