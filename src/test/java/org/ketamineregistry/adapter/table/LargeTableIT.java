package org.ketamineregistry.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.adapter.Clinics;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.GuideCodes;
import org.ketamineregistry.adapter.Run;
import org.ketamineregistry.adapter.StateFile;
import org.ketamineregistry.adapter.Tally;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.process.JavaProcess;
import org.ketamineregistry.profiles.ProfilePackage;

/**
 * A large table in a small heap: twenty thousand rows, and a million with {@code -Plong}. It is
 * read by a process of its own, whose heap is bounded.
 */
class LargeTableIT {
  private static final int ROWS =
      Integer.getInteger("registry.test.volume", 1) > 1 ? 1_000_000 : 20_000;
  private static final String MAPPING =
      """
      mapping: large
      clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
      records:
        - kind: body-weight
          key: [row]
          fields:
            patient: {key: [patient]}
            measured: {column: day, formats: [dd.MM.yyyy]}
            weight: {column: weight, unit: {factors: {kg: 1, g: 0.001}}}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  @Test
  void memoryStaysFlat() throws Exception {
    String said =
        JavaProcess.inHeap("128m", LargeTableIT.class, folder.toString(), String.valueOf(ROWS));
    assertThat(said)
        .contains("read " + ROWS)
        .contains("refused " + ((ROWS + 9) / 10 + (ROWS + 6) / 7 - (ROWS + 69) / 70));
    try (var lines = Files.lines(folder.resolve("refused.csv"))) {
      assertThat(lines.count()).isEqualTo(1 + (ROWS + 9) / 10 + (ROWS + 6) / 7 - (ROWS + 69) / 70);
    }
  }

  /** The process: of every seven rows one has no number, and of every ten one is refused. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int rows = Integer.parseInt(arguments[1]);
    Path table = write(folder.resolve("table.csv"), rows);
    Templates templates =
        Templates.of(new GuideCodes(ProfilePackage.load(FhirContext.forR4Cached())));
    Mapping mapping = MappingReader.read(MAPPING, templates);
    var tally = new Tally();
    try (TableReader reader = TableReader.open(Files.newInputStream(table), mapping.format());
        var refused = new RefusedRows(folder.resolve("refused.csv"), mapping.format(), reader)) {
      new Run<>(
              new TableSource(reader, mapping, mapping.site(Clinics.pseudonyms()), templates),
              LargeTableIT::answer,
              refused,
              new StateFile(folder.resolve("state.json"), "large", "refused.csv"),
              0,
              tally,
              one -> {})
          .go(4);
    }
    System.out.println("read " + tally.read() + ", refused " + tally.refused());
  }

  private static Delivery.Answer answer(ObjectNode bundle) {
    boolean tooHeavy =
        bundle.at("/entry/0/resource/valueQuantity/value").decimalValue().intValue() == 900;
    return tooHeavy
        ? new Delivery.Answer(
            Delivery.Outcome.REFUSED,
            List.of(
                new Fault("rule-violated", "Bundle.entry[0].resource.value.value", "Too heavy.")))
        : new Delivery.Answer(Delivery.Outcome.ACCEPTED, List.of());
  }

  private static Path write(Path file, int rows) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("row,patient,day,weight,note\n");
      for (int i = 0; i < rows; i++) {
        String weight = i % 7 == 0 ? "heavy" : i % 10 == 0 ? "900 kg" : "71.5 kg";
        writer.write(i + "," + i % 5_000 + ",12.01.2026," + weight + ",\"a note, of words\"\n");
      }
    }
    return file;
  }
}
