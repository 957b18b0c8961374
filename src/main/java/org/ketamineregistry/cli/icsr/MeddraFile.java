package org.ketamineregistry.cli.icsr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.MeddraTerms;

/**
 * The terms of a sender who is licensed to use MedDRA: lines of an event's identifier or a code, a
 * lowest level term's code and the version, with commas between them. Lines that begin with {@code
 * #} and empty ones say nothing.
 */
final class MeddraFile {
  private static final int COLUMNS = 3;

  private MeddraFile() {}

  static MeddraTerms read(Path file) throws Unusable {
    Map<String, Meddra> terms = new HashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.replace("\"", "").split("[,;]", -1);
      String code = columns.length == COLUMNS ? columns[1].strip() : "";
      if (!code.matches("[0-9]{8}") || !columns[2].strip().matches("[0-9]{1,2}\\.[0-9]")) {
        throw new Unusable(
            ("%s, line %d: wanted are a key, a MedDRA code of eight digits and a version such as"
                    + " 27.1.")
                .formatted(file, i + 1));
      }
      terms.put(columns[0].strip(), new Meddra(code, columns[2].strip()));
    }
    return new MeddraTerms(Map.copyOf(terms));
  }

  private static List<String> lines(Path file) throws Unusable {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Unusable("Cannot read the terms in " + file + ".", e);
    }
  }
}
