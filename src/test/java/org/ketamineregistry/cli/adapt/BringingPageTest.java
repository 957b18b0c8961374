package org.ketamineregistry.cli.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The table on the guide's page "Bringing What You Have" is told what the page says. */
class BringingPageTest {
  private static final Path PAGE = Path.of("implementation-guide/input/pagecontent/bringing.md");

  @Test
  void theExampleIsToldWhatThePageSays(@TempDir Path folder) throws Exception {
    Path table = Files.writeString(folder.resolve("visits.csv"), block("csv"));
    Path mapping = Files.writeString(folder.resolve("visits.yaml"), block("yaml"));
    List<String> command = List.of(block("sh").strip().split(" "));
    assertThat(command)
        .containsExactly(
            "java",
            "-jar",
            "ketamine-registry.jar",
            "adapt",
            "visits.csv",
            "--mapping",
            "visits.yaml",
            "--dry-run");

    var told = new StringWriter();
    int code =
        new CommandLine(new AdaptCommand())
            .setOut(new PrintWriter(told, true))
            .execute(table.toString(), "--mapping", mapping.toString(), "--dry-run");

    assertThat(told).hasToString(block("text"));
    assertThat(code).isEqualTo(1);
  }

  /** The one block of this language that the page has. */
  private static String block(String language) throws Exception {
    Matcher block =
        Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(PAGE));
    assertThat(block.find()).as("a block of %s", language).isTrue();
    return block.group(1);
  }
}
