package org.ketamineregistry.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.privacy.Asking;
import org.ketamineregistry.privacy.CellKeys;
import org.ketamineregistry.privacy.Counted;
import org.ketamineregistry.privacy.CutSchedule;
import org.ketamineregistry.privacy.Population;
import org.ketamineregistry.privacy.Population.Role;
import org.ketamineregistry.privacy.PrivacyParameters;
import org.ketamineregistry.privacy.Protection;
import org.ketamineregistry.privacy.Question;
import org.ketamineregistry.privacy.ReleasedAnswer;
import org.ketamineregistry.privacy.Scope;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.store.CountedUnits;

/** What the store counts is what protection protects, unit by unit. */
class CensusTest {
  private static final CellKeys KEYS =
      CellKeys.of("a secret of the test, thirty-two bytes".getBytes(StandardCharsets.UTF_8));
  private static final PublishedMeasures PUBLISHED = published();

  private static PublishedMeasures published() {
    try {
      return PublishedMeasures.of(
          new AnswerConfiguration().lattice(), GuideDefinitions.get().guide());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyUnitCountsOnceInTheBandsOfItsPerson() {
    Question question = question("adverse-events", "sex");
    List<CountedUnits> units =
        List.of(
            units("denominator", "one", "female", "s1", "s2"),
            units("denominator", "two", "male", "s3"),
            units("denominator", "three", null, "s4"),
            units("numerator", "one", "female", "e1"));

    Map<Population, Counted> counted = Census.of(question, units, KEYS);

    assertThat(exact(question, counted, Role.DENOMINATOR, "female")).isEqualTo(2);
    assertThat(exact(question, counted, Role.DENOMINATOR, "male")).isEqualTo(1);
    // What the record does not say is a band of its own.
    assertThat(exact(question, counted, Role.DENOMINATOR, "unknown")).isEqualTo(1);
    assertThat(exact(question, counted, Role.NUMERATOR, "female")).isEqualTo(1);
    assertThat(exact(question, counted, Role.NUMERATOR, "male")).isZero();
  }

  @Test
  void everyIndicatorOfTheLatticeIsAMeasureWithThatGroup() {
    for (String indicator : PUBLISHED.lattice().indicators()) {
      assertThat(PUBLISHED.lattice().indicator(indicator).orElseThrow().groups())
          .extracting(group -> group.id())
          .containsExactlyElementsOf(
              PUBLISHED.measure(indicator).getGroup().stream()
                  .map(group -> group.getCode().getCodingFirstRep().getCode())
                  .toList());
    }
  }

  /**
   * Over many cells that are large enough to be shown always, what is released is the exact count
   * on average: the standard error of the mean of 400 draws of standard deviation 2 is 0.1.
   */
  @Test
  void releasedCountsAreUnbiased() {
    var random = new Random(20261126);
    var protection = new Protection(PrivacyParameters.defaults(), KEYS);
    Question question = question("patients-treated");
    double sum = 0;
    double squares = 0;
    int cells = 400;
    for (int cell = 0; cell < cells; cell++) {
      int persons = 40 + random.nextInt(60);
      List<CountedUnits> units = new ArrayList<>();
      for (int i = 0; i < persons; i++) {
        String person = "person " + random.nextLong();
        units.add(
            new CountedUnits(
                "patients",
                "initial-population",
                person,
                "clinic " + i % 5,
                List.of(),
                List.of(person)));
      }
      Map<Population, Counted> counted = Census.of(question, units, KEYS);
      ReleasedAnswer answer = protection.release(question, counted::get);
      long released = answer.rows().get(0).count(Role.INITIAL_POPULATION).value().orElseThrow();
      sum += released - persons;
      squares += (double) (released - persons) * (released - persons);
    }
    assertThat(sum / cells).isCloseTo(0, within(0.35));
    assertThat(squares / cells).isCloseTo(4, within(1.0));
  }

  /** As after a restart: the same secret makes the same noise, and another one another. */
  @Test
  void theNoiseIsOfTheSecretAlone() {
    assertThat(released("a secret of the test, thirty-two bytes"))
        .isEqualTo(released("a secret of the test, thirty-two bytes"))
        .isNotEqualTo(released("another secret of the test, of more bytes"));
  }

  private static List<Long> released(String secret) {
    CellKeys keys = CellKeys.of(secret.getBytes(StandardCharsets.UTF_8));
    Question question = question("sessions", "sex");
    List<CountedUnits> units = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      units.add(
          new CountedUnits(
              "sessions",
              "initial-population",
              "person " + i,
              "clinic " + i % 7,
              List.of(i % 2 == 0 ? "female" : "male"),
              List.of("session " + i)));
    }
    Map<Population, Counted> counted = Census.of(question, units, keys);
    return new Protection(PrivacyParameters.defaults(), keys)
        .release(question, counted::get).rows().stream()
            .map(row -> row.count(Role.INITIAL_POPULATION).value().orElse(-1))
            .toList();
  }

  private static long exact(
      Question question, Map<Population, Counted> counted, Role role, String sex) {
    Population population =
        question.indicator().groups().get(0).populations().stream()
            .filter(one -> one.role() == role)
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(counted.get(population)).forSteward(Map.of("sex", sex)).count();
  }

  private static CountedUnits units(
      String population, String person, @Nullable String sex, String... ids) {
    return new CountedUnits(
        "adverse-events", population, person, "clinic", Arrays.asList(sex), List.of(ids));
  }

  private static Question question(String indicator, String... stratifiers) {
    return PUBLISHED
        .lattice()
        .question(
            new Asking(
                indicator,
                LocalDate.parse("2026-07-01"),
                LocalDate.parse("2026-09-30"),
                Map.of(),
                List.of(stratifiers),
                Scope.PUBLIC),
            CutSchedule.weekly(),
            Instant.parse("2026-11-26T12:00:00Z"));
  }
}
