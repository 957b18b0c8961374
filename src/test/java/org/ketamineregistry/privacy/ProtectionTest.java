package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ketamineregistry.privacy.CountingUnit.ADVERSE_EVENT;
import static org.ketamineregistry.privacy.CountingUnit.PATIENT;
import static org.ketamineregistry.privacy.CountingUnit.SESSION;
import static org.ketamineregistry.privacy.Population.Role.DENOMINATOR;
import static org.ketamineregistry.privacy.Population.Role.INITIAL_POPULATION;
import static org.ketamineregistry.privacy.Population.Role.NUMERATOR;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.privacy.Population.Role;

/** What is released of what was counted, and what is withheld. */
class ProtectionTest {
  private static final String TREATED = "Patient Treated in Period";
  private static final String UNDER_TREATMENT = "Patient under Treatment in Period";
  private static final Map<String, String> FEMALE = Map.of("sex", "female");
  private static final Map<String, String> MALE = Map.of("sex", "male");

  @Nested
  class ACount {
    @Test
    void isPerturbedWithinTheBounds() {
      Set<Long> seen = new HashSet<>();
      for (int seed = 0; seed < 300; seed++) {
        long value = treated(new Town(seed).addPatients(TREATED, 0, 100, FEMALE)).orElseThrow();
        assertThat(value).isBetween(92L, 108L);
        seen.add(value);
      }
      assertThat(seen).hasSizeGreaterThan(9);
    }

    @Test
    void isTheSameAfterARestartAndHoweverItIsAskedFor() {
      Town town =
          new Town(1).addPatients(TREATED, 0, 80, FEMALE).addPatients(TREATED, 80, 160, MALE);
      OptionalLong once =
          count(town.answer(Ask.about("patients-treated").only("sex", "female")).rows().get(0));
      assertThat(once).isPresent();
      for (int restart = 0; restart < 3; restart++) {
        town.restart();
        assertThat(count(town.answer(Ask.about("patients-treated").by("sex")).rows().get(0)))
            .isEqualTo(once);
      }
    }

    @Test
    void isTheSameOverEveryCutWhileTheMembersAre() {
      Town town = new Town(1).addPatients(TREATED, 0, 80, FEMALE);
      assertThat(treated(town, Ask.about("patients-treated").at("2026-11-10T00:00:00Z")))
          .isEqualTo(treated(town, Ask.about("patients-treated").at("2027-11-10T00:00:00Z")));
    }

    @Test
    void ofNobodyLooksLikeOneOfAFew() {
      for (int persons = 0; persons <= 2; persons++) {
        ReleasedRow row =
            new Town(persons)
                .addPatients(TREATED, 0, persons, FEMALE)
                .answer(Ask.about("patients-treated"))
                .rows()
                .get(0);
        ReleasedCount count = row.count(INITIAL_POPULATION);
        assertThat(count.value()).isEmpty();
        assertThat(count.withholding()).contains(Withholding.PROTECTED);
        assertThat(count.noiseVariance()).isEqualTo(4);
        assertThat(count.interval()).isEmpty();
        assertThat(count).hasToString("protected");
      }
    }

    @Test
    void isNeverUnderTheThresholdAndNeverOfLessThanThree() {
      for (int seed = 0; seed < 400; seed++) {
        OptionalLong value = treated(new Town(seed).addPatients(TREATED, 0, seed % 25, FEMALE));
        value.ifPresent(shown -> assertThat(shown).isGreaterThanOrEqualTo(11));
        if (seed % 25 < 3) {
          assertThat(value).isEmpty();
        }
      }
    }

    @Test
    void isWithheldWhereItComesFromTooFewClinics() {
      Town town = new Town(1);
      for (int i = 0; i < 100; i++) {
        town.add(TREATED, PATIENT, "p" + i, "clinic-" + i % 2, 1, FEMALE);
      }
      assertThat(treated(town)).isEmpty();
      town.add(TREATED, PATIENT, "p100", "clinic-2", 1, FEMALE);
      assertThat(treated(town)).isPresent();
    }
  }

  @Nested
  class EventsAreCounted {
    @Test
    void withEachPersonsContributionCappedAndTheNoiseScaledToIt() {
      Set<Long> remainders = new HashSet<>();
      for (int seed = 0; seed < 60; seed++) {
        Town town = new Town(seed);
        for (int i = 0; i < 50; i++) {
          town.add("Treated Sessions in Period", SESSION, "p" + i, i == 0 ? 500 : 4, FEMALE);
        }
        ReleasedCount count =
            town.answer(Ask.about("sessions")).rows().get(0).count(INITIAL_POPULATION);
        long exact = 12 + 49 * 4;
        assertThat(count.value().orElseThrow()).isBetween(exact - 96, exact + 96);
        assertThat(count.noiseVariance()).isEqualTo(144 * 4);
        remainders.add(count.value().orElseThrow() % 12);
      }
      // Noise in steps of the cap would leave the remainder of the count exact.
      assertThat(remainders).hasSize(12);
    }

