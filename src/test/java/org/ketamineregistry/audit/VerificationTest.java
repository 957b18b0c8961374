package org.ketamineregistry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.audit.Verification.Report;

/** What nobody can do to the log unseen. */
class VerificationTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final CheckpointKey key;
  private final List<AuditRow> rows = new ArrayList<>();
  private final List<Seal> seals = new ArrayList<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  /** Ten rows, with a gap in their numbers, and a checkpoint after the eighth. */
  VerificationTest(@TempDir Path folder) {
    key = CheckpointKey.in(folder.resolve("audit.key"));
    IntStream.rangeClosed(1, 10).forEach(n -> append(row(n < 5 ? n : n + 3, "read")));
    checkpoints.add(Checkpoint.of(seals.get(7), NOON, key));
  }

  private void append(AuditRow row) {
    rows.add(row);
    seals.add(Seal.next(seals.size() + 1, link(), row));
  }

  private String link() {
    return seals.isEmpty() ? Chain.START : seals.get(seals.size() - 1).link();
  }

  private static AuditRow row(long number, String interaction) {
    return new AuditRow(
        number,
        new UUID(0, number),
        NOON.plusSeconds(number),
        "R",
        interaction,
        "clinic-system",
        null,
        "submitting-clinic",
        "https://registry.example/sid/clinic|GB-1",
        "TREAT",
        "request-" + number,
        200,
        null,
        null,
        List.of("Observation/" + number),
        List.of("patient-1"),
        List.of("clinic-1"),
        List.of(),
        null);
  }

  private Report verify() {
    return verify(key.verification());
  }

  private Report verify(VerificationKey by) {
    var verification = new Verification(by, checkpoints);
    for (Seal seal : seals) {
      verification.next(
          seal,
          rows.stream().filter(row -> row.number() == seal.number()).findFirst().orElse(null));
    }
    return verification.report(0);
  }

  /** Makes the chain anew over what is there, as whoever has the database could. */
  private void sealAnew() {
    seals.clear();
    rows.forEach(row -> seals.add(Seal.next(seals.size() + 1, link(), row)));
  }

  @Test
  void findsNothingInALogThatIsWhole() {
    assertThat(verify().problems()).isEmpty();
    assertThat(verify()).isEqualTo(new Report(10, 0, 1, List.of()));
  }

  @Test
  void findsNothingInAnEmptyLog() {
    rows.clear();
    seals.clear();
    checkpoints.clear();

    assertThat(verify().isWhole()).isTrue();
  }

  @Nested
  class FindsThatARow {
    @Test
    void wasRemoved() {
      rows.remove(2);

      assertThat(verify().problems()).containsExactly("Row 3, sealed at position 3, was removed.");
    }

    @Test
    void wasRemovedWithItsSeal() {
      rows.remove(2);
      seals.remove(2);

      assertThat(verify().problems())
          .containsExactly(
              "The seals from position 3 to 3 are gone, and what they sealed is not proven.");
    }

    @Test
    void wasChanged() {
      rows.set(2, row(3, "vread"));

      assertThat(verify().problems()).containsExactly("Row 3, sealed at position 3, was changed.");
    }

    @Test
    void wasChangedWithItsSeal() {
      rows.set(2, row(3, "vread"));
      seals.set(2, Seal.next(3, seals.get(1).link(), rows.get(2)));

      assertThat(verify().problems())
          .singleElement()
          .asString()
          .startsWith("The chain breaks at position 4");
    }

    @Test
    void tookAnothersPlace() {
      AuditRow third = rows.get(2);
      AuditRow fourth = rows.get(3);
      rows.set(2, renumbered(fourth, 3));
      rows.set(3, renumbered(third, 4));

      assertThat(verify().problems())
          .containsExactly(
              "Row 3, sealed at position 3, was changed.",
              "Row 4, sealed at position 4, was changed.");
    }

    @Test
    void wasSealedInAnothersPlace() {
      Seal third = seals.get(2);
      Seal fourth = seals.get(3);
      seals.set(2, new Seal(3, fourth.number(), fourth.rowHash(), third.link()));
      seals.set(3, new Seal(4, third.number(), third.rowHash(), fourth.link()));

      assertThat(verify().problems())
          .hasSize(2)
          .allSatisfy(words -> assertThat(words).startsWith("The chain breaks at position"));
    }

    @Test
    void wasAddedBehindWithoutTheChain() {
      AuditRow forged = row(40, "read");
      rows.add(forged);
      seals.add(new Seal(11, 40, Chain.hash(forged), "ab".repeat(32)));

      assertThat(verify().problems())
          .singleElement()
          .asString()
          .startsWith("The chain breaks at position 11");
    }

    private AuditRow renumbered(AuditRow row, long number) {
      return new AuditRow(
          number,
          row.id(),
          row.at(),
          row.action(),
          row.interaction(),
          row.client(),
          row.user(),
          row.role(),
          row.clinic(),
          row.purpose(),
          row.request(),
          row.status(),
          row.refusal(),
          row.consent(),
          row.records(),
          row.patients(),
          row.owners(),
          row.parameters(),
          row.digest());
    }
  }

  @Nested
  class FindsByACheckpointThatTheLog {
    @Test
    void wasCutOff() {
      rows.subList(6, 10).clear();
      seals.subList(6, 10).clear();

      assertThat(verify().problems())
          .singleElement()
          .asString()
          .startsWith("The log ends at position 6, but the checkpoint of 2026-03-01T12:00:00Z");
    }

    @Test
    void wasWrittenAnew() {
      rows.remove(2);
      sealAnew();

      assertThat(verify().problems())
          .singleElement()
          .asString()
          .startsWith("The log up to position 8 is another");
    }

    @Test
    void wasPutInAnotherOrder() {
      AuditRow third = rows.remove(2);
      rows.add(4, third);
      sealAnew();

      assertThat(verify().isWhole()).isFalse();
    }

    @Test
    void isSignedForBySomebodyElse(@TempDir Path elsewhere) {
      CheckpointKey forger = CheckpointKey.in(elsewhere.resolve("forged.key"));
      rows.remove(2);
      sealAnew();
      checkpoints.set(0, Checkpoint.of(seals.get(7), NOON, forger));

      assertThat(verify().problems())
          .singleElement()
          .asString()
          .startsWith("The checkpoint for position 8 was not signed by the key of this audit");
    }

    @Test
    void isToldOfByAChangedCheckpoint() {
      Checkpoint made = checkpoints.get(0);
      checkpoints.set(
          0, new Checkpoint(7, made.number(), made.link(), made.time(), made.signature()));

      assertThat(verify().isWhole()).isFalse();
    }
  }

  @Test
  void canBeMadeByWhoeverHasThePublicKey() {
    assertThat(verify(VerificationKey.of(key.verification().pem())).isWhole()).isTrue();
  }
}
