package org.ketamineregistry.cli.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.cli.RegistryCommand;

/** A network's secretary makes a directory, and members see whether it is the secretary's. */
class DirectoryCommandTest {
  private static final String LIST =
      """
      network: ketamine-network
      members:
        - id: gb
          name: Ketamine Registry of Great Britain
          country: GB
          address: https://registry.gb.example/fhir
          tokens: https://id.gb.example/token
          guide-versions: [0.3.0, 0.3.1]
        - id: north
          name: Ketamine Registry of Norway
          country: NO
          address: http://127.0.0.1:8080/fhir/
          guide-versions:
            - 0.3.0
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void aKey() throws IOException {
    assertThat(run("directory", "key", file("signer.key"))).isZero();
    Files.writeString(folder.resolve("signers.json"), out.toString());
    Files.writeString(folder.resolve("members.yaml"), LIST);
  }

  @Test
  void makesAKeyThatItsOwnerAloneReadsAndTellsItsPublicHalf() throws IOException {
    String told = out.toString();
    assertThat(told).contains("\"crv\":\"P-384\"", "\"alg\":\"ES384\"").doesNotContain("\"d\"");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("signer.key"))))
        .isEqualTo("rw-------");
    assertThat(run("directory", "key", file("signer.key"))).isZero();
    assertThat(out.toString()).isEqualTo(told);
  }

  @Test
  void signsAListAndShowsIt() {
    assertThat(sign()).isZero();
    assertThat(out.toString()).contains("version 1 of ketamine-network, 2 members");
    assertThat(show("signers.json")).isZero();
    assertThat(out.toString())
        .contains("ketamine-network, version 1, 2 members")
        .containsPattern(
            "gb +GB +Ketamine Registry of Great Britain +https://registry.gb.example/fhir +https://id.gb.example/token +0.3.0 0.3.1 +0")
        // The country is what was written, and no truth value; a base has no slash at its end.
        .containsPattern("north +NO +Ketamine Registry of Norway +http://127.0.0.1:8080/fhir  ");
  }

  @Test
  void raisesTheVersionAndNeverLowersIt() {
    assertThat(sign("--version", "7")).isZero();
    assertThat(sign()).isZero();
    assertThat(out.toString()).contains("version 8");
    assertThat(sign("--version", "8")).isEqualTo(2);
    assertThat(err.toString()).contains("9 or more");
    assertThat(show("signers.json")).isZero();
    assertThat(out.toString()).contains("version 8");
  }

  @Test
  void tellsEveryProblemOfAListWithItsLine() throws IOException {
    Files.writeString(
        folder.resolve("members.yaml"),
        """
        network: ""
        members:
          - id: gb
            country: Britain
            address: http://registry.gb.example/fhir
            colour: red
          - id: gb
            name: Ketamine Registry of Germany
            country: DE
            address: https://registry.de.example/fhir
            guide-versions: [new]
            tls-keys: [no digest]
        """);
    assertThat(sign()).isEqualTo(2);
    assertThat(err.toString().lines().map(line -> line.replaceFirst("^( *[^:]*: [^:]*):.*", "$1")))
        .containsExactly(
            file("members.yaml") + " is no list of members:",
            "  line 6: nothing is called colour here.",
            "  line 3, member gb: name",
            "  line 4, member gb: country",
            "  line 5, member gb: address",
            "  line 3, member gb: guide-versions",
            "  line 7, member gb: tokens",
            "  line 11, member gb: guide-versions",
            "  line 12, member gb: tls-keys",
            "  network: what the network is called, such as ketamine-network.",
            "  id: gb stands twice; each member has one of its own.");
    assertThat(folder.resolve("directory.jws")).doesNotExist();
  }

  @Test
  void tellsWhereAListIsNoYaml() throws IOException {
    Files.writeString(folder.resolve("members.yaml"), "network: x\nmembers: [\n");
    assertThat(sign()).isEqualTo(2);
    assertThat(err.toString()).contains("line 3: no YAML");
    Files.writeString(folder.resolve("members.yaml"), "");
    assertThat(sign()).isEqualTo(2);
    assertThat(err.toString()).contains("members: 1 to 300");
  }

  @Test
  void doesNotShowWhatAnotherKeySigned() throws IOException {
    assertThat(sign()).isZero();
    assertThat(run("directory", "key", file("other.key"))).isZero();
    Files.writeString(folder.resolve("others.json"), out.toString());
    assertThat(show("others.json")).isOne();
    assertThat(err.toString()).contains("not signed by a signer that this registry knows");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void writesOverNoFileThatItDidNotSign() throws IOException {
    Files.writeString(folder.resolve("directory.jws"), "something else");
    assertThat(sign()).isEqualTo(2);
    assertThat(folder.resolve("directory.jws")).hasContent("something else");
  }

  @Test
  void signsByNoOtherKindOfKeyAndQuotesNone() {
    assertThat(
            run(
                "directory",
                "sign",
                "--members",
                file("members.yaml"),
                "--key",
                file("signers.json"),
                "--out",
                file("directory.jws")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("no key to sign a directory by").doesNotContain("\"x\"");
  }

  private int sign(String... more) {
    String[] all = {
      "directory",
      "sign",
      "--members",
      file("members.yaml"),
      "--key",
      file("signer.key"),
      "--out",
      file("directory.jws")
    };
    String[] arguments = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, arguments, all.length, more.length);
    return run(arguments);
  }

  private int show(String signers) {
    return run("directory", "show", file("directory.jws"), "--signers", file(signers));
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return RegistryCommand.within(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
