package org.ketamineregistry.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Identifiers that nobody can trace without the clinic's key. */
class PseudonymsTest {
  private final Pseudonyms pseudonyms = Clinics.pseudonyms();

  @Test
  void theSameKeyIsTheSameForEver() {
    assertThat(pseudonyms.of("patient", "943 476 5919"))
        .isEqualTo(Clinics.pseudonyms().of("patient", "943 476 5919"))
        .isEqualTo("ab99eebaef8649fa02f1379824b82127")
        .doesNotContain("943");
  }

  @Test
  void aNumberThatIsUsedTwiceStaysApart() {
    assertThat(pseudonyms.of("patient", "17")).isNotEqualTo(pseudonyms.of("course", "17"));
    assertThat(pseudonyms.of("patient", "17")).isNotEqualTo(pseudonyms.of("patient", "18"));
  }

  @Test
  void aShortKeyIsNone() {
    assertThatThrownBy(() -> Pseudonyms.under(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
