package org.ketamineregistry.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ketamineregistry.access.Matrix;

/** The matrix of access as the repository has it. */
final class PublishedMatrix {
  private PublishedMatrix() {}

  static Matrix read() {
    try {
      return Matrix.of(Files.readString(Path.of("src/main/resources/access/matrix.txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
