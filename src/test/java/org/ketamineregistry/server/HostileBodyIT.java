package org.ketamineregistry.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ketamineregistry.server.AnswerAssert.assertThat;
import static org.ketamineregistry.server.RegistryUnderTest.JSON;
import static org.ketamineregistry.server.RegistryUnderTest.XML;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.ehr.Ehr;

/**
 * Bodies that are no FHIR, or made to do harm: each is refused with its code, and the registry
 * stays well.
 */
@RegistryTest
@TestInstance(Lifecycle.PER_CLASS)
class HostileBodyIT {
  private static final Ehr SENDER = Ehr.fresh();
  private static final String JSON_TEXT = SENDER.consultation().text();
  private static final String XML_TEXT = SENDER.consultation().xml();
  private static final int MEGABYTE = 1_024 * 1_024;

  private final RegistryUnderTest registry;
  private final Witness witness;

  HostileBodyIT(RegistryUnderTest registry) {
    this.registry = registry;
    witness = new Witness(registry);
  }

  @AfterEach
  void theRegistryIsWell() {
    witness.seesNothingChanged();
  }

  /** A body with the headers that go with it, and the code that it is refused with. */
  private record Body(String name, byte[] bytes, String code, String... headers) {
    static Body json(String name, String text, String code) {
      return new Body(name, text.getBytes(UTF_8), code, "Content-Type", JSON);
    }

    static Body xml(String name, String text, String code) {
      return new Body(name, text.getBytes(UTF_8), code, "Content-Type", XML);
    }

    @Override
    public String toString() {
      return name + ": " + code;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "truncated",
    "nested",
    "sayingTwiceWhatIsOnce",
    "withDocumentType",
    "inAnotherEncoding",
    "thatAreNoResource",
    "compressed",
    "ofAnotherType"
  })
  void areRefused(Body body) {
    HttpAnswer answer = registry.send("POST", "", body.bytes(), body.headers());

    assertThat(answer)
        .isRefused()
        .hasOnlyIssue(body.code())
        .doesNotSay(SENDER.clinicPseudonym(), SENDER.registryPseudonym());
  }

  static Stream<Body> truncated() {
    return IntStream.range(1, 16)
        .boxed()
        .flatMap(
            i ->
                Stream.of(
                    Body.json("JSON, " + i + "/16", part(JSON_TEXT, i), "malformed-json"),
                    Body.xml("XML, " + i + "/16", part(XML_TEXT, i), "malformed-xml")));
  }

  private static String part(String text, int sixteenths) {
    return text.substring(0, text.length() * sixteenths / 16);
  }

  static Stream<Body> nested() {
    String tooDeep = "nested-too-deep";
    String bundle = "{\"resourceType\":\"Bundle\",\"entry\":";
    String narrative =
        "{\"resourceType\":\"Patient\",\"text\":{\"status\":\"generated\",\"div\":\"<div>";
    return Stream.of(
        Body.json("arrays", bundle + "[".repeat(100_000), tooDeep),
        Body.json("arrays, closed", bundle + around("[", "", "]", 1_000) + "}", tooDeep),
        Body.json("objects", "{\"a\":".repeat(100_000), tooDeep),
        Body.json(
            "extensions within extensions",
            "{\"resourceType\":\"Patient\",\"extension\":"
                + around("[{\"url\":\"http://a\",\"extension\":", "[]", "}]", 40)
                + "}",
            tooDeep),
        Body.json("narrative", narrative + "<b>".repeat(300_000) + "\"}}", tooDeep),
        Body.json(
            "narrative, closed",
            narrative + around("<p class='a'>", "", "</p>", 5_000) + "</div>\"}}",
            tooDeep),
        Body.xml("elements", "<Bundle xmlns=\"http://hl7.org/fhir\">" + "<a>".repeat(70), tooDeep),
        Body.xml("elements, many", around("<a>", "", "</a>", 200_000), tooDeep),
        Body.xml(
            "extensions within extensions in XML",
            "<Patient xmlns=\"http://hl7.org/fhir\">"
                + around("<extension url=\"http://a\">", "", "</extension>", 5_000)
                + "</Patient>",
            tooDeep));
  }

