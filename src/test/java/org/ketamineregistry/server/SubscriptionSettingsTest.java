package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What cannot be worked with is said at the start, and not when a hook fails for the first time.
 */
class SubscriptionSettingsTest {
  private static SubscriptionSettings settings(int attempts, Duration firstWait) {
    return new SubscriptionSettings(
        Duration.ofSeconds(1),
        10,
        Duration.ofDays(90),
        Set.of(),
        Duration.ofSeconds(10),
        8,
        attempts,
        firstWait,
        Duration.ofHours(1),
        Duration.ofDays(30));
  }

  @Test
  void sayHowOftenAHookIsTried() {
    assertThat(settings(100, Duration.ofSeconds(10)).pace().attempts()).isEqualTo(100);
    assertThatIllegalArgumentException().isThrownBy(() -> settings(101, Duration.ofSeconds(10)));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(30, Duration.ofHours(2)));
  }
}
