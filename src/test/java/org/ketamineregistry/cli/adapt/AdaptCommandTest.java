package org.ketamineregistry.cli.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a data manager at a terminal is told. */
class AdaptCommandTest {
  private static final Path EXAMPLES = Path.of("docs/adapt");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private String out = "";
  private String err = "";

  @BeforeEach
  void takeTheExamples() throws Exception {
    for (String name : List.of("clinic-spreadsheet.csv", "clinic-spreadsheet.yaml")) {
      Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
    }
  }

  @Test
  void aDryRunSaysWhatIsWrongAndLeavesNothingBehind() throws Exception {
    Set<Path> before = files();
    assertThat(adapt("clinic-spreadsheet.csv", "--dry-run")).as(err).isEqualTo(1);
    assertThat(out)
        .contains("13 read", "code-not-allowed  Route  (row 11)", "nothing was sent")
        .doesNotContain("as usual", "Example", "999-");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aDryRunWritesRefusedRowsAndAReportWhereItIsAsked() throws Exception {
    for (String ending : List.of("json", "csv", "txt")) {
      Path report = folder.resolve("report." + ending);
      Path refused = folder.resolve(ending + "-refused.csv");
      assertThat(
              adapt(
                  "clinic-spreadsheet.csv",
                  "--dry-run",
                  "--report",
                  report.toString(),
                  "--refused",
                  refused.toString()))
          .isEqualTo(1);
      assertThat(Files.readString(report)).contains("code-not-allowed", "Route");
      assertThat(Files.readString(refused, WINDOWS)).contains("refused_because", "'=HYPERLINK");
    }
  }

  @Test
  void refusedRowsAreNotWrittenOver() throws Exception {
    Path corrections = Files.writeString(folder.resolve("corrections.csv"), "mine");
    assertThat(
            adapt("clinic-spreadsheet.csv", "--dry-run", "--refused", corrections.toString()))
        .isEqualTo(2);
    assertThat(err).contains("may hold corrections");
    assertThat(corrections).hasContent("mine");
  }

  @Test
  void mistakesOfTheMappingAreToldBeforeARowIsRead() throws Exception {
    Path mapping = folder.resolve("clinic-spreadsheet.yaml");
    Files.writeString(
        mapping,
        Files.readString(mapping).replace("column: Dose", "column: Dosis").replace("column: Sex", "column: sex"));
    assertThat(adapt("clinic-spreadsheet.csv", "--dry-run")).isEqualTo(2);
    assertThat(err)
        .contains("no column \"Dosis\"")
        .contains("no column \"sex\". Did you mean \"Sex\"?");
    assertThat(out).isEmpty();
  }

  @Test
  void aFileThatIsCutOffIsRefusedWhole() throws Exception {
    Path file = folder.resolve("clinic-spreadsheet.csv");
    String text = Files.readString(file, WINDOWS);
    Files.writeString(file, text.substring(0, text.indexOf("felt dizzy")), WINDOWS);
    assertThat(adapt("clinic-spreadsheet.csv", "--dry-run")).isEqualTo(2);
    assertThat(err).contains("line 7", "cut off", "Nothing more was done");
    assertThat(out).isEmpty();
  }

  @Test
  void aWorkbookIsNoTable() throws Exception {
    Files.write(folder.resolve("clinic-spreadsheet.csv"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThat(adapt("clinic-spreadsheet.csv", "--dry-run")).isEqualTo(2);
    assertThat(err).contains("Save the sheet as CSV");
  }

  @Test
  void withoutAKeyNothingIsSentAndNoneIsMade() throws Exception {
    Path key = folder.resolve("clinic.key");
    assertThat(
            adapt(
                "clinic-spreadsheet.csv",
                "--to",
                "http://localhost:1/fhir",
                "--key-file",
                key.toString()))
        .isEqualTo(2);
    assertThat(err).contains("adapt key");
    assertThat(key).doesNotExist();
  }

  @Test
  void aKeyIsMadeOnceAndStaysTheSame() throws Exception {
    Path key = folder.resolve("clinic.key");
    assertThat(run("key", key.toString())).isZero();
    String first = Files.readString(key);
    assertThat(run("key", key.toString())).isZero();
    assertThat(key).hasContent(first.strip());
    assertThat(out).doesNotContain(first.strip());
    Files.writeString(key, "no key at all");
    assertThat(run("key", key.toString())).isEqualTo(2);
  }

  @Test
  void aRegistryThatIsAwayStopsTheRunWhichCanGoOn() throws Exception {
    Path key = folder.resolve("clinic.key");
    run("key", key.toString());
    assertThat(
            adapt(
                "clinic-spreadsheet.csv",
                "--to",
                "http://localhost:1/fhir",
                "--attempts",
                "1",
                "--key-file",
                key.toString()))
        .isEqualTo(2);
    assertThat(err).contains("Nobody answers", "goes on where this stopped");
    assertThat(folder.resolve("clinic-spreadsheet.csv.adapt-state.json")).exists();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(run()).isEqualTo(2);
    assertThat(err).contains("FILE is missing");
    assertThat(run("table.csv")).isEqualTo(2);
    assertThat(err).contains("--mapping is missing");
    assertThat(adapt("clinic-spreadsheet.csv")).isEqualTo(2);
    assertThat(err).contains("--key-file is missing");
  }

  @Test
  void fieldsAreTold() {
    assertThat(run("fields", "administration")).isZero();
    assertThat(out)
        .contains("administration: What was given in a session.")
        .containsPattern("dose +decimal +required +the amount given, in mg of base")
        .contains("one of: intravenous-route, nasal-route")
        .doesNotContain("body-weight");
    assertThat(run("fields", "injections")).isEqualTo(2);
    assertThat(err).contains("There are these kinds: patient,");
  }

  private Set<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return Set.copyOf(files.toList());
    }
  }

  private int adapt(String file, String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    folder.resolve(file).toString(),
                    "--mapping",
                    folder.resolve("clinic-spreadsheet.yaml").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private int run(String... arguments) {
    var told = new StringWriter();
    var complained = new StringWriter();
    int code =
        new CommandLine(new AdaptCommand())
            .setOut(new PrintWriter(told, true))
            .setErr(new PrintWriter(complained, true))
            .execute(arguments);
    out = told.toString();
    err = complained.toString();
    return code;
  }
}
