package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide's quick start does what it says: its commands run in one shell, in an empty folder, and
 * print what the page shows. {@code …} on the page stands for anything.
 */
@RegistryTest
class QuickStartIT {
  private static final Path PAGE = Path.of("implementation-guide/input/pagecontent/quick-start.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(sh|text)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final String ADDRESS = "http://localhost:8080";
  private static final String END_OF_STEP = "== end of step ==";

  private final RegistryUnderTest registry;

  QuickStartIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  /** Commands, and what the page says that they print; empty where it shows nothing. */
  private record Step(String commands, String output) {
    boolean prints(String actual) {
      String pattern =
          output
              .strip()
              .lines()
              .map(
                  line ->
                      Pattern.compile("…")
                          .splitAsStream(line + "\n")
                          .map(Pattern::quote)
                          .collect(Collectors.joining(".*")))
              .collect(Collectors.joining());
      return (actual.strip() + "\n").matches(pattern.isEmpty() ? "\\n" : pattern);
    }
  }

  @Test
  void printsWhatItSays(@TempDir Path folder) throws Exception {
    List<Step> steps = steps(Files.readString(PAGE));
    assertThat(steps).hasSizeGreaterThan(8);

    String[] printed = run(steps, folder).split(END_OF_STEP + "\\n", -1);

    assertThat(printed).hasSize(steps.size() + 1);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      assertThat(step.prints(printed[i]))
          .as("%s%nprints%n%s%nand the page says%n%s", step.commands(), printed[i], step.output())
          .isTrue();
    }
  }

  private static List<Step> steps(String page) {
    var steps = new ArrayList<Step>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (block.group(1).equals("sh")) {
        steps.add(new Step(block.group(2), ""));
      } else {
        Step last = steps.remove(steps.size() - 1);
        steps.add(new Step(last.commands(), block.group(2)));
      }
    }
    return steps;
  }

  private String run(List<Step> steps, Path folder) throws IOException, InterruptedException {
    String script =
        steps.stream()
            .map(step -> step.commands().replace(ADDRESS, registry.root()))
            .map(commands -> commands + "echo '" + END_OF_STEP + "'\n")
            .collect(Collectors.joining());
    Path file = Files.writeString(Files.createTempFile("quick-start", ".sh"), script);
    Path output = Files.createTempFile("quick-start", ".out");
    Process shell =
        new ProcessBuilder("bash", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).as("the commands end").isTrue();
    String printed = Files.readString(output);
    Files.delete(file);
    Files.delete(output);
    return printed;
  }
}