    @Test
    void butNotWhereTheyAreThoseOfTooFewPersons() {
      Town town = new Town(1);
      for (int i = 0; i < 2; i++) {
        town.add("Treated Sessions in Period", SESSION, "p" + i, "clinic-a", 12, FEMALE);
        town.add("Treated Sessions in Period", SESSION, "p" + i, "clinic-b", 12, FEMALE);
        town.add("Treated Sessions in Period", SESSION, "p" + i, "clinic-c", 12, FEMALE);
      }
      assertThat(count(town.answer(Ask.about("sessions")).rows().get(0))).isEmpty();
    }

    @Test
    void perHundredSessionsAlsoWhereThereAreMoreThanOneForEach() {
      Town town = new Town(1);
      for (int i = 0; i < 100; i++) {
        town.add("Treated Sessions in Period", SESSION, "p" + i, 2, FEMALE);
        town.add("Adverse Events", ADVERSE_EVENT, "p" + i, 5, FEMALE);
      }
      ReleasedRow row = town.answer(Ask.about("adverse-events")).rows().get(0);
      assertThat(row.count(NUMERATOR).noiseVariance()).isEqualTo(25 * 4);
      assertThat(row.score().orElseThrow().value().orElseThrow())
          .isEqualTo(value(row, NUMERATOR) / (double) value(row, DENOMINATOR))
          .isGreaterThan(1.5);
    }
  }

  @Nested
  class AProportion {
    @Test
    void isComputedFromWhatIsReleased() {
      ReleasedRow row = cravingAmong(400, 100, 3);
      ReleasedScore score = row.score().orElseThrow();
      assertThat(score.value().orElseThrow())
          .isEqualTo(value(row, NUMERATOR) / (double) value(row, DENOMINATOR));
      assertThat(score.interval())
          .hasValueSatisfying(
              interval -> assertThat(interval.low()).isBetween(0.15, score.value().orElseThrow()));
    }

    @Test
    void isWithheldWithItsNumeratorWhereNearlyEverybodyHasIt() {
      for (int without : new int[] {0, 1, 2}) {
        assertNumeratorIsHidden(cravingAmong(400, 400 - without, without));
      }
      assertNumeratorIsHidden(cravingAmong(2_000, 1_985, 1));
    }

    @Test
    void isWithheldWithItsNumeratorWhereNearlyNobodyHasIt() {
      assertNumeratorIsHidden(cravingAmong(2_000, 25, 1));
      assertNumeratorIsHidden(cravingAmong(400, 0, 1));
    }

    @Test
    void thatWouldBeOverOneIsWithheld() {
      // Numerator and denominator are perturbed independently; all but one are in both.
      for (int seed = 0; seed < 50; seed++) {
        assertNumeratorIsHidden(cravingAmong(30, 29, seed));
      }
    }

    @Test
    void saysWhyItIsWithheld() {
      assertThat(cravingAmong(400, 400, 1).score().orElseThrow().withholding())
          .contains(Withholding.PART_WITHHELD);
      assertThat(cravingAmong(400, 100, 1).score().orElseThrow().withholding()).isEmpty();
    }

    @Test
    void hidesItsNumeratorInEveryGroupOfTheAnswer() {
      Town town = new Town(1);
      for (int i = 0; i < 400; i++) {
        town.add("Patient Treated Repeatedly in Period", PATIENT, "p" + i, 1, FEMALE);
        if (i > 0) {
          town.add("Patient with Liver Function Measured in Period", PATIENT, "p" + i, 1, FEMALE);
        }
        if (i < 100) {
          town.add("Patient with Raised Liver Enzyme in Period", PATIENT, "p" + i, 1, FEMALE);
        }
      }
      List<ReleasedRow> rows = town.answer(Ask.about("liver-function")).rows();
      assertThat(rows).extracting(ReleasedRow::group).containsExactly("measured", "raised");
      assertThat(rows.get(0).count(DENOMINATOR).value()).isPresent();
      assertThat(rows.get(0).count(NUMERATOR).value()).isEmpty();
      assertThat(rows.get(1).count(DENOMINATOR).value()).isEmpty();
      assertThat(rows.get(1).score().orElseThrow().value()).isEmpty();
    }

    private void assertNumeratorIsHidden(ReleasedRow row) {
      assertThat(row.count(DENOMINATOR).value()).isPresent();
      assertThat(row.count(NUMERATOR).value()).isEmpty();
      assertThat(row.score().orElseThrow().value()).isEmpty();
      assertThat(row.score().orElseThrow().interval()).isEmpty();
    }
  }

