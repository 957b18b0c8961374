package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ketamineregistry.refusal.Refused;

/** One may ask so often, and one's neighbour too. */
class RateLimitsTest {
  private final RateLimits limits = new RateLimits(new RateSettings(3, 2));

  @Test
  void turnAwayTheOneTooManyAndSayWhenToComeAgain() {
    for (int i = 0; i < 3; i++) {
      limits.passClient("clinic");
    }

    assertThatThrownBy(() -> limits.passClient("clinic"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(429);
              assertThat(refused.retryAfter()).isBetween(1L, 21L);
              assertThat(refused.problems().get(0).code().code()).isEqualTo("too-many-requests");
            });
  }

  @Test
  void countEachClientAndEachAddressApart() {
    for (int i = 0; i < 3; i++) {
      limits.passClient("clinic");
    }
    limits.passAddress("clinic");
    limits.passAddress("clinic");

    assertThatThrownBy(() -> limits.passAddress("clinic")).isInstanceOf(Refused.class);
    assertThatCode(() -> limits.passClient("other")).doesNotThrowAnyException();
    assertThatCode(() -> limits.passAddress("other")).doesNotThrowAnyException();
  }

  @Test
  void areAtLeastOne() {
    assertThatThrownBy(() -> new RateSettings(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
