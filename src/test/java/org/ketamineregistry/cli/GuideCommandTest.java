package org.ketamineregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command says where it cannot render; that it can is the business of its room. */
class GuideCommandTest {
  @TempDir private Path folder = Path.of("");

  private final StringWriter errors = new StringWriter();

  @Test
  void saysThatThereIsNothingToRender() {
    assertThat(run("--from", folder.toString(), "--to", folder.resolve("site").toString()))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("implementation-guide/sushi-config.yaml");
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "Dear colleague");
    assertThat(run("--to", folder.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("not empty");
    assertThat(folder.resolve("letter.txt")).hasContent("Dear colleague");
  }

  private int run(String... arguments) {
    return new CommandLine(new GuideCommand())
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
