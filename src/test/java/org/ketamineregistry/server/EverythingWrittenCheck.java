package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Ehr;

/**
 * No patient's data is in logs, metrics or the audit: everything that the registries of a whole run
 * of tests wrote is searched for what the tests planted. The build runs it by itself when all
 * others are over, so that no order of tests can hide anything from it.
 */
class EverythingWrittenCheck {
  /** The name in every test about names; the pseudonyms and their systems by {@link Ehr}. */
  private static final Pattern PLANTED =
      Pattern.compile("(?i)wolkenstein|pseudonym-\\d{4,}|ehr-\\d{4,}\\.example");

  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

  @Test
  void holdsNothingOfAPatient() throws IOException {
    List<Path> files = files();
    if (System.getProperty("it.test") == null) {
      assertThat(files.stream().map(EverythingWrittenCheck::kind).distinct())
          .as("logs, metrics and audits of a whole run")
          .contains("audit", "metrics", "registry");
    }
    Set<String> pseudonyms = Ehr.everyRegistryPseudonym();
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      text.lines().filter(line -> isPatients(line, pseudonyms)).limit(20).forEach(found::add);
      Files.delete(file);
    }

    assertThat(found).isEmpty();
  }

  @Test
  void knowsWhatTheTestsPlant() {
    Ehr ehr = Ehr.fresh();

    assertThat(
            Stream.of(
                "refused: Wolkenstein",
                "GET /Patient?identifier=" + ehr.patientToken(),
                "person " + ehr.registryPseudonym() + " is due",
                "system " + ehr.system()))
        .allMatch(line -> isPatients(line, Ehr.everyRegistryPseudonym()));
    assertThat("Reviewed 3 patients in 12 ms")
        .doesNotMatch(line -> isPatients(line, Ehr.everyRegistryPseudonym()));
  }

  private static boolean isPatients(String line, Set<String> pseudonyms) {
    return PLANTED.matcher(line).find()
        || DIGEST.matcher(line).results().anyMatch(found -> pseudonyms.contains(found.group()));
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(Leavings.FOLDER)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The tests left nothing behind", e);
    }
  }

  private static String kind(Path file) {
    return file.getFileName().toString().replaceFirst("[.-].*", "");
  }
}
