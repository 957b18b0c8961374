package org.ketamineregistry.cli.edge;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/**
 * A format in whose every field a person was planted, and the command that brings it. A new format
 * is a new one of these, in {@link NothingLeavesTest#formats}.
 */
interface Planted {
  /** The command that brings it. */
  CommandLine command();

  /**
   * Writes the source and what else the command needs.
   *
   * @return the arguments that say what is brought, and how it is read
   */
  List<String> written(Path folder) throws IOException;

  /** The file of the source. */
  Path source(Path folder);

  /** The files of the folder that stay at the clinic and may hold what the source holds. */
  default Set<Path> staying(Path folder) {
    return Set.of(source(folder), refused(folder));
  }

  /** What the source and the file of what was refused are written in. */
  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /** What a person does before a run that was interrupted is run again, if anything. */
  default void moveAway(Path folder) throws IOException {}

  /** One of the files that stay, in which the person is seen, so that the test proves something. */
  Path refused(Path folder);
}
