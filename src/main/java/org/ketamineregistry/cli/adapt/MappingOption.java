package org.ketamineregistry.cli.adapt;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The file of the mapping. */
final class MappingOption {
  private static final long LARGEST = 1_000_000;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the source's rows or resources are, in YAML.")
  private @Nullable Path mapping;

  /**
   * Where it is.
   *
   * @throws ParameterException where none is named
   */
  Path file(Terminal terminal) {
    return terminal.named(mapping, "--mapping");
  }

  /** What stands in it. */
  String text(Terminal terminal) throws Unusable, IOException {
    Path file = file(terminal);
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      throw new Unusable("There is no mapping " + file + ", or one of more than a megabyte.");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new Unusable(file + " is not in UTF-8.", e);
    }
  }
}
