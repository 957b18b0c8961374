package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The secret keys of what is counted. */
class CellKeysTest {
  private static final CellKeys KEYS = CellKeys.of(new byte[32]);

  /** Any other number would give every cell of every registry other noise. */
  @Test
  void areTheSameForEver() {
    assertThat(KEYS.unit(CountingUnit.PATIENT, "person-1")).isEqualTo(3876815465898244752L);
    assertThat(KEYS.draw(CountingUnit.PATIENT, 4711)).isEqualTo(3120095528282442239L);
    assertThat(CellKeys.of(new byte[32]).unit(CountingUnit.PATIENT, "person-1"))
        .isEqualTo(KEYS.unit(CountingUnit.PATIENT, "person-1"));
  }

  @Test
  void areOthersForOtherUnitsOtherIdsAndOtherSecrets() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(
            Set.of(
                KEYS.unit(CountingUnit.PATIENT, "1"),
                KEYS.unit(CountingUnit.SESSION, "1"),
                KEYS.unit(CountingUnit.PATIENT, "2"),
                KEYS.draw(CountingUnit.PATIENT, 1),
                KEYS.draw(CountingUnit.SESSION, 1),
                CellKeys.of(other).unit(CountingUnit.PATIENT, "1")))
        .hasSize(6);
  }

  @Test
  void areNotMadeOfAShortSecret() {
    assertThatThrownBy(() -> CellKeys.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void useAllBits() {
    int[] ones = new int[64];
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < 4_000; i++) {
      long key = KEYS.unit(CountingUnit.PATIENT, "person-" + i);
      seen.add(key);
      for (int bit = 0; bit < 64; bit++) {
        ones[bit] += (int) (key >>> bit & 1);
      }
    }
    assertThat(seen).hasSize(4_000);
    // Six standard deviations around one half.
    for (int each : ones) {
      assertThat(each).isBetween(2_000 - 190, 2_000 + 190);
    }
  }
}
