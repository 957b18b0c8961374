package org.ketamineregistry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints and their key as files, which outlive the process and may be copied. */
class CheckpointFolderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void givesBackWhatWasWrittenInTheOrderOfTheLog() {
    CheckpointKey key = CheckpointKey.in(folder.resolve("audit.key"));
    var checkpoints = new CheckpointFolder(folder.resolve("checkpoints"));
    Checkpoint late = Checkpoint.of(new Seal(12, 15, "", "ab".repeat(32)), NOON, key);
    Checkpoint early = Checkpoint.of(new Seal(5, 6, "", "cd".repeat(32)), NOON, key);
    checkpoints.write(late, key.verification());
    checkpoints.write(early, key.verification());

    assertThat(checkpoints.read())
        .containsExactly(early, late)
        .allMatch(key.verification()::accepts);
    assertThat(folder.resolve("checkpoints"))
        .isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
  }

  @Test
  void hasThePublicKeyBesideThem() throws IOException {
    CheckpointKey key = CheckpointKey.in(folder.resolve("audit.key"));
    new CheckpointFolder(folder)
        .write(Checkpoint.of(new Seal(1, 1, "", "ab".repeat(32)), NOON, key), key.verification());

    String text = Files.readString(publicKey());

    assertThat(text).contains("PUBLIC KEY").doesNotContain("PRIVATE");
    assertThat(VerificationKey.of(text).pem()).isEqualTo(key.verification().pem());
  }

  private Path publicKey() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "public-key-*.pem")) {
      return files.iterator().next();
    }
  }

  @Test
  void areVerifiedByTheOldKeyAndTheNewWhereItWasReplaced() {
    CheckpointKey old = CheckpointKey.in(folder.resolve("old.key"));
    CheckpointKey now = CheckpointKey.in(folder.resolve("new.key"));
    Checkpoint before = Checkpoint.of(new Seal(1, 1, "", "ab".repeat(32)), NOON, old);
    Checkpoint after = Checkpoint.of(new Seal(2, 2, "", "cd".repeat(32)), NOON, now);

    var both = VerificationKey.of(old.verification().pem() + now.verification().pem());

    assertThat(now.verification().accepts(before)).isFalse();
    assertThat(both.accepts(before) && both.accepts(after)).isTrue();
  }

  @Test
  void refusesAFileThatIsNone() throws IOException {
    Files.writeString(folder.resolve("checkpoint-000000000001.json"), "{\"position\":1}");

    assertThatThrownBy(new CheckpointFolder(folder)::read).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void keepsTheKeyForItsOwnerAndFindsItAgain() throws IOException {
    Path file = folder.resolve("keys/audit.key");
    CheckpointKey made = CheckpointKey.in(file);

    CheckpointKey found = CheckpointKey.in(file);

    assertThat(found.verification().pem()).isEqualTo(made.verification().pem());
    assertThat(found.digest("Patient?identifier=1")).isEqualTo(made.digest("Patient?identifier=1"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void digestsAQuestionOnlyWithTheKey() {
    CheckpointKey one = CheckpointKey.in(folder.resolve("one.key"));
    CheckpointKey other = CheckpointKey.in(folder.resolve("other.key"));

    assertThat(one.digest("Patient?identifier=1"))
        .isNotEqualTo(other.digest("Patient?identifier=1"))
        .isNotEqualTo(one.digest("Patient?identifier=2"));
  }
}
