package org.ketamineregistry.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Run;
import org.ketamineregistry.adapter.StateFile;
import org.ketamineregistry.adapter.Tally;
import org.ketamineregistry.process.JavaProcess;

/**
 * A large file of resources in a small heap: twenty thousand lines, and a million with {@code
 * -Plong}. It is read by a process of its own, whose heap is bounded; the definitions of R4, by
 * which FHIRPath is compiled, take most of it.
 */
class LargeNdjsonIT {
  private static final int LINES =
      Integer.getInteger("registry.test.volume", 1) > 1 ? 1_000_000 : 20_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  @Test
  void memoryStaysFlat() throws Exception {
    String said =
        JavaProcess.inHeap("320m", LargeNdjsonIT.class, folder.toString(), String.valueOf(LINES));
    int refused = (LINES + 6) / 7;
    assertThat(said).contains("read " + LINES + ", refused " + refused);
    try (var lines = Files.lines(folder.resolve("refused.ndjson"))) {
      assertThat(lines.count()).isEqualTo(refused);
    }
  }

  /** The process: of every seven resources one has no unit. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int lines = Integer.parseInt(arguments[1]);
    Path file = write(folder.resolve("Observation.ndjson"), lines);
    var tally = new Tally();
    try (NdjsonSource source = Mapped.source(Mapped.mapping(Mapped.WEIGHT), List.of(file));
        var refused = new RefusedResources(folder.resolve("refused.ndjson"), List.of(file))) {
      new Run<>(
              source,
              bundle -> new Delivery.Answer(Delivery.Outcome.ACCEPTED, List.of()),
              refused,
              new StateFile(folder.resolve("state.json"), "large", "refused.ndjson"),
              0,
              tally,
              one -> {})
          .go(4);
    }
    System.out.println("read " + tally.read() + ", refused " + tally.refused());
  }

  private static Path write(Path file, int lines) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < lines; i++) {
        writer.write(
            "{\"resourceType\":\"Observation\",\"id\":\"o"
                + i
                + "\",\"meta\":{\"versionId\":\"1\"},\"status\":\"final\",\"code\":{\"text\":\"weight\"},\"subject\":{\"reference\":\"Patient/p"
                + i % 5_000
                + "\"},\"effectiveDateTime\":\"2026-01-12\",\"valueQuantity\":{\"value\":71.5"
                + (i % 7 == 0 ? "" : ",\"unit\":\"kg\"")
                + "}}\n");
      }
    }
    return file;
  }
}
