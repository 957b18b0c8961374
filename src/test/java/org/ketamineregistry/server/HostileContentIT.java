package org.ketamineregistry.server;

import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/**
 * Well-formed bundles with one thing in them that should not be: each is refused with its code,
 * nothing of it is kept, and no value of it comes back.
 */
@RegistryTest
@TestInstance(Lifecycle.PER_CLASS)
class HostileContentIT {
  private static final Set<String> KEPT =
      Set.of("Encounter", "MedicationAdministration", "Observation");

  /** Stands in every hostile value that a sender may not read again. */
  private static final String SECRET = "Xyzzy";

  private static final String MEGABYTE = (SECRET + "x".repeat(11)).repeat(65_536);
  private static final Ehr SENDER = Ehr.fresh();
  private static final Draft SESSION = session();
  private static final String OBSERVATION = entry("Observation") + "/resource";
  private static final String ADMINISTRATION = entry("MedicationAdministration") + "/resource";
  private static final String DOSE = ADMINISTRATION + "/dosage/dose";
  private static final String DATE = OBSERVATION + "/effectiveDateTime";
  private static final String URL = entry("Observation") + "/request/url";

  private final RegistryUnderTest registry;
  private final Witness witness;

  HostileContentIT(RegistryUnderTest registry) {
    this.registry = registry;
    registry.treating(SENDER);
    witness = new Witness(registry);
  }

  @AfterAll
  void theRegistryIsWell() {
    witness.seesNothingChanged();
  }

  /** A session with a change, and the code that it is refused with. */
  private record Content(String name, String text, String code) {
    @Override
    public String toString() {
      return name + ": " + code;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "types",
    "elements",
    "numbers",
    "dates",
    "references",
    "contained",
    "ids",
    "requests",
    "conditions",
    "bundles",
    "narratives",
    "megabytes"
  })
  void isRefused(Content content) {
    HttpAnswer answer = registry.submit(content.text());

    assertThat(answer).isRefused().hasIssue(content.code()).doesNotSay(SECRET);
  }

  /** With an encounter, one administration and one observation it is large enough. */
  private static Draft session() {
    Draft all = SENDER.session().without("/identifier");
    Set<String> seen = new HashSet<>();
    return all.onlyEntries(
        entry -> {
          String type = entry.at("/resource/resourceType").asText();
          return KEPT.contains(type) && seen.add(type);
        });
  }

  private static String entry(String type) {
    return "/entry/" + SESSION.indexOf(type);
  }

  private static Content put(String pointer, String json, String code) {
    String name = pointer.replaceFirst("/entry/\\d+/(resource/)?", "") + " " + json;
    return new Content(
        name.length() > 100 ? name.substring(0, 100) + "..." : name,
        SESSION.with(pointer, json).text(),
        code);
  }

  private static Content text(String pointer, String value, String code) {
    return new Content(
        pointer.replaceFirst("/entry/\\d+/(resource/)?", "") + " " + value.length() + " characters",
        SESSION.withText(pointer, value).text(),
        code);
  }

  private static Stream<Content> literals(String code, String pointer, String... json) {
    return Stream.of(json).map(value -> put(pointer, value, code));
  }

  static Stream<Content> types() {
    String at = OBSERVATION + "/resourceType";
    return Stream.of(
            literals(
                "not-a-fhir-resource",
                at,
                "\"Transport\"",
                "\"ActorDefinition\"",
                "\"Xyzzy\"",
                "\"Resource\"",
                "\"../../etc/passwd\"",
                "\"\"",
                "5",
                "null",
                "{}",
                "[\"Observation\"]"),
            literals(
                "type-not-accepted",
                at,
                "\"Bundle\"",
                "\"Parameters\"",
                "\"Binary\"",
                "\"Subscription\"",
                "\"SearchParameter\"",
                "\"StructureDefinition\"",
                "\"Element\"",
                "\"DomainResource\""),
            literals("direct-identifier", at, "\"HumanName\""))
        .flatMap(Function.identity());
  }