  private static String around(String before, String within, String after, int times) {
    return before.repeat(times) + within + after.repeat(times);
  }

  /** In JSON each would be a key that stands twice. */
  static Stream<Body> sayingTwiceWhatIsOnce() {
    return Stream.of(
            "<type value=\"transaction\"/>",
            "<method value=\"PUT\"/>",
            "<status value=\"active\"/>",
            "<gender value=\"female\"/>",
            "<meta><profile value=\"http://a\"/></meta>",
            "<url value=\"Patient\"/>")
        .map(
            element ->
                Body.xml(
                    element,
                    XML_TEXT.replaceFirst(
                        "<" + element.substring(1).split("[ >]", 2)[0] + "[ >]", element + "$0"),
                    "element-not-allowed"));
  }

  static Stream<Body> withDocumentType() {
    return Stream.of(
            "<!DOCTYPE Bundle>",
            "<!DOCTYPE Bundle SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE Bundle PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://127.0.0.1:9/x.dtd\">",
            "<!DOCTYPE Bundle [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE Bundle [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>",
            "<!DOCTYPE Bundle [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>",
            "<!DOCTYPE Bundle [<!ENTITY % a \"<!ENTITY x 'b'>\"> %a;]>",
            "<!DOCTYPE Bundle [<!ELEMENT Bundle ANY><!ATTLIST Bundle a CDATA 'b'>]>",
            "<!DOCTYPE Bundle [<!ENTITY x \"&x;\">]>",
            "<!DOCTYPE Bundle [" + billionLaughs() + "]>")
        .map(
            type ->
                Body.xml(
                    type.length() < 100 ? type : "billion laughs",
                    type + XML_TEXT.replaceFirst("<type value=\"[a-z]+\"/>", "<type>&x;</type>"),
                    "malformed-xml"));
  }

  private static String billionLaughs() {
    var entities = new StringBuilder("<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      entities.append("<!ENTITY l").append(i).append(" \"");
      entities.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return entities.append("<!ENTITY x \"&l11;\">").toString();
  }

