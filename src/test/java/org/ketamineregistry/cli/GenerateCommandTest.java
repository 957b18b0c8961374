package org.ketamineregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path temporary;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int generate(Path folder, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--seed", "3", "--to", folder.toString()));
    arguments.addAll(Arrays.asList(more));
    if (!arguments.contains("--patients")) {
      arguments.addAll(List.of("--patients", "4"));
    }
    return new CommandLine(new GenerateCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void writesClinicsAndPatients() throws IOException {
    Path folder = temporary.resolve("cohort");
    assertThat(generate(folder)).isZero();
    assertThat(contents(folder))
        .containsKeys("00-clinics/0001.json", "00-clinics/0002.json")
        .containsKeys("patient-000001/01-consultation.json", "patient-000001/02-session.json");
    assertThat(out.toString()).contains("4 patients", "2 clinics", "sessions");
  }

  @Test
  void writesAFolderForEachSender() throws IOException {
    Path folder = temporary.resolve("cohort");
    assertThat(generate(folder, "--by-sender", "--jurisdiction", "GB")).isZero();
    assertThat(contents(folder).keySet())
        .contains("steward/00-clinics/0001.json", "steward/00-clinics/0002.json")
        .allMatch(file -> file.matches("(steward/00-clinics|GB-000[12]/patient-00000[1-4])/.*"))
        .anyMatch(file -> file.startsWith("GB-0001/"))
        .anyMatch(file -> file.startsWith("GB-0002/"));
    assertThat(generate(folder, "--by-sender", "--faulty", "--force")).isEqualTo(2);
  }

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    generate(temporary.resolve("a"));
    generate(temporary.resolve("b"));
    assertThat(contents(temporary.resolve("a"))).isEqualTo(contents(temporary.resolve("b")));
  }

  @Test
  void writesXmlAndOneLineAFile() throws IOException {
    generate(temporary.resolve("xml"), "--format", "xml", "--compact");
    assertThat(contents(temporary.resolve("xml")).get("00-clinics/0001.xml"))
        .startsWith("<Organization")
        .hasLineCount(1);
  }

  @Test
  void addsASubmissionThatMustBeRefused() throws IOException {
    generate(temporary.resolve("cohort"), "--faulty");
    assertThat(contents(temporary.resolve("cohort")).get("patient-faulty/01-session.json"))
        .contains("\"value\": -35", "\"family\"");
  }

  @Test
  void leavesAFolderAloneThatIsNotEmpty() throws IOException {
    Path note = Files.writeString(temporary.resolve("note.txt"), "mine");
    assertThat(generate(temporary)).isEqualTo(2);
    assertThat(err.toString()).contains("--force");
    assertThat(contents(temporary)).containsOnlyKeys("note.txt");
    assertThat(note).hasContent("mine");
  }

  @Test
  void forceReplacesAnEarlierCohortAndNothingElse() throws IOException {
    Files.writeString(temporary.resolve("note.txt"), "mine");
    generate(temporary, "--force");
    generate(temporary, "--force", "--patients", "2");
    assertThat(contents(temporary))
        .containsKey("note.txt")
        .containsKey("patient-000002/01-consultation.json")
        .doesNotContainKey("patient-000003/01-consultation.json");
  }

  @Test
  void refusesWhatIsNoCohort() {
    assertThat(generate(temporary.resolve("a"), "--patients", "0")).isEqualTo(2);
    assertThat(generate(temporary.resolve("a"), "--jurisdiction", "Nowhere")).isEqualTo(2);
    assertThat(temporary.resolve("a")).doesNotExist();
  }
}