  static Stream<Content> elements() {
    String odd = "element-unknown";
    return Stream.of(
        put(OBSERVATION + "/triggeredBy", "[{\"type\":\"reflex\"}]", odd),
        put(OBSERVATION + "/valueAttachment", "{\"data\":\"Xyzzy\"}", odd),
        put(OBSERVATION + "/effectivePeriod", "{\"start\":\"2026-09-08\"}", odd),
        put(OBSERVATION + "/colour", "\"Xyzzy\"", odd),
        put(OBSERVATION + "/", "\"Xyzzy\"", odd),
        put(OBSERVATION + "/_", "\"Xyzzy\"", odd),
        put(OBSERVATION + "/a.b[0]", "\"Xyzzy\"", odd),
        put(OBSERVATION + "/$this) or ('", "\"Xyzzy\"", odd),
        put(OBSERVATION + "/\ud83d\ude00", "\"Xyzzy\"", odd),
        put(OBSERVATION + "/fhir_comments", "[\"Xyzzy\"]", odd),
        put(OBSERVATION + "/signature", "{\"data\":\"@@@@\"}", odd),
        put(OBSERVATION + "/_code", "{\"extension\":[]}", odd),
        put("/_entry", "[{}]", odd),
        put(OBSERVATION + "/meta/profile", "[null]", "not-a-fhir-resource"),
        put(ADMINISTRATION + "/contained/0/meta/profile", "[null]", "not-a-fhir-resource"),
        put(OBSERVATION + "/status", "{}", "value-invalid"),
        put(OBSERVATION + "/status", "null", "value-invalid"),
        put(OBSERVATION + "/identifier", "[null]", "value-invalid"),
        put(OBSERVATION + "/identifier", "{}", "value-invalid"),
        put(OBSERVATION + "/_status", "\"Xyzzy\"", "value-invalid"),
        put(OBSERVATION + "/_status", "[null,{\"id\":\"x\"}]", "value-invalid"),
        put(OBSERVATION + "/_effectiveDateTime", "[{},{},{}]", "value-invalid"),
        put(
            OBSERVATION + "/_status",
            "{\"extension\":[{\"url\":\"http://Xyzzy\",\"valueString\":\"Xyzzy\"}]}",
            "extension-unknown"),
        put(OBSERVATION + "/_id", "{\"extension\":[{\"url\":\"http://a\"}]}", "extension-unknown"),
        put(
            OBSERVATION + "/extension",
            "[{\"url\":\"http://a\",\"valueBase64Binary\":\"@Xyzzy@\"}]",
            "extension-unknown"),
        put(
            OBSERVATION + "/modifierExtension",
            "[{\"url\":\"http://a\",\"valueBoolean\":true}]",
            "extension-unknown"),
        put(OBSERVATION + "/note", "[{\"text\":\"Xyzzy\"}]", "element-not-allowed"),
        put(OBSERVATION + "/implicitRules", "\"http://a/Xyzzy\"", "element-not-allowed"));
  }

  static Stream<Content> numbers() {
    return Stream.of(
            // As text, since a tree of JSON would write a number in its own way.
            Stream.of(
                    "-5", "0", "-0", "1e9", "1e999999", "1e-999999", "-1e999999999", "1E2147483647")
                .map(
                    dose ->
                        new Content(
                            "a dose of " + dose,
                            SESSION
                                .withText(DOSE + "/value", "DOSE")
                                .text()
                                .replace("\"DOSE\"", dose),
                            "rule-violated")),
            literals("value-invalid", DOSE + "/value", "\"35\"", "[35]", "true", "{}", "null"),
            literals("value-not-as-profiled", DOSE + "/code", "\"g\"", "\"Xyzzy\""),
            literals("value-not-as-profiled", DOSE + "/system", "\"http://Xyzzy\""))
        .flatMap(Function.identity());
  }

