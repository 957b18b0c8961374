package org.ketamineregistry.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.network.SubTask.Phase;

/** What is done at one member, whatever happens in whichever order. */
class SubTaskTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Term TERM = new Term(START.plusSeconds(60), START.plusSeconds(86_400));
  private static final Pace PACE =
      new Pace(3, Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofMinutes(15));

  private final SubTask due = SubTask.due(UUID.randomUUID(), "gb", START);

  @Nested
  class AnAnswer {
    @ParameterizedTest
    @EnumSource(
        value = MemberStatus.class,
        names = {"COMPLETE", "NO_DATA", "WITHHELD", "DISALLOWED", "ERROR", "VERSION_MISMATCH"})
    void endsIt(MemberStatus status) {
      SubTask ended = due.sent(START).answered(after(2), status, TERM, PACE);
      assertThat(ended.phase()).isEqualTo(Phase.ENDED);
      assertThat(ended.status()).isEqualTo(status);
      assertThat(ended.late()).isFalse();
    }

    @Test
    void thatIsDeferredIsToldAndAskedForAgain() {
      SubTask deferred = due.sent(START).answered(after(2), MemberStatus.DEFERRED, TERM, PACE);
      assertThat(deferred.status()).isEqualTo(MemberStatus.DEFERRED);
      assertThat(deferred.isDue(after(3))).isFalse();
      assertThat(deferred.isDue(after(2 + 900))).isTrue();
      SubTask failed =
          deferred.sent(after(902)).failed(after(903), MemberStatus.ERROR, NONE, 0, TERM, PACE);
      assertThat(failed.status()).isEqualTo(MemberStatus.DEFERRED);
    }

    @Test
    void thatComesAfterTheDeadlineIsTakenAndCalledLate() {
      SubTask timedOut = due.sent(START).at(TERM.deadline(), TERM);
      assertThat(timedOut.status()).isEqualTo(MemberStatus.TIMED_OUT);
      assertThat(timedOut.phase()).isEqualTo(Phase.UNDER_WAY);
      SubTask late = timedOut.answered(after(61), MemberStatus.COMPLETE, TERM, PACE);
      assertThat(late.status()).isEqualTo(MemberStatus.COMPLETE);
      assertThat(late.late()).isTrue();
    }

    @Test
    void countsOnce() {
      SubTask first = due.sent(START).answered(after(2), MemberStatus.COMPLETE, TERM, PACE);
      assertThat(first.answered(after(3), MemberStatus.ERROR, TERM, PACE)).isEqualTo(first);
      assertThat(first.sent(after(3))).isEqualTo(first);
    }
  }

  @Nested
  class AFailure {
    @Test
    void isTriedAgainEverMoreSlowly() {
      SubTask one = fail(due, 0);
      assertThat(one.phase()).isEqualTo(Phase.DUE);
      assertThat(one.status()).isNull();
      SubTask two = fail(one, 10);
      assertThat(Duration.between(after(10), two.next()))
          .isGreaterThan(Duration.between(after(0), one.next()));
    }

    @Test
    void isToldAfterAFewAttemptsAndTriedOnForALateAnswer() {
      SubTask three = fail(fail(fail(due, 0), 10), 20);
      assertThat(three.status()).isEqualTo(MemberStatus.UNREACHABLE);
      assertThat(three.phase()).isEqualTo(Phase.DUE);
      assertThat(three.sent(after(30)).answered(after(31), MemberStatus.COMPLETE, TERM, PACE))
          .extracting(SubTask::status, SubTask::phase)
          .containsExactly(MemberStatus.COMPLETE, Phase.ENDED);
    }

    @Test
    void isToldAtOnceWhereTheDeadlineComesBeforeTheNextAttempt() {
      SubTask failed = fail(due, 59);
      assertThat(failed.status()).isEqualTo(MemberStatus.UNREACHABLE);
    }

    @Test
    void waitsAsLongAsTheMemberAsks() {
      SubTask busy =
          due.sent(START)
              .failed(START, MemberStatus.ERROR, Duration.ofSeconds(30), 0.5, TERM, PACE);
      assertThat(busy.next()).isEqualTo(after(30));
    }

    @Test
    void ofSomebodyElsesAttemptChangesNothing() {
      assertThat(due.failed(after(1), MemberStatus.ERROR, NONE, 0, TERM, PACE)).isEqualTo(due);
    }
  }

  @Test
  void isAskedAgainByTheSameKeyAfterARestart() {
    SubTask again = due.sent(START).abandoned(after(20));
    assertThat(again.isDue(after(20))).isTrue();
    assertThat(again.id()).isEqualTo(due.id());
  }

  @Test
  void isNotAskedAfterItWasCancelled() {
    SubTask cancelled = due.sent(START).cancelled(after(1));
    assertThat(cancelled.phase()).isEqualTo(Phase.ENDED);
    assertThat(cancelled.answered(after(2), MemberStatus.COMPLETE, TERM, PACE))
        .isEqualTo(cancelled);
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  /** The one promise: from any sequence of events, in any order, it ends, and says how. */
  @ParameterizedTest
  @MethodSource("seeds")
  void endsWhateverHappens(long seed) {
    Random random = new Random(seed);
    SubTask task = due;
    Instant now = START;
    while (now.isBefore(TERM.end())) {
      now = now.plusMillis(1 + (long) (Math.exp(random.nextDouble() * 17)));
      SubTask before = task;
      task = event(task, now, random).at(now, TERM);
      assertThat(task.id()).isEqualTo(before.id());
      if (before.phase() == Phase.ENDED) {
        assertThat(task).isEqualTo(before);
      }
      if (before.status() != null) {
        assertThat(task.status()).isNotNull();
      }
      if (!now.isBefore(TERM.deadline())) {
        assertThat(task.status()).isNotNull();
      }
      if (task.phase() == Phase.DUE) {
        assertThat(task.next()).isBefore(TERM.end());
      }
    }
    assertThat(task.phase()).isEqualTo(Phase.ENDED);
    assertThat(task.status()).isNotNull();
  }

  private static SubTask event(SubTask task, Instant now, Random random) {
    MemberStatus[] statuses = MemberStatus.values();
    MemberStatus status = statuses[random.nextInt(statuses.length)];
    return switch (random.nextInt(5)) {
      case 0 -> task.sent(now);
      case 1 -> random.nextInt(20) == 0 ? task.answered(now, status, TERM, PACE) : task;
      case 2 ->
          task.failed(
              now,
              MemberStatus.UNREACHABLE,
              Duration.ofSeconds(random.nextInt(100)),
              random.nextDouble(),
              TERM,
              PACE);
      case 3 -> task.abandoned(now);
      default -> task;
    };
  }

  private static final Duration NONE = Duration.ZERO;

  private static SubTask fail(SubTask task, long at) {
    return task.sent(after(at)).failed(after(at), MemberStatus.UNREACHABLE, NONE, 0.5, TERM, PACE);
  }

  private static Instant after(long seconds) {
    return START.plusSeconds(seconds);
  }
}
