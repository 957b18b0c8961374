package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.icsr.IcsrCase.Amount;

/** Dates of E2B(R3), as precise as they were recorded. */
class E2bDateTest {
  @ParameterizedTest
  @CsvSource({
    "2026, 2026",
    "2026-09, 202609",
    "2026-09-14, 20260914",
    "2026-09-14T09:50:00+01:00, 20260914095000+0100",
    "2026-09-14T09:50:00.250-05:30, 20260914095000.250-0530"
  })
  void areTheSameBothWays(String fhir, String e2b) {
    assertThat(E2bDate.ofFhir(fhir)).isEqualTo(e2b);
    assertThat(E2bDate.toFhir(e2b)).isEqualTo(fhir);
  }

  @Test
  void aTimeWithoutAnOffsetIsNoMomentOfFhir() {
    assertThat(E2bDate.toFhir("20260914095000")).isEqualTo("2026-09-14");
    assertThat(E2bDate.toFhir("202609140950+0100")).isEqualTo("2026-09-14T09:50:00+01:00");
    assertThat(E2bDate.ofFhir("2026-09-14T09:50:00Z")).isEqualTo("20260914095000+0000");
    assertThatThrownBy(() -> E2bDate.toFhir("14.09.2026"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "20260914095000+0100, 20260914093000+0000, 40, min",
    "20260914, 20260917100500+0100, 3, d",
    "20260101000000+0000, 20261231000000+0000, 364, d"
  })
  void timeBetween(String from, String to, String value, String unit) {
    assertThat(E2bDate.between(from, to)).isEqualTo(new Amount(value, unit));
  }

  @ParameterizedTest
  @CsvSource({"202609, 20260917", "20260918, 20260917", "20260914095000+0100, 20260914085959+0100"})
  void isNotSaidWhereTheDatesDoNotSayIt(String from, String to) {
    assertThat(E2bDate.between(from, to)).isNull();
  }

  @Test
  void comparedAsFarAsBothArePrecise() {
    assertThat(E2bDate.isNotAfter("2026", "20260101")).isTrue();
    assertThat(E2bDate.isNotAfter("20260917100500+0100", "20260917")).isTrue();
    assertThat(E2bDate.isNotAfter("20260917100500+0100", "20260917090500+0000")).isTrue();
    assertThat(E2bDate.isNotAfter("20260917100500+0000", "20260917100500+0100")).isFalse();
  }
}
