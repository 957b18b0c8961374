package org.ketamineregistry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {
  private static final FhirContext CONTEXT = FhirContext.forR4Cached();

  private static String digest(Submitted submitted) {
    return HexFormat.of().formatHex(submitted.contentDigest());
  }

  private static String session() throws IOException {
    return Files.readString(Path.of("profiles/package/example/Bundle-submission-session.json"));
  }

  @Test
  void isTheSameHoweverTheContentIsWritten() throws IOException {
    var bundle = CONTEXT.newJsonParser().parseResource(session());
    String digest = digest(Reading.json(session()));
    assertThat(digest(Reading.json(CONTEXT.newJsonParser().encodeResourceToString(bundle))))
        .isEqualTo(digest);
    assertThat(
            digest(
                Reading.xml(
                    CONTEXT.newXmlParser().setPrettyPrint(true).encodeResourceToString(bundle))))
        .isEqualTo(digest);
  }

  @Test
  void leavesOutWhatARetryMayChange() {
    String body = "\"type\":\"transaction\",\"identifier\":{\"value\":\"1\"}";
    String one = "{\"resourceType\":\"Bundle\"," + body + "}";
    String other =
        "{\"resourceType\":\"Bundle\",\"id\":\"x\",\"meta\":{\"versionId\":\"2\"},"
            + "\"timestamp\":\"2026-01-01T00:00:00Z\","
            + body
            + "}";
    assertThat(digest(Reading.json(one))).isEqualTo(digest(Reading.json(other)));
  }

  @Test
  void leavesOutWhatAProvenanceThatIsCreatedOnceSaysOfTheSending() {
    String first = provenance("2026-01-01T00:00:00Z", "1", true);
    assertThat(digest(Reading.json(provenance("2026-02-01T00:00:00Z", "1", true))))
        .isEqualTo(digest(Reading.json(first)));
    assertThat(digest(Reading.json(provenance("2026-01-01T00:00:00Z", "2", true))))
        .as("another provenance")
        .isNotEqualTo(digest(Reading.json(first)));
    assertThat(digest(Reading.json(provenance("2026-02-01T00:00:00Z", "1", false))))
        .as("one that replaces another")
        .isNotEqualTo(digest(Reading.json(provenance("2026-01-01T00:00:00Z", "1", false))));
  }

  private static String provenance(String recorded, String value, boolean once) {
    String identifier = "identifier=https://ehr.example/sid/import|" + value;
    return """
        {"resourceType":"Bundle","type":"transaction","entry":[{
          "resource":{"resourceType":"Provenance","recorded":"%s"},
          "request":{"method":"%s","url":"Provenance%s"%s}}]}
        """
        .formatted(
            recorded,
            once ? "POST" : "PUT",
            once ? "" : "?" + identifier,
            once ? ",\"ifNoneExist\":\"" + identifier + "\"" : "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"Patient\"}",
        "{\"resourceType\":\"Patient\",\"gender\":\"male\"}",
        "{\"resourceType\":\"Patient\",\"gender\":\"female\"}",
        "{\"resourceType\":\"Patient\",\"active\":true}",
        "{\"resourceType\":\"Patient\",\"active\":false}",
        "{\"resourceType\":\"Patient\",\"birthDate\":\"1980\"}",
        "{\"resourceType\":\"Patient\",\"identifier\":[{\"value\":\"ab\"},{\"value\":\"c\"}]}",
        "{\"resourceType\":\"Patient\",\"identifier\":[{\"value\":\"a\"},{\"value\":\"bc\"}]}",
        "{\"resourceType\":\"Patient\",\"identifier\":[{\"value\":\"c\"},{\"value\":\"ab\"}]}",
        "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"ab\"},{\"value\":\"c\"}]}"
      })
  void differsOnAnyDifference(String text) {
    String same = text.replace(":", " : ");
    assertThat(digest(Reading.json(same))).isEqualTo(digest(Reading.json(text)));
    String other = "{\"resourceType\":\"Patient\",\"id\":\"a\"}";
    assertThat(digest(Reading.json(other))).isNotEqualTo(digest(Reading.json(text)));
    DIGESTS.merge(
        digest(Reading.json(text)),
        text,
        (one, two) -> {
          throw new AssertionError(one + " and " + two + " have one digest");
        });
  }

  private static final java.util.Map<String, String> DIGESTS =
      new java.util.concurrent.ConcurrentHashMap<>();

  @Test
  void differsOnANumberWrittenWithAnotherPrecision() {
    String text = "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1.0}}";
    assertThat(digest(Reading.json(text)))
        .isNotEqualTo(digest(Reading.json(text.replace("1.0", "1.00"))));
  }

  @Test
  void tellsLongTextsApart() {
    String text =
        "{\"resourceType\":\"Patient\",\"identifier\":[{\"value\":\"%s\"},{\"value\":\"%s\"}]}";
    String a = "a".repeat(70_000);
    assertThat(digest(Reading.json(text.formatted(a, ""))))
        .isNotEqualTo(
            digest(Reading.json(text.formatted(a.substring(65_536), a.substring(0, 65_536)))));
  }
}
