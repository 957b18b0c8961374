package org.ketamineregistry.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL files of the indicators, as they stand in the statements that the database prepares. */
final class IndicatorFiles {
  private static final Path FOLDER = Path.of("src/main/resources/indicators");

  private IndicatorFiles() {}

  /** The names of all files. */
  static List<String> names() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .map(name -> name.substring(0, name.length() - ".sql".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file as a statement has it, without what it includes. */
  static String text(String name) {
    try {
      return prepared(Files.readString(FOLDER.resolve(name + ".sql")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text without comments, with a question mark for every parameter. */
  static String prepared(String sql) {
    return sql.lines()
        .map(line -> line.replaceAll("\\s*--.*", ""))
        .filter(line -> !line.isBlank())
        .map(line -> line.replaceAll("(?<!:):[a-z_]+", "?"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