  static Stream<Content> dates() {
    return Stream.concat(
        literals(
            "date-implausible",
            DATE,
            "\"2099-01-01\"",
            "\"9999-12-31\"",
            "\"0001-01-01\"",
            "\"1899-12-31\"",
            "\"0000\"",
            "\"10000-01-01\""),
        literals(
            "value-invalid",
            DATE,
            "\"2026-02-30\"",
            "\"2026-13-01\"",
            "\"2026-00-10\"",
            "\"2026-09-08T25:00:00Z\"",
            "\"2026-09-08T10:00Z\"",
            "\"2026-09-08T10:00:00\"",
            "\"2026-09-08T10:00:00+99:99\"",
            "\"2026-09-08T10:00:61Z\"",
            "\"2026-09-08 10:00:00\"",
            "\"20260908\"",
            "\"-2026\"",
            "\"2026-W01\"",
            "\"\u0662\u0660\u0662\u0666-09-08\"",
            "\"Xyzzy\"",
            "\"\"",
            "20260908",
            "true"));
  }

  static Stream<Content> references() {
    String subject = OBSERVATION + "/subject";
    String self = SESSION.string(entry("Observation") + "/fullUrl");
    return Stream.of(
            literals(
                "reference-form",
                subject + "/reference",
                "\"https://elsewhere.example/fhir/Patient/Xyzzy\"",
                "\"http://localhost/fhir/Patient/1\"",
                "\"Patient/1/_history/2\"",
                "\"Patient/a b\"",
                "\"Patient/../Patient/1\"",
                "\"Patient\"",
                "\"/Patient/1\"",
                "\"Patient?_id=Xyzzy\"",
                "\"Patient?identifier=|\"",
                "\"Patient?identifier=urn:x|%00\"",
                "\"Patient?identifier=urn:x|%zz\"",
                "\"Patient?identifier=urn:x|%ff\"",
                "\"Patient?identifier=urn:x|%ed%a0%80\"",
                "\"Patient?identifier=urn:x|1&identifier=urn:x|2\"",
                "\"javascript:alert(1)\"",
                "\"#\"",
                "\"#missing\"",
                "\"\""),
            literals(
                "reference-dangling",
                subject + "/reference",
                "\"urn:uuid:00000000-0000-0000-0000-000000000000\"",
                "\"urn:Xyzzy\""),
            literals(
                "reference-unknown",
                subject + "/reference",
                "\"Patient/Xyzzy\"",
                "\"Patient?identifier=urn:x|Xyzzy\""),
            literals(
                "reference-wrong-type",
                subject + "/reference",
                "\"Observation?identifier=urn:x|1\""),
            literals("value-invalid", subject, "{\"reference\":null}", "{\"reference\":{}}", "[]"),
            Stream.of(
                put(
                    OBSERVATION + "/hasMember",
                    "[{\"reference\":\"" + self + "\"}]",
                    "reference-circular"),
                put(
                    entry("Encounter") + "/resource/partOf",
                    "{\"reference\":\"" + self + "\"}",
                    "reference-circular")))
        .flatMap(Function.identity());
  }

  static Stream<Content> contained() {
    Draft one = SESSION.at(ADMINISTRATION + "/contained/0");
    String many =
        IntStream.range(0, 3_000)
            .mapToObj(i -> one.withText("/id", "c" + i).text())
            .collect(Collectors.joining(",", "[", "]"));
    String at = ADMINISTRATION + "/contained";
    return Stream.of(
        put(at, many, "element-not-allowed"),
        put(at, "[" + one.text() + "," + one.text() + "]", "value-invalid"),
        put(at, "[null]", "value-invalid"),
        put(at, "[]", "value-invalid"),
        put(at + "/0/contained", "[" + one.text() + "]", "rule-violated"),
        put(at + "/0/id", "\"another\"", "reference-form"),
        put(
            at + "/0",
            "{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"family\":\"Xyzzy\"}]}",
            "direct-identifier"));
  }

