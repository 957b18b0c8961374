package org.ketamineregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the threat model calls a proof is a test that exists. */
class ThreatModelTest {
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");
  private static final Pattern THREAT = Pattern.compile("(?m)^\\| .+ \\| .+ \\| (`.+) \\|$");

  static Stream<String[]> proofs() throws IOException {
    String model = Files.readString(Path.of("docs/threat-model.md"));
    assertThat(THREAT.matcher(model).results().count()).isGreaterThan(20);
    return PROOF
        .matcher(model)
        .results()
        .map((MatchResult found) -> new String[] {found.group(1), found.group(2)});
  }

  @ParameterizedTest(name = "{0}#{1}")
  @MethodSource("proofs")
  void aProofIsATest(String type, String method) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      assertThat(files.filter(file -> file.endsWith(type + ".java")))
          .hasSize(1)
          .allSatisfy(
              file -> assertThat(Files.readString(file)).containsPattern("void " + method + "\\("));
    }
  }
}