  @Test
  void fetchNothingForTheirDocumentType() throws IOException {
    try (var elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/x";
      for (String type :
          new String[] {
            "<!DOCTYPE Bundle SYSTEM '" + url + "'>",
            "<!DOCTYPE Bundle [<!ENTITY % p SYSTEM '" + url + "'> %p;]>",
            "<?xml-stylesheet href='" + url + "'?><!DOCTYPE Bundle SYSTEM '" + url + "'>"
          }) {
        assertThat(
                registry.send("POST", "", (type + XML_TEXT).getBytes(UTF_8), "Content-Type", XML))
            .isRefused(400)
            .hasOnlyIssue("malformed-xml");
      }
      elsewhere.setSoTimeout(100);
      assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  static Stream<Body> inAnotherEncoding() {
    String umlaut = JSON_TEXT.replaceFirst("\"transaction\"", "\"trans\u00e4ction\"");
    String xmlUmlaut = XML_TEXT.replaceFirst("\"transaction\"", "\"trans\u00e4ction\"");
    return Stream.of(
        encoded("UTF-16 with mark", umlaut, UTF_16, "not-utf-8"),
        encoded("UTF-16LE with mark", "\uFEFF" + umlaut, UTF_16LE, "not-utf-8"),
        encoded("UTF-16BE without mark", JSON_TEXT, UTF_16BE, "malformed-json"),
        encoded("UTF-16LE without mark", JSON_TEXT, UTF_16LE, "malformed-json"),
        encoded("UTF-32", umlaut, Charset.forName("UTF-32"), "not-utf-8"),
        encoded("Latin-1", umlaut, ISO_8859_1, "not-utf-8"),
        new Body(
            "Latin-1 that says so",
            umlaut.getBytes(ISO_8859_1),
            "not-utf-8",
            "Content-Type",
            JSON + ";charset=ISO-8859-1"),
        new Body(
            "Latin-1 in XML that says so",
            ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + xmlUmlaut).getBytes(ISO_8859_1),
            "not-utf-8",
            "Content-Type",
            XML),
        Body.json("a byte order mark", "\uFEFF" + JSON_TEXT, "not-utf-8"),
        Body.xml("a byte order mark in XML", "\uFEFF" + XML_TEXT, "not-utf-8"),
        bytes("a byte that is none of UTF-8", 0xFF),
        bytes("the beginning of a character", 0xE2, 0x82),
        bytes("an overlong slash", 0xC0, 0xAF),
        bytes("an overlong NUL", 0xC0, 0x80),
        bytes("half of a surrogate pair", 0xED, 0xA0, 0x80),
        bytes("beyond Unicode", 0xF4, 0x90, 0x80, 0x80),
        inString("an escaped NUL", "\\u0000"),
        inString("half of an escaped pair", "\\ud83d"),
        inString("the other half", "\\ude00"),
        inString("a pair the wrong way round", "\\ude00\\ud83d"),
        inString("a NUL", "\0"),
        inString("a control character", "\u0001"),
        inString("a line break", "\n"),
        inString("an unknown escape", "\\x41"),
        Body.xml("a NUL in XML", XML_TEXT.replace("<type", "\0<type"), "malformed-xml"),
        Body.xml("a reference to NUL", XML_TEXT.replace("<type", "&#0;<type"), "malformed-xml"),
        Body.xml("an unknown entity", XML_TEXT.replace("<type", "&nbsp;<type"), "malformed-xml"));
  }

  private static Body encoded(String name, String text, Charset charset, String code) {
    return new Body(name, text.getBytes(charset), code, "Content-Type", JSON);
  }

  private static Body bytes(String name, int... within) {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"resourceType\":\"Bundle\",\"type\":\"".getBytes(UTF_8));
    Arrays.stream(within).forEach(body::write);
    body.writeBytes("\"}".getBytes(UTF_8));
    return new Body(name, body.toByteArray(), "not-utf-8", "Content-Type", JSON);
  }

  private static Body inString(String name, String within) {
    return Body.json(
        name,
        JSON_TEXT.replaceFirst("\"transaction\"", "\"" + within.replace("\\", "\\\\") + "\""),
        "malformed-json");
  }

  static Stream<Body> thatAreNoResource() {
    String number = "{\"resourceType\":\"Observation\",\"valueInteger\":";
    return Stream.concat(
        Stream.of(
                "",
                "  \n\t ",
                "null",
                "[]",
                "\"text\"",
                "1",
                "1e999999",
                "NaN",
                "true",
                "{",
                "}",
                "{]",
                "[{}]",
                "{'resourceType':'Bundle'}",
                "{resourceType:\"Bundle\"}",
                "{\"resourceType\":\"Bundle\",}",
                "{\"resourceType\":\"Bundle\"} x",
                "{\"resourceType\":\"Bundle\"}{\"resourceType\":\"Bundle\"}",
                "// a comment\n{\"resourceType\":\"Bundle\"}",
                "{\"resourceType\":\"Bundle\" /* a comment */}",
                "{\"resourceType\" \"Bundle\"}",
                "{\"resourceType\":\"Bundle\"",
                "<Bundle/>",
                number + "NaN}",
                number + "-Infinity}",
                number + "01}",
                number + ".5}",
                number + "1.}",
                number + "+1}",
                number + "0x1F}",
                number + "1".repeat(400) + "}",
                number + "1e" + "9".repeat(400) + "}",
                "{\"" + "k".repeat(MEGABYTE) + "\":1}")
            .map(text -> Body.json(shortened(text), text, "malformed-json")),
        Stream.of(
            Body.json("a key twice", "{\"a\":1,\"a\":1}", "duplicate-key"),
            Body.json("an escaped key twice", "{\"a\":1,\"\\u0061\":1}", "duplicate-key"),
            Body.json("no type", "{}", "not-a-fhir-resource"),
            Body.json("type null", "{\"resourceType\":null}", "not-a-fhir-resource"),
            Body.json("type an object", "{\"resourceType\":{}}", "not-a-fhir-resource"),
            Body.json("type of R5", "{\"resourceType\":\"Transport\"}", "not-a-fhir-resource"),
            Body.json("an R5 name", "{\"resourceType\":\"Permission\"}", "not-a-fhir-resource"),
            Body.json(
                "type of a megabyte",
                "{\"resourceType\":\"" + "X".repeat(MEGABYTE) + "\"}",
                "not-a-fhir-resource"),
            Body.json("no bundle", "{\"resourceType\":\"Patient\"}", "not-a-fhir-resource"),
            Body.xml("nothing in XML", "", "malformed-xml"),
            Body.xml("two roots", XML_TEXT + XML_TEXT, "malformed-xml"),
            Body.xml("no namespace", "<Bundle/>", "not-a-fhir-resource"),
            Body.xml("another namespace", "<Bundle xmlns=\"urn:x\"/>", "not-a-fhir-resource"),
            Body.xml(
                "HTML",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script/></html>",
                "not-a-fhir-resource")));
  }

