package org.ketamineregistry.cli.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ketamineregistry.adapter.fhir.FhirMappingReader;

/** The ConceptMaps in the folder of a mapping, and what was read of them. */
final class BesideMapping implements FhirMappingReader.Beside {
  private static final long LARGEST = 20_000_000;

  private final Path mapping;
  private final StringBuilder all = new StringBuilder();

  BesideMapping(Path mapping) {
    this.mapping = mapping;
  }

  @Override
  public String read(String name) throws IOException {
    if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IOException("A file beside the mapping has a plain name.");
    }
    Path file = mapping.resolveSibling(name);
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      throw new IOException("There is no such file, or it is too large.");
    }
    String text = Files.readString(file);
    all.append(text);
    return text;
  }

  /** All that was read. */
  String all() {
    return all.toString();
  }
}
