package org.ketamineregistry.cli.push;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The formats that are sent, told by the ending of the file. */
enum MediaType {
  JSON("application/fhir+json"),
  XML("application/fhir+xml");

  private final String header;

  MediaType(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }

  static Optional<MediaType> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (MediaType type : values()) {
      if (name.endsWith("." + type.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