  private static String shortened(String text) {
    return text.length() < 60 ? "'" + text + "'" : text.substring(0, 60) + "...";
  }

  static Stream<Body> compressed() throws IOException {
    byte[] packed = gzip(JSON_TEXT.getBytes(UTF_8));
    return Stream.of(
        gzipped("not gzip", JSON_TEXT.getBytes(UTF_8), "invalid-request"),
        gzipped("nothing in gzip", new byte[0], "invalid-request"),
        gzipped("half of it", Arrays.copyOf(packed, packed.length / 2), "invalid-request"),
        gzipped("all but the end", Arrays.copyOf(packed, packed.length - 4), "invalid-request"),
        gzipped("the header alone", Arrays.copyOf(packed, 10), "invalid-request"),
        gzipped("a bomb", gzip(new byte[200 * MEGABYTE]), "too-large"),
        gzipped("gzip of gzip", gzip(packed), "not-utf-8"),
        new Body("gzip unsaid", packed, "not-utf-8", "Content-Type", JSON),
        coded("br", packed),
        coded("deflate", packed),
        coded("gzip, gzip", packed),
        coded("x".repeat(2_000), packed));
  }

  private static Body gzipped(String name, byte[] body, String code) {
    return new Body(name, body, code, "Content-Type", JSON, "Content-Encoding", "gzip");
  }

  private static Body coded(String coding, byte[] body) {
    String code = "unsupported-media-type";
    return new Body(
        "coded by " + shortened(coding),
        body,
        code,
        "Content-Type",
        JSON,
        "Content-Encoding",
        coding);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  static Stream<Body> ofAnotherType() {
    byte[] json = JSON_TEXT.getBytes(UTF_8);
    return Stream.concat(
        Stream.of(
                "text/plain",
                "text/html",
                "application/octet-stream",
                "multipart/form-data",
                "multipart/form-data;boundary=x",
                "application/x-www-form-urlencoded",
                "*/*",
                ";;;",
                "application/fhir+turtle",
                "json,xml",
                "a".repeat(4_000))
            .map(
                type ->
                    new Body(
                        shortened(type), json, "unsupported-media-type", "Content-Type", type)),
        Stream.of(
            new Body("no type", json, "unsupported-media-type", "X-Nothing", "x"),
            new Body("JSON as XML", json, "malformed-xml", "Content-Type", XML),
            new Body(
                "XML as JSON", XML_TEXT.getBytes(UTF_8), "malformed-json", "Content-Type", JSON),
            new Body(
                "an answer in neither",
                json,
                "not-acceptable",
                "Content-Type",
                JSON,
                "Accept",
                "image/png")));
  }

  /** Fifty megabytes: the sender gets its answer, whether it said how much would come or not. */
  @Nested
  class Large {
    private final byte[] body = new byte[50 * MEGABYTE];

    @Test
    void areRefusedByTheirLength() {
      assertThat(registry.send("POST", "", body, "Content-Type", JSON))
          .isRefused(413)
          .hasOnlyIssue("too-large");
    }

    @Test
    void areRefusedInPieces() {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(registry.base()))
              .header("Content-Type", JSON)
              .timeout(Duration.ofSeconds(60))
              .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
              .build();

      assertThat(registry.send(request)).isRefused(413).hasOnlyIssue("too-large");
    }

    @Test
    void areRefusedOfASearchToo() {
      assertThat(
              registry.send(
                  "POST",
                  "/Patient/_search",
                  body,
                  "Content-Type",
                  "application/x-www-form-urlencoded"))
          .isRefused(413)
          .hasOnlyIssue("too-large");
    }
  }

