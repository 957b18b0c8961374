package org.ketamineregistry.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.network.PeerQuestion.Verdict;

/** What becomes of a question that a steward looks at. */
class PeerQuestionTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration WAITS = Duration.ofDays(14);
  private static final LocalDate CUT = LocalDate.parse("2026-04-27");
  private static final PeerQuestion ASKED =
      PeerQuestion.asked("gb", UUID.randomUUID(), Answers.patients(), NOW, WAITS);

  private static PeerDecision decision(Instant at) {
    return new PeerDecision("It serves both.", "desk", "steward", at);
  }

  @Nested
  class UntilItIsDecided {
    @Test
    void itWaits() {
      assertThat(ASKED.verdict(NOW, CUT)).isEqualTo(Verdict.WAITS);
    }

    @Test
    void itDoesNotWaitForEver() {
      Instant end = NOW.plus(WAITS);
      assertThat(ASKED.verdict(end.minusMillis(1), CUT)).isEqualTo(Verdict.WAITS);
      assertThat(ASKED.verdict(end, CUT)).isEqualTo(Verdict.EXPIRED);
    }
  }

  @Nested
  class OnceItIsAllowed {
    private final Instant late = NOW.plus(WAITS).minusSeconds(60);
    private final PeerQuestion allowed = ASKED.decided(true, decision(late), WAITS);

    @Test
    void itIsAnsweredAsLongAgainAsItCouldWait() {
      assertThat(allowed.verdict(late, CUT)).isEqualTo(Verdict.ANSWERED);
      assertThat(allowed.verdict(late.plus(WAITS).minusMillis(1), CUT)).isEqualTo(Verdict.ANSWERED);
      assertThat(allowed.verdict(late.plus(WAITS), CUT)).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void itIsAnsweredAgainOverTheSameCut() {
      assertThat(allowed.answered(CUT).verdict(late, CUT)).isEqualTo(Verdict.ANSWERED);
    }

    @Test
    void itIsAnsweredOverNoOtherCut() {
      assertThat(allowed.answered(CUT).verdict(late, CUT.plusWeeks(1))).isEqualTo(Verdict.SPENT);
    }

    @Test
    void itCanBeDeniedAllTheSame() {
      assertThat(allowed.answered(CUT).decided(false, decision(late), WAITS).verdict(late, CUT))
          .isEqualTo(Verdict.REFUSED);
    }
  }

  @Test
  void aDecisionHasAReason() {
    assertThat(PeerDecision.isReason("Why not.")).isTrue();
    assertThat(PeerDecision.isReason(" ")).isFalse();
    assertThat(PeerDecision.isReason("x".repeat(501))).isFalse();
    assertThatThrownBy(() -> new PeerDecision("", "desk", null, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void policiesAreCodes() {
    assertThat(PeerPolicy.coded("after-a-look")).contains(PeerPolicy.AFTER_A_LOOK);
    assertThat(PeerPolicy.coded("AFTER_A_LOOK")).isEmpty();
  }
}
