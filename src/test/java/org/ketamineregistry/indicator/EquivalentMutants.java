package org.ketamineregistry.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * The faults that change nothing, by {@link Mutant#name}. Each stands on a line of its own; the
 * indented line after one or several of them says why.
 */
final class EquivalentMutants {
  private static final Path FILE = Path.of("src/test/resources/indicators/equivalent-mutants.txt");

  private EquivalentMutants() {}

  /** By the name of a mutant the reason why nothing can find it. */
  static Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    try {
      var open = new ArrayList<String>();
      for (String line : Files.readAllLines(FILE)) {
        if (line.startsWith("    ")) {
          open.forEach(name -> reasons.put(name, line.strip()));
          open.clear();
        } else if (!line.isBlank() && !line.startsWith("#")) {
          open.add(line);
        }
      }
      if (!open.isEmpty()) {
        throw new IllegalStateException("No reason is given for " + open);
      }
      return reasons;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
