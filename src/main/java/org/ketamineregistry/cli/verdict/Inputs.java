package org.ketamineregistry.cli.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that were named, and those of the folders that were named, in the order of names. */
final class Inputs {
  private static final String ENDINGS = ".json, .xml or .ndjson";
  private static final Path STANDARD_INPUT = Path.of("-");

  private final InputStream in;

  /**
   * @param in what {@code -} stands for
   */
  Inputs(InputStream in) {
    this.in = in;
  }

  List<Input> of(List<Path> named) throws Unusable {
    var inputs = new ArrayList<Input>();
    for (Path path : named) {
      if (path.equals(STANDARD_INPUT)) {
        inputs.add(standardInput());
      } else if (Files.isDirectory(path)) {
        inputs.addAll(within(path));
      } else if (!Files.isRegularFile(path)) {
        throw new Unusable(path + ": no such file or folder.");
      } else {
        inputs.add(
            Ending.of(path)
                .map(ending -> Input.file(path, ending))
                .orElseThrow(() -> new Unusable(path + ": a file ends in " + ENDINGS + ".")));
      }
    }
    return inputs;
  }

  private Input standardInput() throws Unusable {
    try {
      return Input.standardInput(in.readAllBytes());
    } catch (IOException e) {
      throw new Unusable("The standard input is not readable.");
    }
  }

  /** Hidden files and folders are left alone. */
  private static List<Input> within(Path folder) throws Unusable {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Input> inputs =
          tree.filter(path -> !isHidden(folder.relativize(path)) && Files.isRegularFile(path))
              .sorted()
              .flatMap(path -> Ending.of(path).map(ending -> Input.file(path, ending)).stream())
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
