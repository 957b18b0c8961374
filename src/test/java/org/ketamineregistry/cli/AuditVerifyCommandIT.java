package org.ketamineregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.store.AuditDatabase;
import picocli.CommandLine;

/** {@code audit verify}, as an operator runs it against a database. */
class AuditVerifyCommandIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path folder;
  private final AuditDatabase audit;

  AuditVerifyCommandIT(@TempDir Path folder) {
    this.folder = folder;
    audit = new AuditDatabase(folder);
    audit.append(4).seal();
  }

  private int verify(String... more) {
    return verifyAt(audit.details().getJdbcUrl(), more);
  }

  private int verifyAt(String url, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "verify",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + audit.details().getUsername(),
                "--spring.datasource.password=" + audit.details().getPassword(),
                "--registry.audit.key-file=" + audit.keyFile(),
                "--registry.audit.checkpoint-folder=" + audit.checkpoints()));
    arguments.addAll(List.of(more));
    return new CommandLine(new AuditCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  @Test
  void saysThatTheAuditIsWhole() {
    audit.append(1);

    assertThat(verify()).isZero();
    assertThat(out)
        .hasToString("4 rows sealed, 1 not yet, held against 1 checkpoints: the audit is whole.\n");
    assertThat(err).hasToString("");
  }

  @Test
  void saysWhatIsWrong() {
    audit.tamper("DELETE FROM registry.audit WHERE number = 2");

    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("Row 2, sealed at position 2, was removed.\n")
        .endsWith("1 things are wrong with the audit.\n");
  }

  /** Whoever has the machine has its folder and the key; a copy elsewhere he has not. */
  @Test
  void believesACopyThatWasKeptElsewhere() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (var files = Files.list(audit.checkpoints())) {
      for (Path file : files.toList()) {
        Files.move(file, elsewhere.resolve(file.getFileName()));
      }
    }
    audit.tamper(
        "DELETE FROM registry.audit WHERE number > 2",
        "DELETE FROM registry.audit_seal WHERE number > 2",
        "DELETE FROM registry.audit_checkpoint");

    assertThat(verify()).isZero();
    assertThat(verify("--checkpoints=" + elsewhere, "--public-key=" + publicKey(elsewhere)))
        .isEqualTo(1);
    assertThat(out.toString()).contains("The log ends at position 2, but the checkpoint of");
  }

  private static Path publicKey(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "public-key-*.pem")) {
      return files.iterator().next();
    }
  }

  @Test
  void refusesWhereTheDatabaseDoesNotAnswer() {
    assertThat(
            verifyAt(
                "jdbc:postgresql://127.0.0.1:1/registry",
                "--spring.datasource.hikari.connection-timeout=500"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("could not be verified");
  }

  @Test
  void refusesWithoutAKeyAndMakesNone() {
    Path missing = folder.resolve("missing.key");

    assertThat(verify("--registry.audit.key-file=" + missing)).isEqualTo(2);
    assertThat(missing).doesNotExist();
  }
}
