package org.ketamineregistry.cli.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final Patience patience = Patience.usual(8);

  @Test
  void waitsDoubleAndScatter() {
    assertThat(patience.wait(1, Optional.empty())).isBetween(millis(250), millis(500));
    assertThat(patience.wait(4, Optional.empty())).isBetween(millis(2_000), millis(4_000));
    assertThat(patience.wait(60, Optional.empty())).isBetween(millis(30_000), millis(60_000));
  }

  @Test
  void theRegistryMayAskForMoreButNotForEver() {
    assertThat(patience.wait(1, Optional.of(Duration.ofSeconds(7))))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(patience.wait(1, Optional.of(Duration.ofHours(2))))
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    assertThat(Patience.retryAfter(" 12 ", NOW)).contains(Duration.ofSeconds(12));
    assertThat(Patience.retryAfter("Tue, 30 Jun 2026 12:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
    assertThat(Patience.retryAfter("Tue, 30 Jun 2026 11:00:00 GMT", NOW)).isEmpty();
    assertThat(Patience.retryAfter("soon", NOW)).isEmpty();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