  @Nested
  class ANarrowerCell {
    @Test
    void isShownAsTheWiderOneWhereNobodyOrFewAreBetweenThem() {
      for (int few = 0; few <= 2; few++) {
        Town town =
            new Town(5)
                .addPatients(TREATED, 0, 200, FEMALE)
                .addPatients(TREATED, 200, 200 + few, MALE);
        List<ReleasedRow> rows = town.answer(Ask.about("patients-treated").by("sex")).rows();
        assertThat(rows.get(0).bands()).containsExactlyEntriesOf(FEMALE);
        assertThat(rows.get(0).shown()).isEmpty();
        assertThat(count(rows.get(0))).isEqualTo(treated(town));
        assertThat(count(rows.get(1))).isEmpty();
      }
    }

    @Test
    void isShownForItselfWhereManyAreBetweenThem() {
      Town town =
          new Town(5).addPatients(TREATED, 0, 200, FEMALE).addPatients(TREATED, 200, 240, MALE);
      List<ReleasedRow> rows = town.answer(Ask.about("patients-treated").by("sex")).rows();
      assertThat(rows.get(0).shown()).containsExactlyEntriesOf(FEMALE);
      assertThat(rows.get(1).shown()).containsExactlyEntriesOf(MALE);
    }

    @Test
    void ofSessionsIsJudgedByThePersonsOfTheSessionsBetween() {
      Town town = new Town(5);
      for (int i = 0; i < 100; i++) {
        town.add("Treated Sessions in Period", SESSION, "p" + i, 6, Map.of("setting", "AMB"));
      }
      // One person had sessions on a ward too, as many as the threshold.
      town.add("Treated Sessions in Period", SESSION, "p0", 11, Map.of("setting", "IMP"));
      assertThat(town.answer(Ask.about("sessions").only("setting", "AMB")).rows().get(0).shown())
          .isEmpty();
    }

    @Test
    void isNotWidenedOverADimensionThatMustNotBeMixed() {
      Town town = new Town(5);
      for (int i = 0; i < 100; i++) {
        Map<String, String> bands = Map.of("instrument", "madrs-total", "sex", "female");
        for (String group : List.of("24 Hours", "3 Days", "7 Days", "14 Days")) {
          town.add("Compared at " + group, CountingUnit.SCORE, "p" + i, 1, bands);
        }
      }
      ReleasedRow row =
          town.answer(Ask.about("response").by("instrument").only("sex", "female")).rows().get(0);
      assertThat(row.shown()).containsExactly(Map.entry("instrument", "madrs-total"));
    }

    @Test
    void takesNumeratorAndDenominatorWithIt() {
      Town town = new Town(5);
      for (int i = 0; i < 300; i++) {
        Map<String, String> bands = i < 150 ? FEMALE : MALE;
        town.add(UNDER_TREATMENT, PATIENT, "p" + i, 1, bands);
        if (i < 50) {
          town.add(CRAVING, PATIENT, "p" + i, 1, bands);
        }
      }
      // No man has it: the women's numerator is that of all, and is shown with the denominator of
      // all.
      ReleasedRow women = town.answer(Ask.about("craving-and-misuse").by("sex")).rows().get(0);
      ReleasedRow all = town.answer(Ask.about("craving-and-misuse")).rows().get(0);
      assertThat(women.shown()).isEmpty();
      assertThat(value(women, NUMERATOR)).isEqualTo(value(all, NUMERATOR));
      assertThat(value(women, DENOMINATOR)).isEqualTo(value(all, DENOMINATOR));
    }
  }

  @Nested
  class IsRefused {
    @Test
    void whereAnotherUnitWasCounted() {
      assertThatThrownBy(
              () ->
                  new Protection(PrivacyParameters.defaults(), Keys.of(1))
                      .release(
                          Ask.about("patients-treated").question(),
                          population -> Counted.of(SESSION, List.of())))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anAnswerSaysItsCutItsThresholdAndWhetherAllIsWithheld() {
    ReleasedAnswer shown =
        new Town(1).addPatients(TREATED, 0, 50, FEMALE).answer(Ask.about("patients-treated"));
    assertThat(shown.cut().id()).isEqualTo("2026-10-26");
    assertThat(shown.threshold()).isEqualTo(11);
    assertThat(shown.isWithheld()).isFalse();
    assertThat(new Town(1).answer(Ask.about("patients-treated")).isWithheld()).isTrue();
  }

  private static final String CRAVING = "Patient with Craving or Misuse in Period";

  private static ReleasedRow cravingAmong(int all, int with, long seed) {
    return new Town(seed)
        .addPatients(UNDER_TREATMENT, 0, all, FEMALE)
        .addPatients(CRAVING, 0, with, FEMALE)
        .answer(Ask.about("craving-and-misuse"))
        .rows()
        .get(0);
  }

  private static OptionalLong treated(Town town) {
    return treated(town, Ask.about("patients-treated"));
  }

  private static OptionalLong treated(Town town, Ask ask) {
    return count(town.answer(ask).rows().get(0));
  }

  private static OptionalLong count(ReleasedRow row) {
    return row.count(INITIAL_POPULATION).value();
  }

  private static long value(ReleasedRow row, Role role) {
    return row.count(role).value().orElseThrow();
  }
}
