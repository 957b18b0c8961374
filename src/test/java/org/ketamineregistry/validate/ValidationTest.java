package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.List;
import org.hl7.fhir.r4.model.DomainResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;

class ValidationTest {
  private static final String HEART_RATE = "Observation-heart-rate-before-gb-1";
  private static final String CLAIM = Canonical.profile("ketamine-heart-rate");

  @Nested
  class TheProfile {
    @Test
    void isSelectedByTheContentWhateverIsClaimed() {
      String claimed =
          Desk.example(HEART_RATE).replace(CLAIM, Canonical.profile("ketamine-body-weight"));
      assertThat(Desk.problems(claimed)).isNotEmpty();
      String unclaimed = Desk.example(HEART_RATE).replaceFirst("(?s)\"meta\": \\{.*?]\\s*},", "");
      assertThat(Desk.check(unclaimed).entries().get(0).profile()).isEqualTo(CLAIM);
    }

    @Test
    void isHeldThoughAnotherIsClaimedThatAsksForLess() {
      String claimed =
          Desk.example(HEART_RATE)
              .replace(CLAIM, "http://hl7.org/fhir/StructureDefinition/heartrate")
              .replace("\"value\": 72", "\"value\": 700");
      assertThat(Desk.problems(claimed)).extracting(Problem::rule).contains("krn-vit-1");
    }

    @Test
    void ofATypeThatTheGuideDoesNotProfileIsMissed() {
      var others = new Validation(GuideDefinitions.without("EpisodeOfCare"), Clock.systemUTC(), 1);
      String course = Desk.example("EpisodeOfCare-course-gb-1");
      assertThat(others.verdict(Desk.receive(course), List.of()).problems())
          .extracting(Problem::code, Problem::expression)
          .containsExactly(tuple(ErrorCode.PROFILE_NOT_DETERMINED, "EpisodeOfCare"));
    }

    @Test
    void thatIsClaimedAndNotKnownIsTold() {
      String claimed = Desk.example(HEART_RATE).replace(CLAIM, "https://ehr.example/hr");
      Verdict verdict = Desk.verdict(claimed);
      assertThat(verdict.problems()).isEmpty();
      assertThat(verdict.notices())
          .extracting(Notice::code)
          .containsExactly(Notice.Code.PROFILE_UNKNOWN);
    }
  }

  @Nested
  class AProblem {
    @Test
    void ofAMissingSliceSaysWhatToAdd() {
      assertThat(Desk.problems(without("\"category\"")))
          .extracting(Problem::code, Problem::expression, Problem::message)
          .contains(
              tuple(
                  ErrorCode.ELEMENT_REQUIRED,
                  "Observation",
                  "Observation.category lacks what the profile calls VSCat: add one with"
                      + " coding.system http://terminology.hl7.org/CodeSystem/observation-category"
                      + " and coding.code vital-signs."));
    }

    @Test
    void ofARuleThatCannotBeEvaluatedTellsTheRuleAlone() {
      String json =
          Desk.example("Organization-clinic-gb-0001")
              .replaceFirst("\"start\": \"[0-9-]+\"", "\"start\": \" \"");
      assertThat(Desk.problems(json))
          .filteredOn(problem -> "per-1".equals(problem.rule()))
          .isNotEmpty()
          .allSatisfy(
              problem ->
                  assertThat(problem.message())
                      .startsWith("If present, start SHALL have a lower")
                      .doesNotContain("Cannot", "null"));
    }

    @Test
    void ofAClosedSlicingSaysWhatIsAllowed() {
      String json =
          Desk.example("Patient-patient-gb-1")
              .replace(
                  "\"identifier\": [",
                  "\"identifier\": [{\"system\":\"https://nhs.example\",\"value\":\"1\"},");
      assertThat(Desk.problems(json))
          .extracting(Problem::expression, Problem::message)
          .containsExactly(
              tuple(
                  "Patient.identifier[0]",
                  "This is none of those that the profile allows here: registryPseudonym (system "
                      + Canonical.REGISTRY_PSEUDONYM
                      + "), clinicPseudonym (system "
                      + Canonical.CLINIC_PSEUDONYM
                      + "). Correct it or leave it out."));
    }

    @Test
    void ofACodeListsTheCodes() {
      String json =
          Desk.example(HEART_RATE).replace("\"valueCode\": \"before\"", "\"valueCode\": \"early\"");
      assertThat(Desk.problems(json))
          .extracting(Problem::message)
          .containsExactly(
              "A code of the value set "
                  + Canonical.BASE
                  + "/ValueSet/session-timing-vs|"
                  + GuideDefinitions.version()
                  + " is needed here: before, during, after.");
    }

