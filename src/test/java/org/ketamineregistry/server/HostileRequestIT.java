package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that are hardly HTTP, name another host, or ask in a way that has no meaning: whoever
 * turns them away, Tomcat, HAPI or the registry, the answer is an OperationOutcome.
 */
@RegistryTest
@TestInstance(Lifecycle.PER_CLASS)
class HostileRequestIT {
  private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

  private final RegistryUnderTest registry;
  private final Witness witness;

  HostileRequestIT(RegistryUnderTest registry) {
    this.registry = registry;
    witness = new Witness(registry);
  }

  @AfterEach
  void theRegistryIsWell() {
    witness.seesNothingChanged();
  }

  static Stream<Arguments> oddities() {
    String post = "POST /fhir HTTP/1.1\r\n" + HOST + "Content-Type: application/fhir+json\r\n";
    return Stream.of(
        Arguments.of("a TLS greeting", "\u0016\u0003\u0001\u0002\0\u0001\0\r\n\r\n"),
        Arguments.of("no address", "GET\r\n\r\n"),
        Arguments.of("a method that is none", "G<T /fhir HTTP/1.1\r\n" + HOST + "\r\n"),
        Arguments.of("a tunnel", "CONNECT /fhir HTTP/1.1\r\n" + HOST + "\r\n"),
        Arguments.of("another version", "GET /fhir/Patient HTTP/3.0\r\n" + HOST + "\r\n"),
        Arguments.of("no host", "GET /fhir/Patient HTTP/1.1\r\nConnection: close\r\n\r\n"),
        Arguments.of("two hosts", "GET /fhir/Patient HTTP/1.1\r\n" + HOST + HOST + "\r\n"),
        Arguments.of("a host that is none", "GET /fhir HTTP/1.1\r\nHost: a b/\r\n\r\n"),
        Arguments.of("brackets in the address", get("/fhir/<x>{}", "")),
        Arguments.of("half a percent", get("/fhir/%zz", "")),
        Arguments.of("NUL in the address", get("/fhir/Patient/%00", "")),
        Arguments.of("bytes that are no UTF-8", get("/fhir/Patient/%ff%fe", "")),
        Arguments.of("a slash in disguise", get("/fhir/..%2f..%2fetc/passwd", "")),
        Arguments.of("a long address", get("/fhir/Patient?x=" + "a".repeat(100_000), "")),
        Arguments.of("a long header", get("/fhir/Patient", "X: " + "a".repeat(100_000) + "\r\n")),
        Arguments.of("many headers", get("/fhir/Patient", "X: y\r\n".repeat(500))),
        Arguments.of("a header without a name", get("/fhir/Patient", ": x\r\n")),
        Arguments.of("a header with a blank name", get("/fhir/Patient", "X Y: x\r\n")),
        Arguments.of("a header with NUL", get("/fhir/Patient", "X: a\0b\r\n")),
        Arguments.of("an odd expectation", get("/fhir/Patient", "Expect: unicorns\r\n")),
        Arguments.of("an unknown transfer coding", post + "Transfer-Encoding: foo\r\n\r\n"),
        Arguments.of("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} "),
        Arguments.of("a length that is none", post + "Content-Length: abc\r\n\r\n"),
        Arguments.of("a negative length", post + "Content-Length: -5\r\n\r\n"),
        Arguments.of("a boundless length", post + "Content-Length: " + "9".repeat(30) + "\r\n\r\n"),
        Arguments.of(
            "a piece that is none", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
        Arguments.of(
            "a boundless piece",
            post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\n{}\r\n"));
  }

  private static String get(String target, String headers) {
    return "GET " + target + " HTTP/1.1\r\n" + HOST + headers + "\r\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddities")
  void thatAreHardlyHttpAreRefused(String name, String request) {
    RawHttp.Answer answer =
        RawHttp.talk(
            registry.port(), out -> out.write(request.getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text())
        .contains("application/fhir+json", "OperationOutcome", "\"invalid-request\"")
        .doesNotContainIgnoringCase("tomcat", "<html", "exception", "\tat ");
  }

  /** In open mode a page that the operator's browser shows could otherwise speak for him. */
  @ParameterizedTest
  @CsvSource({
    "GET, /fhir/Patient, application/fhir+json",
    "GET, /fhir/Patient, application/fhir+xml",
    "POST, /fhir, application/fhir+json",
    "DELETE, /fhir/Patient/1, */*",
    "GET, /actuator/health, text/html",
    "GET, /nowhere, image/png"
  })
  void thatNameAnotherHostAreForbidden(String method, String target, String accept) {
    for (String host : new String[] {"evil.example", "localhost.evil.example", "127.0.0.2"}) {
      String request =
          method
              + " "
              + target
              + " HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\nHost: "
              + host
              + "\r\nAccept: "
              + accept
              + "\r\n\r\n";

      RawHttp.Answer answer =
          RawHttp.talk(registry.port(), out -> out.write(request.getBytes(StandardCharsets.UTF_8)));

      assertThat(answer.status()).as(answer.text()).isEqualTo(403);
      assertThat(answer.text())
          .contains("OperationOutcome", "\"forbidden\"")
          .contains(accept.endsWith("xml") ? "application/fhir+xml" : "application/fhir+json")
          .doesNotContain(host);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 404, not-found",
    "GET, /error, 404, not-found",
    "GET, /nowhere, 404, not-found",
    "POST, /nowhere, 404, not-found",
    "GET, /actuator/env, 404, not-found",
    "POST, /actuator/health, 405, method-not-allowed",
    "TRACE, /fhir/Patient, 405, method-not-allowed"
  })
  void thatLeadNowhereAreRefused(String method, String target, int status, String code) {
    RawHttp.Answer answer =
        RawHttp.exchange(registry.port(), method, target, new byte[0], "Accept: text/html");

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text())
        .contains("OperationOutcome", "\"" + code + "\"")
        .doesNotContainIgnoringCase("whitelabel", "tomcat", "<html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Observation?date=x",
        "/Observation?date=",
        "/Observation?date=2026-02-30",
        "/Observation?date=ge",
        "/Observation?date=%00",
        "/Observation?date=%F0%9F%98%80",
        "/Observation?_lastUpdated=yesterday",
        "/Observation?identifier=%00%7C%00",
        "/Observation?code:in=%00",
        "/Observation?patient=%00",
        "/Observation?_sort=%00",
        "/Observation?_count=99999999999",
        "/Observation?_offset=-1",
        "/Observation?_filter=x",
        "/Observation?_has=1",
        "/Observation?x%00=1",
        "/Observation?nonsense=1",
        "/Observation?_include=*",
        "/Observation/_history?_since=x",
        "/?_getpages=%00",
        "/Task?identifier=%00",
        "/Task",
        "/DetectedIssue?patient=%00",
        "/Nothing/1",
        "/Observation/a-very-long-id-a-very-long-id-a-very-long-id-a-very-long-id-a-very-long-id"
      })
  void thatAskWithoutSenseAreRefused(String path) {
    HttpAnswer answer = registry.get(path);

    if (answer.status() != 200) {
      assertThat(answer).isRefused();
    }
    assertThat(answer.status()).as(answer.text()).isLessThan(500);
  }

  /** Java's client would not send it. */
  @Test
  void withHalfAPercentAreRefused() {
    RawHttp.Answer answer =
        RawHttp.exchange(registry.port(), "GET", "/fhir/Observation?identifier=a|%0", new byte[0]);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains("OperationOutcome", "\"invalid-request\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?_count=1"})
  void forASearchByPostAreAnswered(String query) {
    String token = witness.ehr().patientToken().replace("|", "%7C");

    HttpAnswer answer =
        registry.post(
            "/Patient/_search" + query,
            "identifier=" + token,
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer).hasStatus(200);
    assertThat(answer.bundle().getEntry()).hasSize(1);
    assertThat(
            registry.post(
                "/Patient/_search" + query,
                "date=x%00&nonsense=%",
                "Content-Type",
                "application/x-www-form-urlencoded"))
        .isRefused(400);
  }

  @ParameterizedTest
  @CsvSource({
    "Accept, x",
    "Accept, ',,;;'",
    "Accept, image/png",
    "Accept, application/fhir+json;fhirVersion=9.9",
    "Prefer, return=",
    "If-None-Match, x",
    "If-Modified-Since, x",
    "Range, bytes=0-1",
    "Accept-Charset, utf-16",
    "Cache-Control, 'no-store,max-results=x'",
    "X-Forwarded-Host, evil.example",
    "Forwarded, host=evil.example",
    "X-Request-Id, evil.example",
    "Authorization, Basic x"
  })
  void withOddHeadersAreAnsweredOrRefused(String header, String value) {
    for (String path : new String[] {"/Observation?_count=1", "/metadata?_elements=id"}) {
      HttpAnswer answer = registry.get(path, header, value);

      if (answer.status() != 200 && answer.status() != 304) {
        assertThat(answer).isRefused(400, 406);
      }
      assertThat(answer).doesNotSay("evil.example");
      assertThat(answer.response().headers().map().toString()).doesNotContain("evil.example");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"junk", "html/json", "%00", "application/fhir%2Bturtle", "..%2F", ""})
  void forAFormatThatIsNoneAreRefused(String format) {
    assertThat(registry.post("?_format=" + format, witness.ehr().consultation().text()))
        .isRefused(406)
        .hasOnlyIssue("not-acceptable");
  }

  @Test
  void tellNothingOfTheServersMake() {
    HttpAnswer answer = registry.get("/metadata");

    assertThat(answer.response().headers().map()).doesNotContainKeys("x-powered-by", "server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$link-pseudonyms", "$unlink-pseudonyms"})
  void thatNameNoPseudonymAreRefused(String operation) {
    for (String body :
        new String[] {
          "",
          "null",
          "{\"resourceType\":\"Patient\"}",
          "{\"resourceType\":\"Parameters\"}",
          "{\"resourceType\":\"Parameters\",\"parameter\":[null]}",
          "{\"resourceType\":\"Parameters\",\"parameter\":" + "[".repeat(100_000),
          "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"link\",\"valueString\":\"\\u0000\"}]}",
          "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"link\",\"valueString\":\"x\"}]}"
        }) {
      assertThat(registry.post("/Patient/" + operation, body)).isRefused(400, 404);
    }
  }
}
