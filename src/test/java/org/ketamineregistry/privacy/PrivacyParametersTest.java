package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters are a registry's own, within ranges that protect. */
class PrivacyParametersTest {
  @ParameterizedTest
  @CsvSource({
    "4, 2, 1, 3, 0.02, 20000", "101, 8, 4, 3, 0.02, 20000", "11, 10, 4, 3, 0.02, 20000",
    "11, 1, 0.2, 3, 0.02, 20000", "11, 8, 0.9, 3, 0.02, 20000", "11, 8, 16.1, 3, 0.02, 20000",
    "11, 8, NaN, 3, 0.02, 20000", "11, 8, 4, 0, 0.02, 20000", "11, 8, 4, 11, 0.02, 20000",
    "11, 8, 4, 3, -0.01, 20000", "11, 8, 4, 3, 0.21, 20000", "11, 8, 4, 3, 0.02, 99"
  })
  void areRefusedOutOfRange(
      int threshold, int noise, double variance, int clinics, double margin, int cells) {
    assertThatThrownBy(
            () ->
                new PrivacyParameters(
                    threshold,
                    noise,
                    variance,
                    Map.of(),
                    clinics,
                    margin,
                    cells,
                    CutSchedule.weekly()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be from");
  }

  @Test
  void haveACapForEveryUnitOfWhichThatOfPatientsIsOne() {
    assertThat(PrivacyParameters.defaults().caps().keySet())
        .containsExactlyInAnyOrder(CountingUnit.values());
    assertThatThrownBy(
            () ->
                new PrivacyParameters(
                    11,
                    8,
                    4,
                    Map.of(CountingUnit.PATIENT, new Cap(2, 2)),
                    3,
                    0.02,
                    20_000,
                    CutSchedule.weekly()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cap(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cap(0, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cap(1, 51)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void haveALargerCapForAYear() {
    PrivacyParameters own =
        new PrivacyParameters(
            11,
            8,
            4,
            Map.of(CountingUnit.SESSION, new Cap(8, 20)),
            3,
            0.02,
            20_000,
            CutSchedule.weekly());
    assertThat(own.cap(CountingUnit.SESSION, Ask.about("sessions").question().period()))
        .isEqualTo(8);
    assertThat(
            own.cap(
                CountingUnit.SESSION,
                Ask.about("sessions").from("2025-01-01", "2025-12-31").question().period()))
        .isEqualTo(20);
  }
}
