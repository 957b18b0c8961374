package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.consent.SharingDecision;
import org.ketamineregistry.store.Counting;

/** Who is counted follows from the patients' decisions at the moment of counting (R16, R20). */
class CountedPersonsIT {
  /** The SQL decides as {@link SharingDecision} does. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void decisionsCountAsTheyAreAtTheMoment(long seed) {
    var persons = new SharingPersons(seed);
    var indicators = persons.database().indicators();
    for (Counting counting : SharingPersons.countings()) {
      assertThat(SharingPersons.counted(indicators, counting))
          .as("seed %d, %s", seed, counting)
          .containsExactlyElementsOf(persons.expected(counting));
    }
  }

  @Test
  void whatIsHeldForDrugSafetyAloneCountsNowhere() {
    var persons = new SharingPersons(1);
    var all = LoadedCohort.quarter("2026-04-01", "2026-06-30");
    assertThat(SharingPersons.counted(persons.database().indicators(), all)).hasSize(60);

    persons.database().change("UPDATE registry.record SET safety_only = true");

    assertThat(SharingPersons.counted(persons.database().indicators(), all)).isEmpty();
  }
}
