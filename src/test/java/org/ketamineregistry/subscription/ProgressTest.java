package org.ketamineregistry.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a hook is tried, given up, and asked for again. */
class ProgressTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final Pace PACE = new Pace(4, Duration.ofSeconds(10), Duration.ofSeconds(30));

  private final Progress requested = Progress.requested(NOW);

  private static Progress failed(Progress progress, Duration asked) {
    return progress.failed(NOW, HookFailure.TIMED_OUT, asked, 0.5, PACE);
  }

  @Test
  void isActiveOnceTheHandshakeIsAnsweredAndCountsFromThenOn() {
    assertThat(requested.isCounting()).isFalse();

    Progress active = requested.told(NOW, false, null);

    assertThat(active).isEqualTo(new Progress(State.ACTIVE, 0, null, NOW, null));
    assertThat(active.isCounting()).isTrue();
    assertThat(active.told(NOW.plusSeconds(5), false, null).startedAt()).isEqualTo(NOW);
  }

  @Test
  void goesOnAtOnceWhereMoreWaitsElseAtTheNextHeartbeat() {
    assertThat(requested.told(NOW, true, Duration.ofMinutes(1)).nextAt()).isEqualTo(NOW);
    assertThat(requested.told(NOW, false, Duration.ofMinutes(1)).nextAt())
        .isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToTheLongest() {
    Progress once = failed(requested.told(NOW, true, null), Duration.ZERO);
    Progress twice = failed(once, Duration.ZERO);
    Progress thrice = failed(twice, Duration.ZERO);

    assertThat(once.nextAt()).isEqualTo(NOW.plusSeconds(10));
    assertThat(twice.nextAt()).isEqualTo(NOW.plusSeconds(20));
    assertThat(thrice.nextAt()).isEqualTo(NOW.plusSeconds(30));
    assertThat(thrice.state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void mindsHowLongTheHookAsksToBeLeftAlone() {
    assertThat(failed(requested, Duration.ofMinutes(10)).nextAt()).isEqualTo(NOW.plusSeconds(600));
    assertThat(failed(requested, Duration.ofSeconds(1)).nextAt()).isEqualTo(NOW.plusSeconds(10));
  }

  @Test
  void waitsDifferByChanceSoThatHooksAreNotTriedTogether() {
    assertThat(PACE.pause(1, 0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(PACE.pause(1, 0.999)).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(12));
  }

  @Test
  void isGivenUpAfterSoManyFailuresInARowAndSaysWhy() {
    Progress progress = requested.told(NOW, true, null);
    for (int attempt = 0; attempt < 4; attempt++) {
      assertThat(progress.state()).isEqualTo(State.ACTIVE);
      progress = failed(progress, Duration.ZERO);
    }

    assertThat(progress).isEqualTo(new Progress(State.ERROR, 4, HookFailure.TIMED_OUT, NOW, null));
    assertThat(progress.isCounting()).isTrue();
  }

  @Test
  void oneSuccessForgetsTheFailures() {
    Progress progress = failed(failed(requested, Duration.ZERO), Duration.ZERO);

    assertThat(progress.told(NOW, false, null).failures()).isZero();
    assertThat(progress.told(NOW, false, null).failure()).isNull();
  }

  @Test
  void isRequestedAgainWithAHandshakeAndStillKnowsWhenItStarted() {
    Progress again = requested.told(NOW, false, null).requestedAgain(NOW.plusSeconds(9));

    assertThat(again).isEqualTo(new Progress(State.REQUESTED, 0, null, NOW, NOW.plusSeconds(9)));
    assertThat(again.isCounting()).isTrue();
    assertThat(again.off().isCounting()).isFalse();
    assertThat(again.off().nextAt()).isNull();
  }

  @Test
  void aPaceThatMakesNoSenseIsNone() {
    assertThatThrownBy(() -> new Pace(0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pace(1, Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pace(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
