package org.ketamineregistry.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ketamineregistry.network.Answers.answer;
import static org.ketamineregistry.network.Answers.bare;
import static org.ketamineregistry.network.Answers.counted;
import static org.ketamineregistry.network.Answers.divided;
import static org.ketamineregistry.network.Answers.population;
import static org.ketamineregistry.network.Answers.report;
import static org.ketamineregistry.network.Answers.stratum;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.privacy.Indicator.Scoring;
import org.ketamineregistry.privacy.PooledCount;
import org.ketamineregistry.privacy.Population.Role;

/** What members sent is read, checked and merged; the answer says what is in it. */
class MergeTest {
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final NetworkQuestion PATIENTS = Answers.patients();
  private static final NetworkQuestion BY_SEX = Answers.patients("sex");
  private static final NetworkQuestion RATE =
      Answers.question("stopped-infusions", Scoring.PROPORTION);

  @Nested
  class ACount {
    @Test
    void isTheSumOverTheMembers() {
      MergedAnswer merged = merged(PATIENTS, counted("complete", 100), counted("complete", 50));
      assertThat(merged.rows())
          .singleElement()
          .extracting(ACount::patients)
          .isEqualTo(new PooledCount(150, false, 2, 0, 8));
      assertThat(merged.isPartial()).isFalse();
      assertThat(merged.mayOverlap()).isTrue();
    }

    @Test
    void isALowerBoundWithAMemberThatWithholds() {
      for (String withheld : List.of(counted("withheld", null), bare("withheld"))) {
        MergedAnswer merged = merged(PATIENTS, counted("complete", 100), withheld);
        assertThat(merged.rows())
            .singleElement()
            .extracting(ACount::patients)
            .matches(count -> count.lowerBound() && count.value() == 100 && count.withheld() == 1);
        assertThat(json(merged)).contains("lower-bound");
      }
    }

    @Test
    void isNotBoundedByAMemberWithoutData() {
      MergedAnswer merged = merged(PATIENTS, counted("complete", 100), bare("no-data"));
      assertThat(merged.rows())
          .singleElement()
          .extracting(ACount::patients)
          .isEqualTo(new PooledCount(100, false, 1, 0, 4));
      assertThat(merged.isPartial()).isFalse();
      assertThat(merged.mayOverlap()).isFalse();
    }

    @Test
    void isNeverZeroWhereEverybodyWithholds() {
      String json = json(merged(PATIENTS, counted("withheld", null), counted("withheld", null)));
      assertThat(json).contains("masked").doesNotContain("\"count\"");
    }

    private static PooledCount patients(MergedAnswer.Row row) {
      return Objects.requireNonNull(row.counts().get(Role.INITIAL_POPULATION));
    }
  }

  @Test
  void aStratumThatOneMemberLacksIsALowerBound() {
    MergedAnswer merged =
        merged(
            BY_SEX,
            answer(
                "withheld",
                report(
                    "patients-treated",
                    divided(
                        "sex",
                        stratum("female", population("initial-population", 60)),
                        stratum("male", population("initial-population", 40))))),
            answer(
                "withheld",
                report(
                    "patients-treated",
                    divided("sex", stratum("female", population("initial-population", 30))))));
    assertThat(merged.rows())
        .extracting(MergedAnswer.Row::bands)
        .containsExactly(sorted("sex", "female"), sorted("sex", "male"));
    assertThat(merged.rows())
        .extracting(row -> row.counts().get(Role.INITIAL_POPULATION))
        .containsExactly(new PooledCount(90, false, 2, 0, 8), new PooledCount(40, true, 1, 1, 4));
  }

  @Test
  void aProportionIsComputedAnewAndItsHeterogeneityIsShown() {
    MergedAnswer merged = merged(RATE, rate(30, 100), rate(30, 1_000));
    var score = merged.rows().get(0).score().orElseThrow();
    assertThat(score.value()).isCloseTo(60 / 1_100.0, within(1e-12));
    assertThat(score.heterogeneity().orElseThrow().iSquared()).isGreaterThan(0.5);
    assertThat(json(merged)).contains("interval-95", "iSquared", "noise-variance");
  }

  @Test
  void aPartialAnswerSaysSoInItsFirstLines() {
    MergedAnswer merged =
        Merge.of(
            PATIENTS,
            List.of(
                part("gb", read(PATIENTS, counted("complete", 100))),
                part("fr", MemberAnswer.of(MemberStatus.TIMED_OUT))));
    String json =
        FHIR.newJsonParser()
            .setPrettyPrint(true)
            .encodeResourceToString(MergedReport.of(merged, true));
    assertThat(String.join("\n", json.lines().limit(9).toList()))
        .contains("Partial answer: 1 of 2 members", "fr (timed-out)");
    assertThat(json).contains("\"pending\"");
  }

  /** A count of nobody is not released, a count without its noise is not known. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"resourceType\":\"Patient\"}",
        "{\"resourceType\":\"Parameters\"}",
        "STATUS unheard-of",
        "STATUS complete",
        "COUNT 0",
        "COUNT -5",
        "NOISELESS",
        "MEASURE",
        "PERIOD",
        "STRATUM",
        "TWICE"
      })
  void whatIsNoAnswerIsNotTaken(String what) {
    String good = counted("complete", 100);
    String sent =
        switch (what.split(" ")[0]) {
          case "STATUS" -> bare(what.substring(7));
          case "COUNT" -> counted("complete", Integer.parseInt(what.substring(6)));
          case "NOISELESS" -> good.replace("noise-variance", "something");
          case "MEASURE" -> good.replace("Measure/patients-treated", "Measure/sessions");
          case "PERIOD" -> good.replace("2026-03-31", "2026-12-31");
          case "STRATUM" ->
              answer(
                  "complete",
                  report(
                      "patients-treated",
                      divided("sex", stratum("male", population("initial-population", 40)))));
          case "TWICE" ->
              good.replace(
                  "\"group\":[",
                  "\"group\":[{\"id\":\"patients-treated\",\"population\":["
                      + population("initial-population", 7)
                      + "]},");
          default -> what;
        };
    NetworkQuestion question = what.equals("STRATUM") ? Answers.patients("route") : PATIENTS;
    assertThatThrownBy(() -> new AnswerReader(FHIR).read(sent, question))
        .isInstanceOf(NotAnAnswer.class);
  }

  private static String rate(int numerator, int denominator) {
    return answer(
        "complete",
        report(
            "stopped-infusions",
            "{\"population\":["
                + population("denominator", denominator)
                + ","
                + population("numerator", numerator)
                + "]}"));
  }

  private static MergedAnswer merged(NetworkQuestion question, String... answers) {
    List<MergedAnswer.Part> parts = new ArrayList<>();
    for (String answer : answers) {
      parts.add(part("member-" + parts.size(), read(question, answer)));
    }
    return Merge.of(question, parts);
  }

  private static MergedAnswer.Part part(String member, MemberAnswer answer) {
    return new MergedAnswer.Part(member, answer, false);
  }

  private static MemberAnswer read(NetworkQuestion question, String answer) {
    try {
      return new AnswerReader(FHIR).read(answer, question);
    } catch (NotAnAnswer e) {
      throw new AssertionError(e.words(), e);
    }
  }

  private static String json(MergedAnswer merged) {
    return FHIR.newJsonParser().encodeResourceToString(MergedReport.of(merged, false));
  }

  private static SortedMap<String, String> sorted(String key, String value) {
    return new TreeMap<>(Map.of(key, value));
  }
}
