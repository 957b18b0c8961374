package org.ketamineregistry.cli.verdict;

import java.nio.file.Path;

/**
 * A file to be judged.
 *
 * @param path where it is
 * @param ending what it holds
 */
record Input(Path path, Ending ending) {
  /** The name as it was typed or found, the same on every operating system. */
  String name() {
    return path.toString().replace('\\', '/');
  }

  String folder() {
    Path parent = path.getParent();
    return parent == null ? "." : parent.toString().replace('\\', '/');
  }
}
