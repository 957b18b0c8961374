package org.ketamineregistry.cli.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.cli.push.FakeRegistry.Answer;
import org.ketamineregistry.cli.push.FakeRegistry.Received;
import org.ketamineregistry.identity.ClientKey;
import picocli.CommandLine;

class PushCommandTest {
  private static final String REFUSAL =
      """
      {"resourceType":"OperationOutcome","issue":[
        {"severity":"warning","code":"informational","diagnostics":"harmless"},
        {"severity":"error","code":"invariant",
         "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line",
                       "valueInteger":57}],
         "details":{"coding":[{"code":"rule-violated"}],"text":"A dose is more than 0 mg"},
         "expression":["Bundle.entry[2].resource.dosage.dose"]}]}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path temporary;

  private Path folder = Path.of(".");
  private FakeRegistry registry;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    registry = new FakeRegistry();
    folder = Files.createDirectory(temporary.resolve("cohort"));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void clinic(String name, String identifier) throws IOException {
    file(
        "00-clinics/" + name,
        "{\"resourceType\":\"Organization\",\"identifier\":[{\"system\":\"urn:c\",\"value\":\""
            + identifier
            + "\"}]}");
  }

  private void bundle(String name) throws IOException {
    file(
        name,
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"identifier\":{\"value\":\""
            + name
            + "\"}}");
  }

  private int push(String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(folder.toString(), "--to", registry.base() + "/", "--attempts", "3"),
                Arrays.stream(more))
            .toList();
    return new CommandLine(new PushCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private List<String> bodies() {
    return registry.received().stream().map(Received::body).toList();
  }

  private List<String> bodiesWith(String part) {
    return bodies().stream().filter(body -> body.contains(part)).toList();
  }

  @Nested
  class Order {
    @Test
    void clinicsGoFirstAndEachFolderInTheOrderOfNames() throws IOException {
      for (int patient = 1; patient <= 6; patient++) {
        for (int number = 1; number <= 4; number++) {
          bundle("patient-%06d/0%d-session.json".formatted(patient, number));
        }
      }
      clinic("0001.json", "XX-0001");
      clinic("0002.json", "XX-0002");

      assertThat(push()).isZero();

      assertThat(bodies().subList(0, 2)).allMatch(body -> body.contains("Organization"));
      assertThat(bodiesWith("patient-000004")).hasSize(4).isSorted();
      assertThat(registry.received()).hasSize(26);
      assertThat(out.toString()).contains("26 accepted");
    }

    @Test
    void aBundleIsPostedAndAResourceIsPutByItsIdentifier() throws IOException {
      clinic("0001.json", "XX-0001");
      bundle("a/01.json");
      file("a/02.xml", "<Bundle xmlns='http://hl7.org/fhir'><type value='transaction'/></Bundle>");
      file(
          "a/03.xml",
          "<Organization xmlns='http://hl7.org/fhir'><identifier><system value='urn:c'/>"
              + "<value value='XX-0002'/></identifier></Organization>");

      assertThat(push("--concurrency", "1")).isZero();

      assertThat(registry.received())
          .extracting(Received::method, Received::target, Received::contentType)
          .containsExactly(
              tuple(
                  "PUT",
                  "/fhir/Organization?identifier=urn%3Ac%7CXX-0001",
                  "application/fhir+json"),
              tuple("POST", "/fhir", "application/fhir+json"),
              tuple("POST", "/fhir", "application/fhir+xml"),
              tuple(
                  "PUT",
                  "/fhir/Organization?identifier=urn%3Ac%7CXX-0002",
                  "application/fhir+xml"));
    }
  }

  @Nested
  class Refusals {
    @BeforeEach
    void refuseTheSecond() throws IOException {
      bundle("p/01.json");
      bundle("p/02.json");
      bundle("p/03.json");
      registry.answerAll(
          request ->
              request.body().contains("p/02")
                  ? new Answer(422, REFUSAL, null)
                  : Answer.status(200));
    }

    @Test
    void doNotHoldUpTheFilesThatFollow() {
      assertThat(push()).isEqualTo(1);
      assertThat(registry.received()).hasSize(3);
    }

    @Test
    void areToldWithPlaceAndReason() {
      push();
      assertThat(out.toString())
          .contains("refused  p/02.json  (422)")
          .contains("rule-violated  Bundle.entry[2].resource.dosage.dose")
          .contains("line 57: A dose is more than 0 mg")
          .contains("2 accepted, 0 unchanged since an earlier push, 1 refused")
          .doesNotContain("harmless");
    }

    @Test
    void areReportedAsJson() throws IOException {
      Path report = temporary.resolve("report.json");
      push("--report", report.toString());
      JsonNode read = new ObjectMapper().readTree(report.toFile());
      assertThat(read.path("accepted").asInt()).isEqualTo(2);
      JsonNode issue = read.path("refused").path(0).path("issues").path(0);
      assertThat(issue.path("code").asText()).isEqualTo("rule-violated");
      assertThat(issue.path("line").asInt()).isEqualTo(57);
    }

    @Test
    void areReportedAsCsv() throws IOException {
      Path report = temporary.resolve("report.csv");
      push("--report", report.toString());
      assertThat(report)
          .content()
          .isEqualTo(
              "file,status,severity,code,expression,line,text\r\n"
                  + "\"p/02.json\",422,\"error\",\"rule-violated\","
                  + "\"Bundle.entry[2].resource.dosage.dose\",57,\"A dose is more than 0 mg\"\r\n");
    }

    @Test
    void includeFilesThatAreNothingToSend() throws IOException {
      file("p/04.json", "{\"resourceType\":\"Patient\",\n\"name\":\"Jane Doe");
      file("p/05.json", "{\"resourceType\":\"Basic\"}");
      assertThat(push()).isEqualTo(1);
      assertThat(registry.received()).hasSize(3);
      assertThat(out.toString())
          .contains("Not sent: malformed JSON at line 2")
          .contains("Not sent: neither a Bundle nor a resource with an identifier")
          .doesNotContain("Jane");
    }

    @Test
    void includeRefusedEntriesOfABatch() throws IOException {
      file("q/01.json", "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}");
      String answer =
          "{\"resourceType\":\"Bundle\",\"entry\":[{\"response\":{\"status\":\"201\"}},"
              + "{\"response\":{\"status\":\"422\",\"outcome\":"
              + REFUSAL
              + "}}]}";
      registry.answerAll(request -> new Answer(200, answer, null));
      assertThat(push()).isEqualTo(1);
      assertThat(out.toString()).contains("refused  q/01.json  (200)").contains("rule-violated");
    }

    @Test
    void neverPutControlCharactersOnTheTerminal() {
      registry.answerAll(
          request ->
              new Answer(
                  422,
                  "{\"issue\":[{\"severity\":\"error\",\"code\":\"value\",\"diagnostics\":\"\\u001b[2Jx\"}]}",
                  null));
      push();
      assertThat(out.toString()).doesNotContain("\u001b").contains("[2Jx");
    }
  }

  @Nested
  class Patiently {
    @Test
    void aBusyRegistryIsAskedAgainWhenItSays() throws IOException {
      bundle("p/01.json");
      registry.answerNext(new Answer(503, "", "1"));
      registry.answerNext(Answer.status(429));
      long started = System.nanoTime();
      assertThat(push()).isZero();
      assertThat(registry.received()).hasSize(3);
      assertThat(System.nanoTime() - started).isGreaterThan(1_000_000_000L);
    }

    @Test
    void butNotForEver() throws IOException {
      bundle("p/01.json");
      bundle("p/02.json");
      registry.answerAll(request -> Answer.status(request.body().contains("p/01") ? 503 : 200));
      assertThat(push()).isEqualTo(1);
      assertThat(registry.received()).hasSize(4);
      assertThat(out.toString()).contains("p/01.json  (503)").contains("1 accepted");
    }

    @Test
    void aRefusalIsFinal() throws IOException {
      bundle("p/01.json");
      registry.answerAll(request -> Answer.status(400));
      assertThat(push()).isEqualTo(1);
      assertThat(registry.received()).hasSize(1);
    }
  }

  @Nested
  class Resuming {
    @Test
    void onlyWhatWasNotAcceptedOrHasChangedIsSentAgain() throws IOException {
      bundle("p/01.json");
      bundle("p/02.json");
      bundle("p/03.json");
      registry.answerAll(request -> Answer.status(request.body().contains("p/02") ? 422 : 201));
      assertThat(push()).isEqualTo(1);
      registry.answerAll(request -> Answer.status(201));
      registry.received().clear();
      file("p/03.json", "{\"resourceType\":\"Bundle\",\"id\":\"corrected\"}");

      assertThat(push()).isZero();

      assertThat(bodies()).hasSize(2);
      assertThat(bodies().get(0)).contains("p/02");
      assertThat(bodies().get(1)).contains("corrected");
      assertThat(out.toString()).contains("2 accepted, 1 unchanged since an earlier push");
    }

    @Test
    void aCrashInTheMiddleOfALineCostsNothing() throws IOException {
      bundle("p/01.json");
      bundle("p/02.json");
      push();
      Path journal = folder.resolve(PushJournal.NAME);
      Files.writeString(journal, Files.readString(journal) + "201\tabc");
      registry.received().clear();
      assertThat(push()).isZero();
      assertThat(registry.received()).isEmpty();
    }

    @Test
    void anotherRegistryGetsEverything() throws IOException {
      bundle("p/01.json");
      push();
      try (FakeRegistry other = new FakeRegistry()) {
        new CommandLine(new PushCommand())
            .setOut(new PrintWriter(out, true))
            .execute(folder.toString(), "--to", other.base());
        assertThat(other.received()).hasSize(1);
      }
    }

    @Test
    void theJournalHoldsNoContent() throws IOException {
      bundle("p/01.json");
      push();
      assertThat(folder.resolve(PushJournal.NAME))
          .content()
          .matches("200\\t[0-9a-f]{64}\\t" + registry.base() + "\\tp/01\\.json\\R");
    }
  }

  @Nested
  class Unusably {
    @Test
    void thereIsNoFolder() {
      folder = temporary.resolve("nowhere");
      assertThat(push()).isEqualTo(2);
      assertThat(err.toString()).contains("There is no folder");
    }

    @Test
    void theAddressIsNone() throws IOException {
      bundle("p/01.json");
      for (String url : List.of("registry", "ftp://localhost/fhir", "http://localhost/fhir?x=1")) {
        int code =
            new CommandLine(new PushCommand())
                .setErr(new PrintWriter(err, true))
                .execute(folder.toString(), "--to", url);
        assertThat(code).as(url).isEqualTo(2);
      }
    }

    @Test
    void nobodyAnswers() throws IOException {
      bundle("p/01.json");
      registry.close();
      assertThat(push()).isEqualTo(2);
      assertThat(err.toString()).contains("Nobody answers at " + registry.base());
    }

    @Test
    void theSenderIsNotKnown() throws IOException {
      bundle("p/01.json");
      bundle("p/02.json");
      registry.answerAll(request -> Answer.status(401));
      assertThat(push()).isEqualTo(2);
      assertThat(registry.received()).hasSize(1);
      assertThat(err.toString()).contains("--token-file");
    }

    @Test
    void theReportHasNoKnownEnding() {
      assertThat(push("--report", "report.doc")).isEqualTo(2);
    }

    @Test
    void aTokenWouldTravelInTheClear() throws IOException {
      Path token = Files.writeString(temporary.resolve("token"), "secret");
      int code =
          new CommandLine(new PushCommand())
              .setErr(new PrintWriter(err, true))
              .execute(
                  folder.toString(),
                  "--to",
                  "http://registry.example/fhir",
                  "--token-file",
                  token.toString());
      assertThat(code).isEqualTo(2);
      assertThat(err.toString()).contains("https").doesNotContain("secret");
    }
  }

  @Test
  void theTokenIsSentAsABearer() throws IOException {
    bundle("p/01.json");
    Path token = Files.writeString(temporary.resolve("token"), "abc.def\n");
    assertThat(push("--token-file", token.toString())).isZero();
    assertThat(registry.received())
        .extracting(Received::authorization)
        .containsExactly("Bearer abc.def");
  }

  @Nested
  class WithAKey {
    private static final String DISCOVERY = "/fhir/.well-known/smart-configuration";

    private final AtomicInteger tokens = new AtomicInteger();
    private Path key;

    @BeforeEach
    void key() throws IOException {
      key =
          Files.writeString(
              temporary.resolve("key.jwk"),
              ClientKey.fresh(JWSAlgorithm.ES384).jwk().toJSONString());
      bundle("p/01.json");
      bundle("p/02.json");
    }

    private Answer grant(Received request) {
      if (request.target().equals(DISCOVERY)) {
        return new Answer(
            200,
            "{\"issuer\":\"urn:issuer\",\"token_endpoint\":\"" + registry.base() + "/token\"}",
            null);
      }
      return request.target().equals("/fhir/token")
          ? new Answer(
              200,
              "{\"access_token\":\"token-%d\",\"expires_in\":290}"
                  .formatted(tokens.incrementAndGet()),
              null)
          : Answer.status(200);
    }

    private int pushed(String... more) {
      return push(
          Stream.concat(
                  Stream.of("--client-id", "clinic-1", "--key", key.toString()), Stream.of(more))
              .toArray(String[]::new));
    }

    @Test
    void oneTokenServesForAllFiles() {
      registry.answerAll(this::grant);

      assertThat(pushed()).isZero();
      assertThat(registry.received())
          .filteredOn(request -> request.target().equals("/fhir"))
          .extracting(Received::authorization)
          .containsExactly("Bearer token-1", "Bearer token-1");
      assertThat(registry.received().get(1).body())
          .contains("grant_type=client_credentials", "scope=purpose%2FTREAT+system%2F*.crus");
    }

    @Test
    void aTokenThatIsNotKnownAnyMoreIsRenewed() {
      registry.answerAll(
          request ->
              "Bearer token-1".equals(request.authorization())
                  ? Answer.status(401)
                  : grant(request));

      assertThat(pushed()).isZero();
      assertThat(tokens).hasValue(2);
    }

    @Test
    void aSenderWhomNoTokenMakesKnownGivesUp() {
      registry.answerAll(
          request -> request.authorization() == null ? grant(request) : Answer.status(401));

      assertThat(pushed()).isEqualTo(2);
      assertThat(err.toString()).contains("--client-id");
      assertThat(tokens).hasValueLessThan(4);
    }

    @Test
    void aProviderThatIsAwayIsTriedAgain() {
      var away = new AtomicInteger();
      registry.answerAll(
          request ->
              request.target().equals("/fhir/token") && away.getAndIncrement() < 2
                  ? Answer.status(503)
                  : grant(request));

      assertThat(pushed()).isZero();
    }

    @Test
    void aRefusalSaysWhatToCheck() {
      registry.answerAll(
          request ->
              request.target().equals("/fhir/token")
                  ? new Answer(400, "{\"error\":\"invalid_scope\"}", null)
                  : grant(request));

      assertThat(pushed()).isEqualTo(2);
      assertThat(err.toString()).contains("invalid_scope", "check");
    }

    @Test
    void aTokenIsNotAskedForInTheClear() {
      registry.answerAll(
          request ->
              new Answer(200, "{\"token_endpoint\":\"http://identity.example/token\"}", null));

      assertThat(pushed()).isEqualTo(2);
      assertThat(err.toString()).contains("https");
    }

    @Test
    void aFileWithoutAKeyIsNotShown() throws IOException {
      Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----");

      assertThat(pushed("--key-id", "one")).isEqualTo(2);
      assertThat(err.toString()).contains("RS384").doesNotContain("c2VjcmV0");
    }

    @Test
    void theOptionsGoTogether() {
      assertThat(push("--client-id", "clinic-1")).isEqualTo(2);
      assertThat(pushed("--token-file", key.toString())).isEqualTo(2);
    }
  }

  @Test
  void theHelpTellsTheExitCodes() {
    push("--help");
    assertThat(out.toString()).contains("Exit codes:", "Some files were refused");
  }
}