    @Test
    void ofAForeignExtensionIsAtTheExtension() {
      String json =
          Desk.example(HEART_RATE)
              .replace(
                  "\"extension\": [",
                  "\"extension\":"
                      + " [{\"url\":\"https://ehr.example/Jane\",\"valueString\":\"Doe\"},");
      assertThat(Desk.problems(json))
          .extracting(Problem::code, Problem::expression)
          .contains(tuple(ErrorCode.EXTENSION_UNKNOWN, "Observation.extension[0]"));
    }

    @Test
    void ofAReferenceInAChoiceIsFound() {
      String json =
          Desk.example("MedicationAdministration-administration-gb-1")
              .replaceFirst("\"reference\": \"Patient/[^\"]+\"", "\"reference\": \"Encounter/1\"");
      assertThat(Desk.problems(json))
          .extracting(Problem::code, Problem::expression)
          .contains(tuple(ErrorCode.REFERENCE_WRONG_TYPE, "MedicationAdministration.subject"));
    }

    @Test
    void ofAReferenceInAnExtensionIsFound() {
      String entry = "{\"fullUrl\":\"urn:uuid:%s\",\"resource\":%s,\"request\":%s}";
      String patient = "3f3af1ec-ebbd-4410-8b41-7ec0d27bbfcb";
      String event = "86f65e28-a754-41a7-8b2d-f9403615a6c4";
      String post = "{\"method\":\"POST\",\"url\":\"%s\"}";
      String json =
          "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
              + entry.formatted(
                  patient, Desk.example("Patient-patient-gb-1"), post.formatted("Patient"))
              + ","
              + entry.formatted(
                  event,
                  Desk.example("AdverseEvent-adverse-event-gb-3")
                      .replace("EpisodeOfCare/course-gb-1", "urn:uuid:" + patient),
                  post.formatted("AdverseEvent"))
              + "]}";
      assertThat(Desk.problems(json))
          .extracting(Problem::code, Problem::expression)
          .contains(
              tuple(ErrorCode.REFERENCE_WRONG_TYPE, "Bundle.entry[1].resource.extension[3].value"));
    }

    private String without(String element) {
      return Desk.example(HEART_RATE)
          .replaceFirst("(?s)" + element + ": \\[\\s*\\{.*?\\}\\s*\\]\\s*\\}\\s*\\],", "");
    }
  }

  @Nested
  class ABundle {
    @Test
    void isOrderedByItsReferences() {
      var validated = Desk.check(Desk.example("Bundle-submission-session"));
      assertThat(validated.entries()).hasSizeGreaterThan(5);
      assertThat(validated.entries().get(0).type()).isNotEqualTo("Observation");
    }

    @Test
    void thatRefersToNoEntryOfItsIsRefused() {
      String json = Desk.example("Bundle-submission-session");
      String fullUrl = json.replaceFirst("(?s).*?\"fullUrl\": \"([^\"]+)\".*", "$1");
      String dangling =
          json.replace("\"fullUrl\": \"" + fullUrl + "\"", "\"fullUrl\": \"urn:uuid:0\"");
      assertThat(Desk.problems(dangling))
          .extracting(Problem::code)
          .containsOnly(ErrorCode.REFERENCE_DANGLING);
    }

    @Test
    void ofTypeBatchHasEntriesThatStandForThemselves() {
      String batch =
          Desk.example("Bundle-submission-session").replace("\"transaction\"", "\"batch\"");
      assertThat(Desk.problems(batch))
          .extracting(Problem::code)
          .contains(ErrorCode.REFERENCE_DANGLING);
    }
  }

  @Nested
  class Narrative {
    private String narrative(String content) {
      return Desk.example(HEART_RATE)
          .replaceFirst(
              "\\{",
              "{\"text\":{\"status\":\"generated\",\"div\":\"<div"
                  + " xmlns='http://www.w3.org/1999/xhtml'>"
                  + content
                  + "</div>\"},");
    }

    @Test
    void isNotKeptAndThatIsTold() {
      Verdict verdict = Desk.verdict(narrative("Jane"));
      assertThat(verdict.problems()).isEmpty();
      assertThat(verdict.notices())
          .extracting(Notice::code)
          .containsExactly(Notice.Code.NARRATIVE_DROPPED);
      var kept = (DomainResource) Desk.check(narrative("Jane")).entries().get(0).resource();
      assertThat(kept.hasText()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<script>Jane</script>",
          "<jane/>",
          "<a href='javascript:Jane()'>x</a>",
          "<p jane='Jane'>x</p>",
          "<p>Jane",
          "&jane;"
        })
    void thatIsNoneIsRefusedWithoutARepetition(String content) {
      assertThat(Desk.problems(narrative(content)))
          .isNotEmpty()
          .allSatisfy(
              problem ->
                  assertThat(problem.message() + problem.expression())
                      .doesNotContainIgnoringCase("jane"));
    }
  }
}