  static Stream<Content> ids() {
    return Stream.concat(
        literals(
            "value-invalid",
            OBSERVATION + "/id",
            "\"a b\"",
            "\"\u00e4\"",
            "\"../..\"",
            "\"<Xyzzy>\"",
            "\"\\u0001\"",
            "\"\u202e\"",
            "\"" + "x".repeat(65) + "\"",
            "\"\"",
            "{}"),
        literals("value-invalid", OBSERVATION + "/meta/versionId", "\"a b\"", "\"Xyzzy/\"", "[]"));
  }

  static Stream<Content> requests() {
    String request = entry("Observation") + "/request";
    return Stream.concat(
        literals(
            "entry-request-invalid",
            request + "/method",
            "\"GET\"",
            "\"DELETE\"",
            "\"PATCH\"",
            "\"HEAD\"",
            "\"put\"",
            "\"Xyzzy\"",
            "\"\"",
            "{}",
            "null"),
        Stream.of(
                literals(
                    "entry-request-invalid",
                    URL,
                    "\"Patient\"",
                    "\"Observation\"",
                    "\"Observation/\"",
                    "\"Observation/../Patient/1\"",
                    "\"Observation/a b\"",
                    "\"Observation/1/_history/1\"",
                    "\"Observation/" + "x".repeat(65) + "\"",
                    "\"Observation/\ud83d\ude00\"",
                    "\"Observation/$meta-add\"",
                    "\"Observation#1\"",
                    "\"/Observation\"",
                    "\"$expunge\"",
                    "\"http://localhost/fhir/Observation/1\"",
                    "\"Patient?identifier=urn:x|1\"",
                    "\"\""),
                literals(
                    "entry-request-invalid",
                    request + "/ifMatch",
                    "\"Xyzzy\"",
                    "\"W/\\\"\"",
                    "\"W/\\\"99999999999\\\"\"",
                    "\"W/\\\"-1\\\"\"",
                    "\"*\""),
                literals("version-mismatch", request + "/ifMatch", "\"W/\\\"0\\\"\"", "\"7\""),
                literals("entry-request-invalid", request, "null", "{}", "\"Xyzzy\"", "[]"),
                literals(
                    "entry-request-invalid",
                    entry("Observation") + "/resource",
                    "null",
                    "[]",
                    "\"Xyzzy\""))
            .flatMap(Function.identity()));
  }

  static Stream<Content> conditions() {
    return Stream.of(
            "identifier=|",
            "identifier=|1",
            "identifier=urn:x|",
            "identifier=Xyzzy",
            "identifier=%",
            "identifier=urn:x|%00",
            "identifier=urn:x|%zz",
            "identifier=urn:x|%fe",
            "identifier=urn:x|1&identifier=urn:x|2",
            "identifier=urn:x|1&_count=1",
            "identifier:of-type=a|b|c",
            "IDENTIFIER=urn:x|1",
            "_id=1",
            "name=Xyzzy",
            "?",
            "",
            "identifier=urn:x|" + "y".repeat(201),
            "identifier=urn:" + "y".repeat(200) + "|1")
        .flatMap(
            condition ->
                Stream.of(
                    text(URL, "Observation?" + condition, "unsupported-condition"),
                    new Content(
                        "If-None-Exist " + condition,
                        SESSION
                            .withText(entry("Observation") + "/request/method", "POST")
                            .withText(URL, "Observation")
                            .withText(entry("Observation") + "/request/ifNoneExist", condition)
                            .text(),
                        "unsupported-condition")));
  }

