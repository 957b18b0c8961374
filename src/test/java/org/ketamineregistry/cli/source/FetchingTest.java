package org.ketamineregistry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ketamineregistry.cli.source.ScriptedServer.answer;
import static org.ketamineregistry.cli.source.ScriptedServer.cutOff;
import static org.ketamineregistry.cli.source.ScriptedServer.json;
import static org.ketamineregistry.cli.source.ScriptedServer.ndjson;
import static org.ketamineregistry.cli.source.ScriptedServer.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.cli.push.Patience;
import org.ketamineregistry.cli.registry.Sender;
import org.ketamineregistry.cli.registry.SenderOptions;
import org.ketamineregistry.cli.registry.Unusable;

/** What is fetched of servers, of those too that are busy, broken or hostile. */
class FetchingTest {
  private static final String PATIENTS =
      "{\"resourceType\":\"Patient\",\"id\":\"p1\"}\n"
          + "{\"resourceType\":\"Patient\",\"id\":\"p2\"}\n";
  private static final Patience HASTY =
      new Patience(4, Duration.ofMillis(4), Duration.ofMillis(20));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private final List<String> told = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // JUnit has it made before each test
  private ScriptedServer server;

  @SuppressWarnings("NullAway.Init") // JUnit has it made before each test
  private ScriptedServer elsewhere;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    elsewhere = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
    elsewhere.close();
  }

  @Nested
  class AnExport {
    @Test
    void isAskedForWaitedForFetchedAndTakenBack() throws Exception {
      server
          .on("/$export", begun("/job/1"))
          .on("/job/1", answer(202, "Retry-After: 0", ""), manifest(output("/file/1", 2)))
          .on("/file/1", ndjson(PATIENTS));

      Round round = fetch("2026-01-01T00:00:00Z");

      assertThat(round.transactionTime()).isEqualTo("2026-02-01T10:00:00Z");
      assertThat(fetched("Patient-1.ndjson")).isEqualTo(PATIENTS);
      ScriptedServer.Request kickOff = server.asked("/$export").get(0);
      assertThat(kickOff.header("Prefer")).isEqualTo("respond-async");
      assertThat(kickOff.header("Accept")).isEqualTo("application/fhir+json");
      assertThat(kickOff.target())
          .contains(
              "_type=Patient%2CEncounter",
              "_since=2026-01-01T00%3A00%3A00Z", "_outputFormat=application%2Ffhir%2Bndjson");
      assertThat(server.asked("/job/1").stream().map(ScriptedServer.Request::method))
          .containsExactly("GET", "GET", "DELETE");
      assertThat(server.asked())
          .allMatch(one -> one.header("Authorization").equals("Bearer secret"));
    }

    @Test
    void isTriedAgainWhereTheServerIsBusyOrAway() throws Exception {
      server
          .on("/$export", answer(429, "Retry-After: 0", ""), answer(503, "", ""), begun("/job/1"))
          .on("/job/1", answer(503, "", ""), manifest(output("/file/1", 2)))
          .on("/file/1", answer(503, "", ""), answer(429, "Retry-After: 0", ""), ndjson(PATIENTS));
      fetch("");
      assertThat(fetched("Patient-1.ndjson")).isEqualTo(PATIENTS);
    }

    @Test
    void givesUpWhenTheServerStaysAway() {
      server.on("/$export", answer(503, "", "busy"));
      refusedBy("begins no export (503");
      assertThat(server.asked("/$export")).hasSize(4);
    }

    @Test
    void goesOnWithAFileThatWasCutOff() throws Exception {
      export(output("/file/1", 2)).on("/file/1", cutOff(PATIENTS, 50), rest(PATIENTS));
      fetch("");
      assertThat(fetched("Patient-1.ndjson")).isEqualTo(PATIENTS);
      ScriptedServer.Request again = server.asked("/file/1").get(1);
      assertThat(again.header("Range")).isEqualTo("bytes=50-");
      assertThat(again.header("If-Range")).isEqualTo("\"one\"");
    }

    @Test
    void fetchesAFileAgainWhereTheServerTakesNoRange() throws Exception {
      export(output("/file/1", 2)).on("/file/1", cutOff(PATIENTS, 50), ndjson(PATIENTS));
      fetch("");
      assertThat(fetched("Patient-1.ndjson")).isEqualTo(PATIENTS);
    }

    @Test
    void fetchesAFileAgainWhereTheServerGoesOnElsewhere() throws Exception {
      export(output("/file/1", 2))
          .on(
              "/file/1",
              cutOff(PATIENTS, 50),
              answer(206, "Content-Range: bytes 10-20/80\nContent-Type: x", "elsewhere"),
              ndjson(PATIENTS));
      fetch("");
      assertThat(fetched("Patient-1.ndjson")).isEqualTo(PATIENTS);
    }

    @Test
    void takesNoFileThatHasFewerResourcesThanTheManifestSays() {
      export(output("/file/1", 3)).on("/file/1", ndjson(PATIENTS));
      assertThatThrownBy(() -> fetch(""))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not as many resources");
      assertThat(folder.resolve("state/fetched/Patient-1.ndjson")).doesNotExist();
    }

    @Test
    void takesNoPageOfAnErrorForAFile() {
      export(output("/file/1", -1))
          .on("/file/1", answer(200, "Content-Type: text/html", "<html>sign in</html>"));
      refusedBy("no NDJSON by its Content-Type");
    }

    @Test
    void takesNothingThatIsCompressed() {
      export(output("/file/1", -1))
          .on(
              "/file/1",
              answer(200, "Content-Type: application/fhir+ndjson\nContent-Encoding: gzip", "x"));
      refusedBy("compressed");
    }

    @Test
    void beginsAgainWhereTheServerForgotIt() throws Exception {
      server
          .on("/$export", begun("/job/1"), begun("/job/2"))
          .on("/job/1", answer(404, "", ""))
          .on("/job/2", manifest(output("/file/2", 2)))
          .on("/file/2", ndjson(PATIENTS));
      fetch("");
      assertThat(told).anyMatch(line -> line.contains("begun again"));
      assertThat(fetched("Patient-1.ndjson")).isEqualTo(PATIENTS);
    }

    @Test
    void givesUpWhereTheServerForgetsAllOfThem() {
      export(output("/file/1", 2)).on("/file/1", answer(410, "", ""));
      refusedBy("forgets its exports");
      assertThat(server.asked("/$export")).hasSize(3);
    }

    @Test
    void goesOnWithTheSameExportAfterTheProgramWasKilled() throws Exception {
      export(output("/file/1", 2) + "," + output("Encounter", "/file/2", -1))
          .on("/file/1", ndjson(PATIENTS))
          .on("/file/2", answer(500, "", ""));
      assertThatThrownBy(() -> fetch("")).isInstanceOf(IOException.class);

      server.on("/file/2", ndjson("{\"resourceType\":\"Encounter\"}\n"));
      fetch("");

      assertThat(server.asked("/$export")).hasSize(1);
      assertThat(server.asked("/file/1")).as("what is here").hasSize(1);
      assertThat(fetched("Encounter-2.ndjson")).contains("Encounter");
      fetch("");
      assertThat(server.asked("/$export")).as("a round that was fetched whole").hasSize(1);
    }

    @Test
    void tellsOfErrorsAndDeletionsByTheirNumbers() throws Exception {
      export(
              output("/file/1", 2),
              "\"deleted\":[{\"type\":\"Bundle\",\"url\":\""
                  + server.at("/gone")
                  + "\"}],\"error\":[{\"type\":\"OperationOutcome\",\"url\":\""
                  + server.at("/wrong")
                  + "\"}]")
          .on("/file/1", ndjson(PATIENTS))
          .on(
              "/gone",
              ndjson(
                  "{\"resourceType\":\"Bundle\",\"entry\":[{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/1\"}},{\"request\":{}}]}\n"))
          .on(
              "/wrong",
              ndjson(
                  "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"},{\"severity\":\"information\"}]}\n"));
      Round round = fetch("");
      assertThat(round.deleted()).isEqualTo(2);
      assertThat(round.errors()).isEqualTo(1);
    }

    @Test
    void fetchesNoTypeThatIsNotWanted() throws Exception {
      export(output("Binary", "/file/secret", -1) + "," + output("/file/1", 2))
          .on("/file/1", ndjson(PATIENTS));
      fetch("");
      assertThat(server.asked("/file/secret")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "not json",
          "{}",
          "{\"transactionTime\":\"yesterday\",\"output\":[]}",
          "{\"transactionTime\":\"2026-02-01T10:00:00Z\",\"output\":[{\"type\":\"../../etc\",\"url\":\"x\"}]}"
        })
    void takesNoManifestThatIsNone(String body) {
      server.on("/$export", begun("/job/1")).on("/job/1", answer(200, "", body));
      refusedBy("no manifest");
    }
  }

  @Nested
  class WhatProvesWhoAsks {
    @Test
    void goesToNoOtherOriginThatIsNamedForTheExport() {
      server.on("/$export", answer(202, "Content-Location: " + elsewhere.at("/job/1"), ""));
      refusedBy("another origin");
      assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void goesToNoOtherOriginThatIsNamedForAFile() {
      export(
          "{\"type\":\"Patient\",\"url\":\"" + elsewhere.at("/file/1") + "\"}",
          "\"requiresAccessToken\":true");
      refusedBy("goes to no other origin");
      assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void staysBehindWhereAFileElsewhereNeedsNone() throws Exception {
      elsewhere.on("/file/1", ndjson(PATIENTS));
      export("{\"type\":\"Patient\",\"url\":\"" + elsewhere.at("/file/1") + "\"}");
      fetch("");
      assertThat(fetched("Patient-1.ndjson")).isEqualTo(PATIENTS);
      assertThat(elsewhere.asked("/file/1").get(0).header("Authorization")).isEmpty();
    }

    @Test
    void followsNoRedirect() {
      elsewhere.on("/file/1", ndjson(PATIENTS));
      export(output("/file/1", 2))
          .on("/file/1", answer(302, "Location: " + elsewhere.at("/file/1"), ""));
      refusedBy("no redirect is followed");
      assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void isToldToBeUnknown() {
      server.on("/$export", answer(401, "", ""));
      refusedBy("does not know who asks (401)");
    }
  }

  @Nested
  class ASearch {
    private static final String METADATA = "{\"resourceType\":\"CapabilityStatement\"}";

    @Test
    void standsInForAnExportThatTheServerDoesNotHave() throws Exception {
      server
          .on("/metadata", json(METADATA))
          .on("/$export", answer(400, "", "{\"resourceType\":\"OperationOutcome\"}"))
          .on("/Patient", page("p1", "/more"))
          .on("/more", page("p2", ""))
          .on("/Encounter", json("{\"resourceType\":\"Bundle\"}"));

      Round round = fetch("2026-01-01T00:00:00Z");

      assertThat(told).anyMatch(line -> line.contains("searched type by type"));
      assertThat(round.transactionTime()).isNotEmpty();
      assertThat(fetched("Patient-1.ndjson").lines())
          .hasSize(2)
          .noneMatch(line -> line.contains("Group"));
      assertThat(fetched("Patient-1.ndjson")).as("numbers as they are").contains("1.50");
      assertThat(server.asked("/Patient").get(0).target())
          .contains("_sort=_lastUpdated", "_count=", "_lastUpdated=ge2026-01-01T00%3A00%3A00Z");
    }

    @Test
    void doesNotStandInForAnExportThatIsOnlyRefused() {
      server
          .on(
              "/metadata",
              json("{\"rest\":[{\"operation\":[{\"name\":\"export\",\"definition\":\"x\"}]}]}"))
          .on("/$export", answer(400, "", "{\"issue\":[{\"code\":\"invalid\"}]}"));
      refusedBy("begins no export (400, invalid)");
    }

    @Test
    void endsWhereANextLinkRepeats() {
      server
          .on("/metadata", json(METADATA))
          .on("/Patient", page("p1", "/more"))
          .on("/more", page("p2", "/more"));
      refusedBy("do not end");
    }

    @Test
    void endsWherePagesAreEmptyForEver() {
      server.on("/metadata", json(METADATA)).on("/Patient", page("p1", "/more?n=0"));
      int[] number = {0};
      server.on(
          "/more",
          exchange ->
              json("{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\""
                      + server.at("/more?n=" + ++number[0])
                      + "\"}]}")
                  .play(exchange));
      refusedBy("do not end");
    }

    @Test
    void goesToNoOtherOriginForTheNextPage() {
      server
          .on("/metadata", json(METADATA))
          .on(
              "/Patient",
              json(
                  "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\""
                      + elsewhere.at("/more")
                      + "\"}]}"));
      refusedBy("another origin");
      assertThat(elsewhere.asked()).isEmpty();
    }

    private ScriptedServer.Act page(String id, String next) {
      return json(
          "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\""
              + id
              + "\",\"extension\":[{\"url\":\"u\",\"valueDecimal\":1.50}]},\"search\":{\"mode\":\"match\"}},"
              + "{\"resource\":{\"resourceType\":\"Group\"},\"search\":{\"mode\":\"include\"}}]"
              + (next.isEmpty()
                  ? ""
                  : ",\"link\":[{\"relation\":\"next\",\"url\":\"" + server.at(next) + "\"}]")
              + "}");
    }
  }

  @Test
  void aFolderIsOfOneProcess() throws Exception {
    try (StateFolder one = StateFolder.open(folder.resolve("state"))) {
      assertThat(one.since("x")).isEmpty();
      assertThatThrownBy(() -> StateFolder.open(folder.resolve("state")))
          .isInstanceOf(Unusable.class)
          .hasMessageContaining("Another process");
    }
    StateFolder.open(folder.resolve("state")).close();
  }

  private ScriptedServer export(String output, String... more) {
    return server.on("/$export", begun("/job/1")).on("/job/1", manifest(output, more));
  }

  private ScriptedServer.Act begun(String job) {
    return answer(202, "Content-Location: " + server.at(job), "");
  }

  private static ScriptedServer.Act manifest(String output, String... more) {
    return answer(
        200,
        "Content-Type: application/json",
        "{\"transactionTime\":\"2026-02-01T10:00:00Z\",\"output\":["
            + output
            + "]"
            + (more.length == 0 ? "" : "," + more[0])
            + "}");
  }

  private String output(String path, int count) {
    return output("Patient", path, count);
  }

  private String output(String type, String path, int count) {
    return "{\"type\":\""
        + type
        + "\",\"url\":\""
        + server.at(path)
        + "\""
        + (count < 0 ? "" : ",\"count\":" + count)
        + "}";
  }

  private void refusedBy(String words) {
    assertThatThrownBy(() -> fetch("")).isInstanceOf(Unusable.class).hasMessageContaining(words);
  }

  private Round fetch(String since) throws Exception {
    Sender sender = () -> Optional.of("Bearer secret");
    var source = new SourceServer(SenderOptions.client(), server.at(""), sender, HASTY);
    try (StateFolder state = StateFolder.open(folder.resolve("state"))) {
      return new Fetching(
              source, new BulkExport(source, HASTY), new SearchPages(source), state, told::add)
          .fetch(new Wanted("$export", false, true, List.of("Patient", "Encounter")), since);
    }
  }

  private String fetched(String name) throws IOException {
    return Files.readString(folder.resolve("state/fetched").resolve(name));
  }
}