  /** The drip would last for thirty seconds, the registry waits for two of them. */
  @Nested
  class Slow {
    private static final int DRIPS = 150;
    private static final int PAUSE_MILLIS = 200;
    private static final Duration WELL_BEFORE_ITS_END = Duration.ofSeconds(12);

    @Test
    void areRefusedThatDrip() {
      isRefused("POST /fhir", drip(" "), "Content-Length: " + DRIPS);
    }

    @Test
    void areRefusedThatDripInPieces() {
      isRefused("POST /fhir", drip("1\r\n \r\n"), "Transfer-Encoding: chunked");
    }

    @Test
    void areRefusedThatDripWithinGzip() throws IOException {
      byte[] packed = gzip(JSON_TEXT.getBytes(UTF_8));
      isRefused(
          "POST /fhir",
          out -> {
            for (byte one : packed) {
              drop(out, new byte[] {one});
            }
          },
          "Content-Encoding: gzip",
          "Content-Length: " + packed.length);
    }

    @Test
    void areRefusedThatStopInTheMiddle() {
      isRefused("POST /fhir", out -> out.write('{'), "Content-Length: " + DRIPS);
    }

    @Test
    void areRefusedOfASearch() {
      isRefused(
          "POST /fhir/Patient/_search",
          drip("a"),
          "Content-Length: " + DRIPS,
          "Content-Type: application/x-www-form-urlencoded");
    }

    /** The answer was ready at once; what is left to come must not hold the connection. */
    @Test
    void areLetGoThatNobodyReads() {
      Instant start = Instant.now();

      RawHttp.Answer answer = sent("DELETE /fhir/Patient", drip(" "), "Content-Length: " + DRIPS);

      assertThat(answer.text()).contains("method-not-allowed");
      assertThat(Duration.between(start, Instant.now())).isLessThan(WELL_BEFORE_ITS_END);
    }

    private void isRefused(String line, RawHttp.Speech body, String... headers) {
      Instant start = Instant.now();

      RawHttp.Answer answer = sent(line, body, headers);

      assertThat(answer.status()).as(answer.text()).isEqualTo(408);
      assertThat(answer.text()).contains("OperationOutcome", "body-too-slow");
      assertThat(Duration.between(start, Instant.now())).isLessThan(WELL_BEFORE_ITS_END);
    }

    private RawHttp.Answer sent(String line, RawHttp.Speech body, String... headers) {
      String type =
          String.join("", headers).contains("Content-Type") ? "" : "Content-Type: " + JSON + "\r\n";
      String head =
          line
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + type
              + String.join("\r\n", headers)
              + "\r\n\r\n";
      return RawHttp.talk(
          registry.port(),
          out -> {
            out.write(head.getBytes(ISO_8859_1));
            out.flush();
            body.speak(out);
          });
    }

    private RawHttp.Speech drip(String drop) {
      return out -> {
        for (int i = 0; i < DRIPS; i++) {
          drop(out, drop.getBytes(ISO_8859_1));
        }
      };
    }

    private static void drop(OutputStream out, byte[] bytes)
        throws IOException, InterruptedException {
      out.write(bytes);
      out.flush();
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
