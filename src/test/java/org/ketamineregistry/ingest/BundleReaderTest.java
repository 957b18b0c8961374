package org.ketamineregistry.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ingest.Action.Kind;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

class BundleReaderTest {
  private static Submitted bundle(String type, String... entries) {
    return Reading.json(
        "{\"resourceType\":\"Bundle\",\"type\":\""
            + type
            + "\",\"entry\":["
            + Stream.of(entries).collect(Collectors.joining(","))
            + "]}");
  }

  private static Submitted transaction(String... entries) {
    return bundle("transaction", entries);
  }

  /** An entry with a patient and a request. */
  private static String patient(String request) {
    return "{\"resource\":{\"resourceType\":\"Patient\"},\"request\":{" + request + "}}";
  }

  private static String post(String more) {
    return patient("\"method\":\"POST\",\"url\":\"Patient\"" + more);
  }

  private static String put(String url) {
    return patient("\"method\":\"PUT\",\"url\":\"" + url + "\"");
  }

  private static Tuple[] problems(Submitted submitted) {
    return submitted.problems().stream()
        .map(problem -> tuple(problem.code(), problem.expression()))
        .toArray(Tuple[]::new);
  }

  @Nested
  class AnEntry {
    @Test
    void isCreatedByPost() {
      Submitted submitted = transaction(post(""));
      assertThat(submitted.problems()).isEmpty();
      assertThat(submitted.entries().get(0).action())
          .isEqualTo(new Action(Kind.CREATE, null, null, null));
      assertThat(submitted.entries().get(0).expression()).isEqualTo("Bundle.entry[0].resource");
    }

    @Test
    void isCreatedOnCondition() {
      Submitted submitted = transaction(post(",\"ifNoneExist\":\"identifier=urn:a|b\""));
      assertThat(submitted.entries().get(0).action().onCondition())
          .contains(new BusinessIdentifier("Patient", "urn:a", "b"));
    }

    @Test
    void isUpdatedByIdOrIdentifier() {
      Submitted submitted = transaction(put("Patient/7"), put("Patient?identifier=urn:a|b"));
      assertThat(submitted.problems()).isEmpty();
      assertThat(submitted.entries())
          .extracting(SubmittedEntry::action)
          .containsExactly(
              new Action(Kind.UPDATE, "7", null, null),
              new Action(Kind.UPDATE, null, new BusinessIdentifier("Patient", "urn:a", "b"), null));
    }

    @ParameterizedTest
    @CsvSource({"W/\"3\",3", "\"3\",3", "3,3"})
    void replacesTheVersionThatItNames(String ifMatch, String version) {
      String request =
          "\"method\":\"PUT\",\"url\":\"Patient/7\",\"ifMatch\":\""
              + ifMatch.replace("\"", "\\\"")
              + "\"";
      assertThat(transaction(patient(request)).entries().get(0).action().ifMatch())
          .isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"method\":\"DELETE\",\"url\":\"Patient/7\"",
          "\"method\":\"PATCH\",\"url\":\"Patient/7\"",
          "\"method\":\"GET\",\"url\":\"Patient/7\"",
          "\"url\":\"Patient\"",
          "\"method\":\"POST\",\"url\":\"Observation\"",
          "\"method\":\"POST\"",
          "\"method\":\"PUT\",\"url\":\"Patient\"",
          "\"method\":\"PUT\",\"url\":\"Observation/7\"",
          "\"method\":\"PUT\",\"url\":\"Patient/7/_history/1\"",
          "\"method\":\"PUT\",\"url\":\"Patient/\"",
          "\"method\":\"PUT\",\"url\":\"Patient/7\",\"ifMatch\":\"latest\""
        })
    void isRefusedForAnyOtherRequest(String request) {
      assertThat(transaction(patient(request)).problems())
          .extracting(Problem::code)
          .containsOnly(ErrorCode.ENTRY_REQUEST_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"method\":\"PUT\",\"url\":\"Patient?name=Doe\"",
          "\"method\":\"POST\",\"url\":\"Patient\",\"ifNoneExist\":\"birthdate=1980\""
        })
    void isRefusedForAConditionThatIsNoIdentifier(String request) {
      assertThat(transaction(patient(request)).problems())
          .extracting(Problem::code)
          .containsExactly(ErrorCode.UNSUPPORTED_CONDITION);
    }