  static Stream<Content> bundles() {
    String first = SESSION.string("/entry/0/fullUrl");
    String entry = SESSION.at(entry("Observation")).text();
    return Stream.of(
            literals(
                "bundle-type-not-accepted",
                "/type",
                "\"document\"",
                "\"message\"",
                "\"collection\"",
                "\"history\"",
                "\"searchset\"",
                "\"batch-response\"",
                "\"transaction-response\"",
                "\"subscription-notification\"",
                "\"Xyzzy\"",
                "\"\"",
                "5",
                "null",
                "[\"transaction\"]"),
            literals("entry-request-invalid", "/entry", "null", "[]", "{}", "5", "\"Xyzzy\""),
            literals("value-invalid", "/entry/1", "null", "\"Xyzzy\""),
            literals("full-url-duplicate", "/entry/1/fullUrl", "\"" + first + "\""),
            Stream.of(
                new Content(
                    "thousands of entries",
                    SESSION.with("/entry", "[" + (entry + ",").repeat(2_500) + entry + "]").text(),
                    "entry-request-invalid"),
                put("/entry/0/resource", SESSION.text(), "type-not-accepted")))
        .flatMap(Function.identity());
  }

  static Stream<Content> narratives() {
    return Stream.of(
            "<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>Xyzzy()</script></div>",
            "<div xmlns=\"http://www.w3.org/1999/xhtml\"><iframe src=\"http://Xyzzy\"/></div>",
            "<!DOCTYPE x [<!ENTITY a \"Xyzzy\">]><div xmlns=\"http://www.w3.org/1999/xhtml\">&a;</div>",
            "<<<>>&&&;Xyzzy",
            "Xyzzy",
            "")
        .map(
            div ->
                new Content(
                    div,
                    SESSION
                        .with(OBSERVATION + "/text", "{\"status\":\"generated\"}")
                        .withText(OBSERVATION + "/text/div", div)
                        .text(),
                    "value-invalid"));
  }

  static Stream<Content> megabytes() {
    String identifier = OBSERVATION + "/identifier/0";
    return Stream.of(
        text(identifier + "/value", MEGABYTE, "identifier-form"),
        text(identifier + "/system", "urn:" + MEGABYTE, "identifier-form"),
        put(
            "/identifier",
            "{\"system\":\"urn:x\",\"value\":\"" + MEGABYTE + "\"}",
            "identifier-form"),
        put(
            "/identifier",
            "{\"system\":\"urn:" + MEGABYTE + "\",\"value\":\"1\"}",
            "identifier-form"),
        put(
            OBSERVATION + "/extension",
            "[{\"url\":\"http://" + MEGABYTE + "\",\"valueString\":\"x\"}]",
            "extension-unknown"),
        text(OBSERVATION + "/code/text", MEGABYTE, "element-not-allowed"),
        text(OBSERVATION + "/code/coding/0/code", MEGABYTE, "profile-not-determined"),
        text(
            OBSERVATION + "/code/coding/0/code",
            "a ".repeat(500_000) + SECRET,
            "profile-not-determined"),
        text(OBSERVATION + "/status", MEGABYTE, "code-not-allowed"),
        text(OBSERVATION + "/status", "a ".repeat(500_000) + SECRET, "code-not-allowed"),
        text(OBSERVATION + "/language", MEGABYTE, "code-not-allowed"),
        text(OBSERVATION + "/id", MEGABYTE, "value-invalid"),
        text(OBSERVATION + "/resourceType", MEGABYTE, "not-a-fhir-resource"),
        text(DATE, MEGABYTE, "value-invalid"),
        text(DATE, "2".repeat(1_000_000), "value-invalid"),
        text(OBSERVATION + "/subject/reference", MEGABYTE, "reference-form"),
        text(OBSERVATION + "/subject/reference", "urn:" + MEGABYTE, "reference-dangling"),
        text(OBSERVATION + "/subject/reference", "http://" + MEGABYTE, "reference-form"),
        text(
            OBSERVATION + "/subject/reference",
            "Patient?identifier=urn:x|" + MEGABYTE,
            "reference-form"),
        text(URL, MEGABYTE, "entry-request-invalid"),
        text(entry("Encounter") + "/fullUrl", "urn:uuid:" + MEGABYTE, "reference-dangling"));
  }
}
