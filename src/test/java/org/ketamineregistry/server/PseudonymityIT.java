package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The registry holds no person's name, nor says one, nor keeps one in a refused payload. */
@RegistryTest
@ExtendWith(OutputCaptureExtension.class)
class PseudonymityIT {
  private static final String NAME = "Wolkenstein";

  private final RegistryUnderTest registry;
  private final Ehr ehr;

  PseudonymityIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
  }

  static Stream<Arguments> directIdentifiers() {
    String name = "{\"family\":\"Wolkenstein\"}";
    String nested =
        "{\"url\":\"https://example.org/x\",\"extension\":[{\"url\":\"y\",\"valueHumanName\":"
            + name
            + "}]}";
    return Stream.of(
        Arguments.of("/name/-", name, "Patient.name[0]"),
        Arguments.of(
            "/telecom/-",
            "{\"system\":\"email\",\"value\":\"Wolkenstein@example.org\"}",
            "Patient.telecom[0]"),
        Arguments.of("/address/-", "{\"line\":[\"Wolkenstein 5\"]}", "Patient.address[0]"),
        Arguments.of(
            "/photo/-",
            "{\"contentType\":\"image/png\",\"title\":\"Wolkenstein\",\"data\":\"AAAA\"}",
            "Patient.photo[0]"),
        Arguments.of("/contact/-", "{\"name\":" + name + "}", "Patient.contact[0]"),
        Arguments.of(
            "/contact/-", "{\"gender\":\"male\",\"id\":\"Wolkenstein\"}", "Patient.contact[0]"),
        Arguments.of(
            "/extension/-",
            "{\"url\":\"https://example.org/x\",\"valueHumanName\":" + name + "}",
            "Patient.extension[0].value"),
        Arguments.of("/extension/-", nested, "Patient.extension[0].extension[0].value"),
        Arguments.of(
            "/modifierExtension/-",
            "{\"url\":\"https://example.org/x\",\"valueAddress\":{\"city\":\"Wolkenstein\"}}",
            "Patient.modifierExtension[0].value"),
        Arguments.of(
            "/contained/-",
            "{\"resourceType\":\"RelatedPerson\",\"id\":\"a\",\"patient\":{\"reference\":\"#\"},\"name\":["
                + name
                + "]}",
            "Patient.contained[0].name[0]"),
        Arguments.of(
            "/contained/-",
            "{\"resourceType\":\"Practitioner\",\"id\":\"a\",\"telecom\":[{\"value\":\"Wolkenstein\"}]}",
            "Patient.contained[0].telecom[0]"));
  }

  @ParameterizedTest
  @MethodSource("directIdentifiers")
  void ofAPersonIsGuardedAtTheDoor(
      String pointer, String value, String expression, CapturedOutput output) {
    Map<String, Long> before = registry.clinicalRows();
    Draft patient = ehr.example("Patient-patient-gb-1").with(pointer, value);

    HttpAnswer answer = registry.post("/Patient", patient.text());

    assertThat(answer)
        .isRefused(422)
        .hasIssue("direct-identifier", expression)
        .doesNotSay(NAME, "AAAA");
    assertThat(registry.clinicalRows()).isEqualTo(before);
    assertThat(payload(answer)).isNull();
    assertThat(registry.get("/Task/" + answer.receipt())).hasStatus(200).doesNotSay(NAME);
    assertThat(output.getAll()).doesNotContain(NAME);
  }

  @ParameterizedTest
  @MethodSource("directIdentifiers")
  void ofAPersonIsGuardedInABundleAsXml(String pointer, String value, String expression) {
    Draft bundle = ehr.consultation().with("/entry/0/resource" + pointer, value);

    HttpAnswer answer =
        registry.send(
            "POST",
            "",
            bundle.xml().getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            RegistryUnderTest.XML,
            "Accept",
            RegistryUnderTest.JSON);

    assertThat(answer)
        .isRefused(422)
        .hasIssue("direct-identifier", expression.replace("Patient.", "Bundle.entry[0].resource."))
        .doesNotSay(NAME);
    assertThat(payload(answer)).isNull();
  }

  @Test
  void isGuardedWhateverElseIsWrong() {
    Draft bundle =
        ehr.consultation()
            .without("/entry/1/resource/status")
            .with("/entry/0/resource/name/-", "{\"family\":\"Wolkenstein\"}");

    HttpAnswer answer = registry.submit(bundle);

    assertThat(answer)
        .isRefused(422)
        .hasIssue("direct-identifier")
        .hasIssue("element-required")
        .doesNotSay(NAME);
    assertThat(payload(answer)).isNull();
  }

  /** What a validator would like to quote. */
  @ParameterizedTest
  @MethodSource("misplacedWords")
  void isNotBrokenByAnAnswerThatQuotes(String pointer, String value, CapturedOutput output) {
    HttpAnswer answer = registry.submit(ehr.session().with("/entry/1/resource" + pointer, value));

    assertThat(answer).isRefused(422, 400).doesNotSay(NAME);
    assertThat(output.getAll()).doesNotContain(NAME);
  }

  static Stream<Arguments> misplacedWords() {
    return Stream.of(
        Arguments.of("/status", "\"Wolkenstein\""),
        Arguments.of("/note", "[{\"text\":\"Wolkenstein\"}]"),
        Arguments.of("/effectivePeriod/start", "\"Wolkenstein\""),
        Arguments.of("/dosage/dose/value", "\"Wolkenstein\""),
        Arguments.of("/dosage/dose/code", "\"Wolkenstein\""),
        Arguments.of("/dosage/text", "\"Wolkenstein\""),
        Arguments.of("/dosage/route/coding/0/code", "\"Wolkenstein\""),
        Arguments.of("/dosage/route/text", "\"Wolkenstein\""),
        Arguments.of("/subject/reference", "\"Patient/Wolkenstein\""),
        Arguments.of("/subject/reference", "\"Wolkenstein\""),
        Arguments.of("/subject/reference", "\"urn:uuid:Wolkenstein\""),
        Arguments.of("/subject/reference", "\"Patient?identifier=Wolkenstein|Wolkenstein\""),
        Arguments.of("/subject/reference", "\"Patient?name=Wolkenstein\""),
        Arguments.of("/subject/display", "\"Wolkenstein\""),
        Arguments.of("/identifier/0/assigner", "{\"display\":\"Wolkenstein\"}"),
        Arguments.of("/identifier/0/system", "\"Wolkenstein\""),
        Arguments.of("/extension/0/valueBoolean", "\"Wolkenstein\""),
        Arguments.of("/extension/0/url", "\"https://example.org/Wolkenstein\""),
        Arguments.of("/implicitRules", "\"https://example.org/Wolkenstein\""),
        Arguments.of("/language", "\"Wolkenstein\""),
        Arguments.of("/unheardOf", "\"Wolkenstein\""),
        Arguments.of("/contained/0/batch/lotNumber", "{\"unheardOf\":\"Wolkenstein\"}"),
        Arguments.of("/contained/0/code/text", "\"Wolkenstein\""));
  }

  @Test
  void leavesOutTheNarrativeAndSaysSo() {
    String narrative =
        "{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">Wolkenstein</div>\"}";

    HttpAnswer answer =
        registry.submit(ehr.consultation().with("/entry/0/resource/text", narrative));

    assertThat(answer)
        .isAccepted()
        .hasIssue("narrative-dropped", "Bundle.entry[0].resource.text")
        .doesNotSay(NAME);
    assertThat(registry.get("/" + answer.location("Patient"))).doesNotSay(NAME, "\"text\"");
    assertThat(
            registry
                .jdbc()
                .queryForObject(
                    "SELECT count(*) FROM hfj_res_ver WHERE res_text_vc LIKE '%Wolkenstein%'",
                    Long.class))
        .isZero();
  }

  @Test
  void letsTheRegistryKeepAnyOtherRefusedPayloadEncrypted() {
    Draft bundle = ehr.consultation().withText("/entry/0/resource/gender", "diverse");

    HttpAnswer answer = registry.submit(bundle);

    assertThat(answer).isRefused(422);
    byte[] payload = payload(answer);
    assertThat(payload).hasSizeGreaterThan(bundle.text().length());
    assertThat(new String(payload, StandardCharsets.ISO_8859_1))
        .doesNotContain("resourceType", ehr.clinicPseudonym());
    assertThat(
            registry
                .jdbc()
                .queryForObject(
                    "SELECT payload_expires > now() + interval '29 days' FROM registry.receipt WHERE id = ?::uuid",
                    Boolean.class,
                    answer.receipt()))
        .isTrue();
  }

  @Test
  void saysThatAPatientWithoutARegistryPseudonymMayBeCountedTwice() {
    HttpAnswer answer =
        registry.submit(ehr.consultation().without("/entry/0/resource/identifier/0"));

    assertThat(answer)
        .isAccepted()
        .hasIssue("patient-not-linked", "Bundle.entry[0].resource.identifier");
  }

  private byte[] payload(HttpAnswer answer) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT payload FROM registry.receipt WHERE id = ?::uuid",
            byte[].class,
            answer.receipt());
  }
}