    @Test
    void hasAResourceAndARequest() {
      assertThat(
              problems(
                  transaction(
                      "{\"resource\":{\"resourceType\":\"Patient\"}}",
                      "{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}",
                      "{}")))
          .containsExactly(
              tuple(ErrorCode.ENTRY_REQUEST_INVALID, "Bundle.entry[0]"),
              tuple(ErrorCode.ENTRY_REQUEST_INVALID, "Bundle.entry[1]"),
              tuple(ErrorCode.ENTRY_REQUEST_INVALID, "Bundle.entry[2]"));
    }

    @Test
    void hasAResourceThatSaysWhatItIs() {
      String entry =
          "{\"resource\":{\"id\":\"1\"},\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}";
      assertThat(problems(transaction(entry)))
          .containsExactly(tuple(ErrorCode.NOT_A_FHIR_RESOURCE, "Bundle.entry[0].resource"));
    }

    @Test
    void hasAFullUrlOfItsOwn() {
      String entry = post("").replaceFirst("\\{", "{\"fullUrl\":\"urn:uuid:1\",");
      assertThat(problems(transaction(entry, entry)))
          .containsExactly(tuple(ErrorCode.FULL_URL_DUPLICATE, "Bundle.entry[1].fullUrl"));
    }
  }

  @Nested
  class ABundle {
    @Test
    void isOfTypeTransactionOrBatch() {
      assertThat(transaction(post("")).shape()).isEqualTo(Shape.TRANSACTION);
      assertThat(bundle("batch", post("")).shape()).isEqualTo(Shape.BATCH);
      for (String type : new String[] {"collection", "searchset", "document", "nonsense"}) {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\"}";
        Refused refused =
            catchThrowableOfType(
                Refused.class, () -> Reading.read(Door.bundle(), Format.JSON, bundle));
        assertThat(refused.problems())
            .extracting(Problem::code)
            .containsExactly(ErrorCode.BUNDLE_TYPE_NOT_ACCEPTED);
      }
    }

    @Test
    void ofAnyTypeIsReadForAVerdict() {
      Submitted document = bundle("document", patient("\"method\":\"DELETE\""), "{}", post(""));
      assertThat(document.shape()).isEqualTo(Shape.COLLECTION);
      assertThat(document.problems()).isEmpty();
      assertThat(document.entries())
          .extracting(SubmittedEntry::expression)
          .containsExactly("Bundle.entry[0].resource", "Bundle.entry[2].resource");
      String[] many = Stream.generate(() -> post("")).limit(501).toArray(String[]::new);
      assertThat(problems(bundle("collection", many)))
          .containsExactly(tuple(ErrorCode.ELEMENT_NOT_ALLOWED, "Bundle.entry"));
    }

    @Test
    void hasEntriesButNotTooMany() {
      assertThat(problems(transaction()))
          .containsExactly(tuple(ErrorCode.ENTRY_REQUEST_INVALID, "Bundle.entry"));
      String[] many = Stream.generate(() -> post("")).limit(2_001).toArray(String[]::new);
      assertThat(transaction(many).entries()).isEmpty();
    }

    @Test
    void namesItselfByItsIdentifier() {
      Submitted submitted =
          Reading.json(
              "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"identifier\":{\"system\":\"urn:a\",\"value\":\"b\"}}");
      assertThat(submitted.bundleIdentifier()).contains("urn:a|b");
    }

    @Test
    void comesToTheBaseAndASingleResourceDoesNot() {
      assertThatThrownBy(
              () -> Reading.read(Door.bundle(), Format.JSON, "{\"resourceType\":\"Patient\"}"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("not-a-fhir-resource");
      assertThatThrownBy(
              () ->
                  Reading.read(
                      Door.create("Patient", null),
                      Format.JSON,
                      "{\"resourceType\":\"Observation\"}"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("not-a-fhir-resource");
    }
  }

  @Nested
  class ABatch {
    @Test
    void isSplitIntoEntriesThatAnswerForThemselves() {
      Submitted batch = bundle("batch", post(""), put("Patient"), post(""));
      assertThat(batch.split()).extracting(part -> part.problems().size()).containsExactly(0, 1, 0);
      assertThat(batch.split())
          .extracting(part -> part.entries().get(0).index())
          .containsExactly(0, 1, 2);
      assertThat(batch.split()).extracting(Submitted::shape).containsOnly(Shape.SINGLE);
    }

    @Test
    void answersForAnEntryThatNobodyCanReadToo() {
      Submitted batch = bundle("batch", post(""), "{}", post(""));
      assertThat(batch.split())
          .extracting(part -> part.entries().size(), part -> part.problems().size())
          .containsExactly(tuple(1, 0), tuple(0, 1), tuple(1, 0));
    }

    @Test
    void withoutEntriesIsAnsweredAsAWhole() {
      assertThat(bundle("batch").split()).isEmpty();
    }
  }
}
