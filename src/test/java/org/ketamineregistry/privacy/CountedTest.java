package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ketamineregistry.privacy.CountingUnit.PATIENT;
import static org.ketamineregistry.privacy.CountingUnit.SESSION;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is counted exactly, and that it tells nobody. */
class CountedTest {
  private static final Map<String, String> FEMALE = Map.of("sex", "female");
  private static final Map<String, String> MALE = Map.of("sex", "male");

  @Nested
  class ACell {
    @Test
    void countsAPersonOfTwoClinicsOnceWithOneKey() {
      Tally tally =
          Counted.of(
                  PATIENT,
                  List.of(
                      Contribution.ofPerson(7, "a", FEMALE),
                      Contribution.ofPerson(7, "b", FEMALE),
                      Contribution.ofPerson(9, "a", FEMALE)))
              .tally(Map.of(), 1);
      assertThat(tally).isEqualTo(new Tally(2, 2, 16, 16, 2));
    }

    @Test
    void capsWhatOnePersonContributesOverAllClinicsAndKeepsAllKeys() {
      Tally tally =
          Counted.of(
                  SESSION,
                  List.of(
                      new Contribution(7, "a", 4, 100, FEMALE),
                      new Contribution(7, "b", 4, 200, FEMALE),
                      new Contribution(9, "a", 2, 400, MALE)))
              .tally(Map.of(), 5);
      assertThat(tally).isEqualTo(new Tally(2, 7, 16, 700, 2));
    }

    @Test
    void isThoseInItsBands() {
      Counted counted =
          Counted.of(
              PATIENT,
              List.of(
                  Contribution.ofPerson(1, "a", FEMALE),
                  Contribution.ofPerson(2, "a", MALE),
                  Contribution.ofPerson(3, "a", MALE)));
      assertThat(counted.tally(MALE, 1).persons()).isEqualTo(2);
      assertThat(counted.between(Map.of(), MALE).persons()).isEqualTo(1);
      assertThat(counted.hasBetween(Map.of(), MALE, 1)).isTrue();
      assertThat(counted.hasBetween(Map.of(), MALE, 2)).isFalse();
    }

    @Test
    void isRefusedWhereSomethingWasCountedWithoutABand() {
      Counted counted = Counted.of(PATIENT, List.of(Contribution.ofPerson(1, "a", Map.of())));
      assertThatThrownBy(() -> counted.tally(FEMALE, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("sex");
    }
  }

  @Test
  void tellsNobodyWhatItHolds() {
    Counted counted = Counted.of(PATIENT, List.of(Contribution.ofPerson(1, "a", FEMALE)));
    assertThat(counted).hasToString("a population of patients");
    assertThat(
            Arrays.stream(Counted.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName))
        .containsExactlyInAnyOrder("of", "forSteward", "toString");
  }

  @Test
  void tellsTheStewardExactly() {
    Counted counted = Counted.of(SESSION, List.of(new Contribution(7, "a", 40, 100, FEMALE)));
    assertThat(counted.forSteward(FEMALE)).isEqualTo(new ExactFigure(SESSION, 1, 40));
    assertThat(counted.forSteward(MALE)).isEqualTo(new ExactFigure(SESSION, 0, 0));
  }
}
