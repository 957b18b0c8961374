package org.ketamineregistry.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.Item;
import org.ketamineregistry.adapter.UnusableFile;
import org.ketamineregistry.refusal.ErrorCode;

/** Files of resources are read strictly, line by line, and in the order of dependence. */
class NdjsonTest {
  private static final Fault FAULT = Fault.of(ErrorCode.INVALID, "=here", "Do\nthis, \"so\".");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  @Test
  void typesComeInTheOrderOfDependenceWhateverTheFiles() throws Exception {
    Path mixed =
        write("a.ndjson", weight("o1", ""), patient("p1", ""), "{\"resourceType\":\"Device\"}");
    Path more = write("b.ndjson", patient("p2", ""), "cut off {", weight("o2", ""));
    assertThat(items(mixed, more))
        .extracting(item -> item.number() % Line.LINES + " of " + item.number() / Line.LINES)
        .containsExactly("2 of 0", "1 of 1", "1 of 0", "3 of 1", "3 of 0", "2 of 1");
  }

  @Test
  void onlyTheNewestVersionIsBrought() throws Exception {
    Path file =
        write(
            "a.ndjson",
            patient("p1", "\"versionId\":\"2\",\"lastUpdated\":\"2026-01-02T00:00:00Z\""),
            patient("p1", "\"versionId\":\"1\",\"lastUpdated\":\"2026-01-01T00:00:00Z\""),
            patient("p2", "\"versionId\":\"9\""),
            patient("p2", "\"versionId\":\"10\""),
            patient("p3", ""),
            patient("p3", ""));
    assertThat(items(file))
        .extracting(item -> item.draft().isEmpty())
        .as("left out")
        .containsExactly(false, true, true, false, false, false);
  }

  @Test
  void aRunThatGoesOnKnowsWhichVersionsItPassed() throws Exception {
    Path file =
        write(
            "a.ndjson", patient("p1", "\"versionId\":\"2\""), patient("p1", "\"versionId\":\"1\""));
    try (NdjsonSource source = Mapped.source(Mapped.mapping(Mapped.WEIGHT), List.of(file))) {
      source.skip();
      Item<Line> second = Objects.requireNonNull(source.next());
      assertThat(second.draft().isEmpty()).isTrue();
    }
  }

