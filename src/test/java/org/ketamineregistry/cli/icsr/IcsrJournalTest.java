package org.ketamineregistry.cli.icsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.cli.icsr.IcsrJournal.Sent;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.icsr.IcsrCase.Meddra;

/** What is kept beside the reports, and the terms that a sender supplies. */
class IcsrJournalTest {
  private static final String DIGEST = "a".repeat(64);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private static Sent sent(String batch) {
    return new Sent("GB-REG-GB-0001-E 1", "event-1", batch, 0, DIGEST);
  }

  @Test
  void remembersWhatWasSentAndAnswered() throws Exception {
    try (IcsrJournal journal = IcsrJournal.open(folder)) {
      assertThat(journal.standing("GB-REG-GB-0001-E 1")).isEmpty();
      journal.add(sent("b-1"));
      journal.add(sent("b-2"));
      journal.answered("GB-REG-GB-0001-E 1", "b-2", false);
    }
    try (IcsrJournal journal = IcsrJournal.open(folder)) {
      assertThat(journal.count("GB-REG-GB-0001-E 1")).isEqualTo(2);
      assertThat(journal.standing("GB-REG-GB-0001-E 1")).contains(sent("b-1"));
      assertThat(journal.batch("b-2")).containsExactly(sent("b-2"));
      assertThat(journal.isOfAnother("GB-REG-GB-0001-E 1", "event-1")).isFalse();
      assertThat(journal.isOfAnother("GB-REG-GB-0001-E 1", "event-2")).isTrue();
    }
  }

  @Test
  void theLastAnswerCounts() throws Exception {
    try (IcsrJournal journal = IcsrJournal.open(folder)) {
      journal.add(sent("b-1"));
      journal.answered("GB-REG-GB-0001-E 1", "b-1", false);
      journal.answered("GB-REG-GB-0001-E 1", "b-1", true);
      assertThat(journal.standing("GB-REG-GB-0001-E 1")).contains(sent("b-1"));
    }
  }

  @Test
  void halfALineOfACrashCountsForNothingAndSpoilsNoOther() throws Exception {
    try (IcsrJournal journal = IcsrJournal.open(folder)) {
      journal.add(sent("b-1"));
    }
    Files.writeString(
        folder.resolve(IcsrJournal.NAME), "sent\tGB-REG-GB", StandardOpenOption.APPEND);
    try (IcsrJournal journal = IcsrJournal.open(folder)) {
      journal.add(sent("b-2"));
    }
    try (IcsrJournal journal = IcsrJournal.open(folder)) {
      assertThat(journal.count("GB-REG-GB-0001-E 1")).isEqualTo(2);
    }
  }

  @Test
  void readsTermsByEventOrCode() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("terms.csv"),
            """
            # key, code, version

            E-2026-0322,10000001,27.1
            "http://snomed.info/sct|17971005";"10000002";"27.1"
            """);
    assertThat(MeddraFile.read(file).terms())
        .isEqualTo(
            Map.of(
                "E-2026-0322",
                new Meddra("10000001", "27.1"),
                "http://snomed.info/sct|17971005",
                new Meddra("10000002", "27.1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a,10000001,27", "a,1000,27.1", "a,10000001,27.1,more"})
  void aLineThatIsNoTermIsRefusedByItsNumber(String line) throws Exception {
    Path file = Files.writeString(folder.resolve("terms.csv"), "\n" + line + "\n");
    assertThatThrownBy(() -> MeddraFile.read(file))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("line 2");
  }
}
