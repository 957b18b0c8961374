package org.ketamineregistry.adapter.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of messages, and what becomes of them. */
class MessageFileTest {
  private static final String FILE_HEADER = "FHS|^~\\&|PHARM|RIVERSIDE\r";
  private static final String BATCH_HEADER = "BHS|^~\\&|PHARM|RIVERSIDE\r";

  private final Riverside.Registry registry = new Riverside.Registry();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private FileRun.Ended bring(String text) throws Exception {
    return bring(text.getBytes(StandardCharsets.UTF_8), Bounds.usual(1));
  }

  private FileRun.Ended bring(byte[] bytes, Bounds bounds) throws Exception {
    Path file = Files.write(folder.resolve("day.hl7"), bytes);
    return new FileRun(Riverside.reception(registry), bounds)
        .bring(file, folder.resolve("acks"), folder.resolve("refused"));
  }

  private List<String> acknowledged() throws Exception {
    return Arrays.stream(Files.readString(folder.resolve("acks")).split("\r"))
        .filter(segment -> segment.startsWith("MSA"))
        .map(segment -> segment.substring(4))
        .toList();
  }

  @Test
  void messagesOneAfterTheOther() throws Exception {
    FileRun.Ended ended = bring(Riverside.ADMISSION + Riverside.RESULTS);

    assertThat(ended.oddities()).isEmpty();
    assertThat(ended.tally().accepted()).isEqualTo(2);
    assertThat(acknowledged()).containsExactly("AA|M-1", "AA|M-5");
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  @Test
  void linesThatEndAsAnySystemEndsThem() throws Exception {
    bring(
        Riverside.ADMISSION.replace("\r", "\r\n") + "\r\n" + Riverside.RESULTS.replace("\r", "\n"));

    assertThat(acknowledged()).containsExactly("AA|M-1", "AA|M-5");
  }

  @Test
  void batchesWithTheirNumbers() throws Exception {
    FileRun.Ended ended =
        bring(
            FILE_HEADER
                + BATCH_HEADER
                + Riverside.ADMISSION
                + Riverside.RESULTS
                + "BTS|2\r"
                + BATCH_HEADER
                + Riverside.SUPPLY
                + "BTS|1\rFTS|2\r");

    assertThat(ended.oddities()).isEmpty();
    assertThat(acknowledged()).containsExactly("AA|M-1", "AA|M-5", "AA|M-3");
  }

  @Test
  void whatIsRefusedIsKeptAsItWasAndCanBeSentAgain() throws Exception {
    String faulty = Riverside.ADMINISTRATION.replace("|35|mg", "|35|mL");

    FileRun.Ended ended = bring(Riverside.ADMISSION + faulty + Riverside.RESULTS);

    assertThat(acknowledged()).containsExactly("AA|M-1", "AE|M-2", "AA|M-5");
    assertThat(ended.tally().reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.fault().origin()).isEqualTo("RXA[1]-7");
              assertThat(reason.first()).containsExactly(2L);
            });
    String refused = Files.readString(folder.resolve("refused"));
    assertThat(refused).isEqualTo(faulty);
    Files.delete(folder.resolve("refused"));
    assertThat(bring(refused.replace("|35|mL", "|35|mg")).tally().accepted()).isEqualTo(1);
  }

  @Test
  void aRegistryThatGoesAwayEndsTheRunWithoutRefusingAnything() throws Exception {
    registry.away = true;

    FileRun.Ended ended = bring(Riverside.ADMISSION + Riverside.RESULTS);

    assertThat(ended.unreachable()).isTrue();
    assertThat(ended.tally().read()).isZero();
    assertThat(acknowledged()).isEmpty();
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  @Test
  void aFileOfThousandsThatWasInterruptedIsBroughtToItsEndByAnotherRun() throws Exception {
    int many = 3_000;
    StringBuilder day = new StringBuilder();
    for (int i = 1; i <= many; i++) {
      String message =
          Riverside.RESULTS.replace("M-5", "M-" + i).replace("F-90^LAB", "F-" + i + "^LAB");
      day.append(i % 10 == 0 ? message.replace("|31|{score}", "|?|{score}") : message);
    }
    registry.awayAfter = 1_000;
    FileRun.Ended first = bring(day.toString());
    assertThat(first.unreachable()).isTrue();
    assertThat(first.tally().accepted()).isEqualTo(1_000);
    Files.delete(folder.resolve("refused"));

    registry.awayAfter = Integer.MAX_VALUE;
    FileRun.Ended second = bring(day.toString());

    assertThat(second.tally().read()).isEqualTo(many);
    assertThat(second.tally().refused()).isEqualTo(many / 10);
    assertThat(acknowledged()).hasSize(many);
    assertThat(registry.bundles.stream().map(one -> one.at("/identifier/value")).distinct())
        .as("what was sent twice is the same submission")
        .hasSize(many - many / 10);
  }

  @Nested
  class OddFiles {
    @Test
    void aMessageThatIsCutInASegment() throws Exception {
      String cut = Riverside.ADMINISTRATION.substring(0, Riverside.ADMINISTRATION.indexOf("|CP"));

      bring(Riverside.ADMISSION + cut);

      assertThat(acknowledged()).containsExactly("AA|M-1", "AR|M-2");
      assertThat(registry.bundles).hasSize(1);
      assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void aBatchThatIsCutBetweenSegments() throws Exception {
      String cut = Riverside.ADMINISTRATION.substring(0, Riverside.ADMINISTRATION.indexOf("OBX|2"));

      bring(FILE_HEADER + BATCH_HEADER + Riverside.ADMISSION + cut);

      assertThat(acknowledged()).containsExactly("AA|M-1", "AR|M-2");
      assertThat(registry.bundles).hasSize(1);
    }

    @Test
    void aFileWithoutItsTrailer() throws Exception {
      assertThat(bring(FILE_HEADER + BATCH_HEADER + Riverside.ADMISSION + "BTS|1\r").oddities())
          .singleElement()
          .asString()
          .contains("cut");
    }

    @Test
    void aTrailerThatCountsOthers() throws Exception {
      assertThat(
              bring(FILE_HEADER + BATCH_HEADER + Riverside.ADMISSION + "BTS|2\rFTS|1\r").oddities())
          .singleElement()
          .asString()
          .contains("BTS-1");
      assertThat(bring(BATCH_HEADER + Riverside.ADMISSION + "BTS|1\rFTS|7\r").oddities())
          .singleElement()
          .asString()
          .contains("FTS-1");
    }

    @Test
    void somethingElseThanMessages() throws Exception {
      assertThat(bring("name,born\nAnn,1982\n").oddities()).hasSize(1);
      assertThat(
              bring(new byte[] {(byte) 0xFF, (byte) 0xFE, 'M', 0, 'S', 0}, Bounds.usual(1))
                  .oddities())
          .hasSize(1);
      assertThat(bring("").oddities()).isEmpty();
      assertThat(registry.bundles).isEmpty();
    }

    @Test
    void aMessageThatIsTooLargeAmongOthers() throws Exception {
      String large =
          Riverside.ADMISSION.replace("M-1|", "M-9|") + "ZZZ|" + "x".repeat(5_000) + "\r";

      FileRun.Ended ended =
          bring(
              (large + Riverside.RESULTS).getBytes(StandardCharsets.UTF_8),
              new Bounds(
                  1,
                  2_000,
                  Bounds.usual(1).idle(),
                  Bounds.usual(1).message(),
                  Bounds.usual(1).answer()));

      assertThat(acknowledged()).containsExactly("AR|M-9", "AA|M-5");
      assertThat(ended.tally().reasons())
          .singleElement()
          .satisfies(reason -> assertThat(reason.fault().code()).isEqualTo("too-large"));
    }
  }
}