  @Test
  void aHostileLineIsRefusedByItself() throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    line(bytes, patient("p1", "") + "\r");
    line(bytes, "");
    line(
        bytes,
        "{\"resourceType\":\"Patient\",\"id\":\"x\",\"a\":"
            + "[".repeat(100)
            + "]".repeat(100)
            + "}");
    line(bytes, "{\"resourceType\":\"Patient\",\"id\":\"x\",\"id\":\"y\"}");
    line(bytes, "{\"resourceType\":\"Patient\"} {\"resourceType\":\"Patient\"}");
    line(bytes, "[{\"resourceType\":\"Patient\"}]");
    line(bytes, "{\"id\":\"x\"}");
    bytes.writeBytes("{\"resourceType\":\"Patient\",\"id\":\"".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xff);
    line(bytes, "\"}");
    line(
        bytes,
        "{\"resourceType\":\"Patient\",\"language\":\"" + "x".repeat(LineReader.LONGEST) + "\"}");
    line(bytes, patient("p2", ""));
    bytes.writeBytes("{\"resourceType\":\"Pati".getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("a.ndjson"), bytes.toByteArray());
    List<Item<Line>> items = items(file);
    assertThat(items.stream().filter(item -> item.draft().faults().isEmpty()).map(Item::number))
        .containsExactly(1L, 10L);
    assertThat(items.stream().flatMap(item -> item.draft().faults().stream()).map(Fault::code))
        .containsExactly(
            "malformed-json",
            "malformed-json",
            "malformed-json",
            "malformed-json",
            "malformed-json",
            "malformed-json",
            "too-large",
            "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK\u0003\u0004",
        "\u001f\u008b\b",
        "<html>",
        "[{}]",
        "{\n \"resourceType\"",
        "\u00ff\u00fea"
      })
  void whatIsNoNdjsonIsRefusedWhole(String beginning) throws Exception {
    Path file =
        Files.write(folder.resolve("a.ndjson"), beginning.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> items(file)).isInstanceOf(UnusableFile.class);
  }

  @Test
  void aFolderHasItsFilesWithoutWhatWasRefused() throws Exception {
    write("b.ndjson", patient("p1", ""));
    write("a.ndjson", patient("p2", ""));
    write("a-refused.ndjson", patient("p3", ""));
    write("notes.txt", "x");
    assertThat(NdjsonFiles.named(List.of(folder)))
        .extracting(path -> path.getFileName().toString())
        .containsExactly("a.ndjson", "b.ndjson");
  }

  @Test
  void refusedResourcesAreCopiedAsTheyStandWithReasonsBesideThem() throws Exception {
    Path file = write("a.ndjson", patient("p1", ""), patient("ü", ""), patient("p3", ""));
    Path refused = folder.resolve("a-refused.ndjson");
    List<Line> lines = items(file).stream().map(Item::raw).toList();
    long settled;
    try (var kept = new RefusedResources(refused, List.of(file))) {
      assertThat(kept.isThere()).isFalse();
      kept.add(lines.get(1), List.of(FAULT, FAULT));
      settled = kept.settled();
      kept.add(lines.get(2), List.of(FAULT));
    }
    assertThat(Files.readAllLines(refused)).containsExactly(patient("ü", ""), patient("p3", ""));
    assertThat(Files.readAllLines(RefusedResources.reasons(refused)))
        .containsExactly(
            "line,file,line_in_file,code,at,text",
            "1,\"a.ndjson\",2,\"invalid\",\"'=here\",\"Do this, \"\"so\"\".\"",
            "1,\"a.ndjson\",2,\"invalid\",\"'=here\",\"Do this, \"\"so\"\".\"",
            "2,\"a.ndjson\",3,\"invalid\",\"'=here\",\"Do this, \"\"so\"\".\"");

    try (var again = new RefusedResources(refused, List.of(file))) {
      again.goOn(settled);
      again.add(lines.get(0), List.of(FAULT));
    }
    assertThat(Files.readAllLines(refused)).containsExactly(patient("ü", ""), patient("p1", ""));
    assertThat(Files.readAllLines(RefusedResources.reasons(refused)))
        .hasSize(4)
        .last()
        .asString()
        .startsWith("2,\"a.ndjson\",1,");
    try (var begun = new RefusedResources(refused, List.of(file))) {
      begun.goOn(0);
      begun.add(lines.get(0), List.of(FAULT));
    }
    assertThat(Files.readAllLines(refused)).containsExactly(patient("p1", ""));
    assertThat(Files.readAllLines(RefusedResources.reasons(refused))).hasSize(2);
    try (var other = new RefusedResources(refused, List.of(file))) {
      assertThatThrownBy(() -> other.add(lines.get(0), List.of(FAULT)))
          .isInstanceOf(FileAlreadyExistsException.class);
    }
  }

  private List<Item<Line>> items(Path... files) throws Exception {
    return Mapped.items(Mapped.mapping(Mapped.WEIGHT), List.of(files));
  }

  private static void line(ByteArrayOutputStream bytes, String line) {
    bytes.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static String patient(String id, String meta) {
    return "{\"resourceType\":\"Patient\",\"id\":\""
        + id
        + "\",\"meta\":{"
        + meta
        + "},\"gender\":\"female\",\"birthDate\":\"1980\"}";
  }

  private static String weight(String id, String meta) {
    return "{\"resourceType\":\"Observation\",\"id\":\""
        + id
        + "\",\"meta\":{"
        + meta
        + "},\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p1\"},\"effectiveDateTime\":\"2026-01-12\",\"valueQuantity\":{\"value\":70,\"unit\":\"kg\"}}";
  }
}
