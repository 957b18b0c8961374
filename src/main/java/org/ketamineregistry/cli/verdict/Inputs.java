package org.ketamineregistry.cli.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that were named, and those of the folders that were named, in the order of names. */
final class Inputs {
  private static final String ENDINGS = ".json, .xml or .ndjson";

  private Inputs() {}

  static List<Input> of(List<Path> named) throws Unusable {
    var inputs = new ArrayList<Input>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        inputs.addAll(within(path));
      } else if (!Files.isRegularFile(path)) {
        throw new Unusable(path + ": no such file or folder.");
      } else {
        inputs.add(
            Ending.of(path)
                .map(ending -> new Input(path, ending))
                .orElseThrow(() -> new Unusable(path + ": a file ends in " + ENDINGS + ".")));
      }
    }
    return inputs;
  }

  /** Hidden files and folders are left alone. */
  private static List<Input> within(Path folder) throws Unusable {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Input> inputs =
          tree.filter(path -> !isHidden(folder.relativize(path)) && Files.isRegularFile(path))
              .sorted()
              .flatMap(path -> Ending.of(path).map(ending -> new Input(path, ending)).stream())
              .toList();
      if (inputs.isEmpty()) {
        throw new Unusable(folder + ": no file in it ends in " + ENDINGS + ".");
      }
      return inputs;
    } catch (IOException | UncheckedIOException e) {
      throw new Unusable(folder + ": not readable.");
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
