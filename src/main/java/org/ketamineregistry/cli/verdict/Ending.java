package org.ketamineregistry.cli.verdict;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ketamineregistry.ingest.Format;

/** What a file holds, by the ending of its name. */
enum Ending {
  JSON(".json", Format.JSON),
  XML(".xml", Format.XML),
  /** A resource or bundle a line. */
  NDJSON(".ndjson", Format.JSON);

  private final String text;
  private final Format format;

  Ending(String text, Format format) {
    this.text = text;
    this.format = format;
  }

  Format format() {
    return format;
  }

  static Optional<Ending> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(ending -> name.endsWith(ending.text)).findFirst();
  }
}
