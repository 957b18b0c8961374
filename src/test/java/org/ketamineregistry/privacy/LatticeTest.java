package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.privacy.QuestionRefused.Reason;

/** What can be asked, and nothing else. */
class LatticeTest {
  @Nested
  class AQuestion {
    @Test
    void hasARowForEachCombinationOfBands() {
      Question question =
          Ask.about("patients-treated").only("sex", "female").by("substance", "route").question();
      assertThat(question.strata())
          .hasSize(5 * 9)
          .allSatisfy(stratum -> assertThat(stratum).hasSize(3).containsEntry("sex", "female"));
    }

    @Test
    void chargesTheSameCellHoweverItIsAskedFor() {
      Question one = Ask.about("sessions").only("sex", "female").only("setting", "AMB").question();
      Question other = Ask.about("sessions").by("setting").only("sex", "female").question();
      Question third = Ask.about("sessions").by("sex", "setting").question();
      assertThat(one.charges()).hasSize(1);
      assertThat(other.charges()).hasSize(4).containsAll(one.charges());
      assertThat(third.charges()).hasSize(16).containsAll(other.charges());
    }

    @Test
    void chargesAPopulationOnceThatSeveralGroupsHave() {
      Question question = Ask.about("consent-completeness").question();
      assertThat(question.indicator().groups()).hasSize(8);
      assertThat(question.charges()).hasSize(9);
    }

    @Test
    void dividesTheNumeratorAloneByWhatIsOfTheNumeratorAlone() {
      Question question = Ask.about("adverse-events").by("grade").question();
      assertThat(question.strata()).hasSize(6);
      assertThat(question.cells().stream().filter(cell -> cell.unit() == CountingUnit.SESSION))
          .singleElement()
          .satisfies(cell -> assertThat(cell.bands()).isEmpty());
      Indicator.Group group = question.indicator().groups().get(0);
      assertThat(question.dimensions(group, group.populations().get(0))).isEmpty();
      assertThat(question.dimensions(group, group.populations().get(1))).containsExactly("grade");
    }

    @Test
    void countsWithoutThoseLeftOut() {
      Question question = Ask.about("long-term-follow-up").question();
      assertThat(question.indicator().groups().get(0).populations())
          .allSatisfy(population -> assertThat(population.leftOut()).isNotNull());
    }

    @Test
    void hasTheYearOfItsPeriodAsTheOnlyBandOfTheYear() {
      assertThat(Ask.about("sessions").by("year").question().strata())
          .containsExactly(new TreeMap<>(Map.of("year", "2026")));
    }

    @Test
    void isOfAYearToo() {
      Question question = Ask.about("sessions").from("2025-01-01", "2025-12-31").question();
      assertThat(question.period().isYear()).isTrue();
    }

    @Test
    void isAnsweredOverTheLatestCut() {
      assertThat(Ask.about("sessions").question().cut().id()).isEqualTo(LocalDate.of(2026, 10, 26));
    }
  }

  @Nested
  class IsRefused {
    @Test
    void aboutWhatIsNotPublished() {
      refused(Ask.about("patients-by-postcode"), Reason.UNKNOWN_INDICATOR);
    }

    @Test
    void fromFurtherAwayThanIsPublished() {
      refused(Ask.about("submission-completeness"), Reason.NOT_FOR_THE_ASKER);
      assertThat(Ask.about("submission-completeness").as(Scope.NETWORK).by("sex").question())
          .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic", "postcode", "setting", "birth-date", ""})
    void byADimensionThatTheIndicatorDoesNotHave(String dimension) {
      refused(Ask.about("patients-treated").by(dimension), Reason.UNKNOWN_DIMENSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"44-45", "45-54' or '1'='1", "45-54,55-64", "*", ""})
    void byABandThatIsNotPublished(String band) {
      refused(Ask.about("patients-treated").only("age-band", band), Reason.UNKNOWN_BAND);
    }

    @Test
    void byMoreThanThreeDimensions() {
      refused(
          Ask.about("patients-treated")
              .by("sex", "age-band")
              .only("route", "47625008")
              .by("substance"),
          Reason.TOO_MANY_DIMENSIONS);
    }

    @Test
    void byADimensionTwice() {
      refused(
          Ask.about("patients-treated").only("sex", "female").by("sex"), Reason.DIMENSION_TWICE);
      refused(Ask.about("patients-treated").by("sex", "sex"), Reason.DIMENSION_TWICE);
    }

    @Test
    void withoutADimensionThatItSaysNothingWithout() {
      refused(Ask.about("response").by("sex"), Reason.DIMENSION_MISSING);
      refused(Ask.about("sessions").by("dose-band", "route"), Reason.DIMENSION_MISSING);
      assertThat(Ask.about("sessions").by("dose-band", "route", "substance").question())
          .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
      "2026-07-02, 2026-09-30", "2026-07-01, 2026-09-29", "2026-01-01, 2026-06-30",
      "2026-08-01, 2026-10-31", "2025-04-01, 2026-03-31", "2026-09-30, 2026-07-01",
      "2025-01-01, 2026-12-31", "2026-07-01, 2026-07-01"
    })
    void aboutAPeriodThatIsNoQuarterAndNoYear(String start, String end) {
      refused(Ask.about("sessions").from(start, end), Reason.PERIOD_NOT_PUBLISHED);
    }

    @Test
    void aboutAPeriodThatIsNotOverEverywhereBeforeTheLatestCut() {
      refused(Ask.about("sessions").from("2026-10-01", "2026-12-31"), Reason.PERIOD_NOT_CLOSED);
      refused(Ask.about("sessions").at("2026-10-03T00:00:00Z"), Reason.PERIOD_NOT_CLOSED);
      assertThat(Ask.about("sessions").at("2026-10-05T02:00:00Z").question().cut().id())
          .isEqualTo(LocalDate.of(2026, 10, 5));
    }

    @Test
    void inWordsThatRepeatNothingThatWasSent() {
      QuestionRefused refused =
          catchThrowableOfType(
              QuestionRefused.class,
              () -> Ask.about("patients-treated").only("sex", "Jane Roe").question());
      assertThat(refused.words()).doesNotContain("Jane").contains("female, male, other, unknown");
    }

    private void refused(Ask ask, Reason reason) {
      assertThatThrownBy(ask::question)
          .isInstanceOfSatisfying(
              QuestionRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
  }

  @Nested
  class WiderStrata {
    @Test
    void areThoseThatCanBeAskedFor() {
      assertThat(wider("sessions", "route", "substance", "dose-band"))
          .containsExactlyInAnyOrder(
              Set.of("route", "substance"), Set.of("route"), Set.of("substance"), Set.of());
      assertThat(wider("response", "instrument", "sex")).containsExactly(Set.of("instrument"));
    }

    private List<Set<String>> wider(String indicator, String... dimensions) {
      SortedMap<String, String> bands = new TreeMap<>();
      for (String dimension : dimensions) {
        bands.put(dimension, "any");
      }
      Indicator known = Ask.LATTICE.indicator(indicator).orElseThrow();
      return Ask.LATTICE.widerStrata(known.groups().get(0), bands).stream()
          .map(wider -> Set.copyOf(wider.keySet()))
          .toList();
    }
  }

  @Nested
  class AFile {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "nonsense",
          "dimension | sex",
          "group | none | g | sex",
          "indicator | i | sum | public",
          "indicator | i | cohort | everybody",
          "population | i | g | numerator | patient | A.b |"
        })
    void withALineThatIsNoneIsRefused(String line) {
      assertThatThrownBy(() -> Lattice.of(line)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
