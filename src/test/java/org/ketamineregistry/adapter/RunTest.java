package org.ketamineregistry.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** Thousands of items, faulty ones among them, and ends in the middle. */
class RunTest {
  private static final int ITEMS = 3_000;
  private static final int PATIENTS = 40;

  private final FakeRegistry registry = new FakeRegistry();
  private final List<Long> refused = new ArrayList<>();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private Path state = Path.of("");

  @BeforeEach
  void nameTheState() {
    state = folder.resolve("state.json");
  }

  @Test
  void everyItemIsSettledOnce() throws Exception {
    Tally tally = run(new Tally(), 0, standing(), 8);
    assertThat(tally.read()).isEqualTo(ITEMS);
    assertThat(tally.refused()).isEqualTo(countWhere(RunTest::isFaulty) + countWhere(RunTest::isUnwanted));
    assertThat(tally.leftOut()).isEqualTo(countWhere(RunTest::isLeftOut));
    assertThat(tally.accepted()).isEqualTo(registry.held.size());
    assertThat(refused).as("in the order of the source").isSorted().doesNotHaveDuplicates();
    assertThat(registry.outOfOrder).isZero();
  }

  @Test
  void aSecondRunChangesNothing() throws Exception {
    run(new Tally(), 0, standing(), 8);
    Map<String, String> before = Map.copyOf(registry.held);
    Tally again = run(new Tally(), 0, standing(), 3);
    assertThat(again.accepted()).isZero();
    assertThat(again.unchanged()).isEqualTo(before.size());
    assertThat(registry.held).isEqualTo(before);
  }

  @Test
  void whatIsUnderWayIsBounded() throws Exception {
    run(new Tally(), 0, standing(), 4);
    assertThat(registry.mostAtOnce).isBetween(1, 4);
  }

  /** As if the machine had stopped: nothing after the last state that was kept came to a disk. */
  @Test
  void aRunThatIsKilledGoesOnWhereItWas() throws Exception {
    int runs = 0;
    Tally tally = new Tally();
    boolean ended = false;
    while (!ended) {
      Optional<StateFile.State> left = StateFile.left(state, "this file");
      registry.diesAfter(700);
      var dying = new DyingStanding(standing(), registry);
      long settled = left.map(StateFile.State::settled).orElse(0L);
      // The refused rows go back to the state too, as the file of them is cut.
      long kept = left.map(StateFile.State::refusedBytes).orElse(0L);
      while (refused.size() > kept) {
        refused.remove(refused.size() - 1);
      }
      try {
        tally = run(left.map(StateFile.State::tally).orElseGet(Tally::new), settled, dying, 6);
        ended = true;
      } catch (Delivery.Unreachable e) {
        assertThat(e).hasMessageContaining("dead");
      }
      runs++;
    }
    assertThat(runs).isGreaterThan(3);
    assertThat(tally.read()).isEqualTo(ITEMS);
    assertThat(refused)
        .as("each refused item once, in order")
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSize((int) tally.refused());
    FakeRegistry undisturbed = new FakeRegistry();
    undisturbed.takeAll();
    assertThat(registry.held).isEqualTo(undisturbed.held);
    assertThat(registry.outOfOrder).isZero();
  }

  @Test
  void anotherFileBeginsAtItsBeginning() throws Exception {
    standing().keep(700, 3, new Tally());
    assertThat(StateFile.left(state, "this file")).isPresent();
    assertThat(StateFile.left(state, "another file")).isEmpty();
  }

  @Test
  void aTallySurvivesItsFile() throws Exception {
    Tally tally = run(new Tally(), 0, standing(), 8);
    StateFile.State left = StateFile.left(state, "this file").orElseThrow();
    assertThat(left.tally().json()).isEqualTo(tally.json());
    assertThat(left.settled()).isEqualTo(ITEMS);
  }

  @Test
  void reasonsAreBounded() {
    var tally = new Tally();
    for (int i = 0; i < 10_000; i++) {
      tally.refused(i, List.of(new Fault("invalid", "column " + i, "")));
      tally.refused(i, List.of(new Fault("value-invalid", "Dose", "")));
    }
    assertThat(tally.reasons()).hasSize(500);
    assertThat(tally.untold()).isEqualTo(10_000 - 499);
    assertThat(tally.reasons().get(1).count()).isEqualTo(10_000);
    assertThat(tally.reasons().get(1).first()).hasSize(20);
  }

  @Test
  void aMistakeOfTheProgramIsNotTakenForARefusal() {
    Delivery broken =
        bundle -> {
          throw new IllegalStateException("a mistake");
        };
    var run =
        new Run<>(
            new Items(), broken, Refusals.none(), Standing.none(), 0, new Tally(), tally -> {});
    assertThatThrownBy(() -> run.go(2)).isInstanceOf(IllegalStateException.class);
  }

  private Tally run(Tally tally, long settled, Standing standing, int concurrency)
      throws Exception {
    Refusals<Long> refusals =
        new Refusals<>() {
          @Override
          public void add(Long raw, List<Fault> faults) {
            refused.add(raw);
          }

          @Override
          public long settled() {
            return refused.size();
          }
        };
    new Run<>(new Items(), registry, refusals, standing, settled, tally, one -> {})
        .go(concurrency);
    return tally;
  }

  private StateFile standing() {
    return new StateFile(state, "this file", "refused.csv");
  }

  private static long countWhere(java.util.function.LongPredicate which) {
    return LongStream.range(0, ITEMS).filter(which).count();
  }

  private static boolean isFaulty(long number) {
    return number % 17 == 3;
  }

  private static boolean isUnwanted(long number) {
    return number % 23 == 5 && !isFaulty(number) && !isLeftOut(number);
  }

  private static boolean isLeftOut(long number) {
    return number % 31 == 7 && !isFaulty(number);
  }

  /** Items of forty patients in turn; each writes the record of its patient anew. */
  private static final class Items implements Source<Long> {
    private long next;

    @Override
    public @Nullable Item<Long> next() {
      if (next == ITEMS) {
        return null;
      }
      long number = next++;
      var draft = new Draft(Clinics.riverside(), GuideTemplates.read());
      if (isFaulty(number)) {
        draft.fault(new Fault("value-invalid", "Dose", "It has to be a number."));
      } else if (!isLeftOut(number)) {
        String patient = "patient " + number % PATIENTS;
        draft.add(
            "body-weight",
            new Given("weight " + number, "row"),
            Map.of(
                "patient", new Given(patient, "Patient no"),
                "measured", new Given("2026-03-02", "Visit"),
                "weight", new Given(String.valueOf(isUnwanted(number) ? 999_999 : number), "Weight")));
      }
      return new Item<>(number, number, draft);
    }
  }

  /** Knows records by their identifiers, refuses some, and dies when it is told to. */
  private static final class FakeRegistry implements Delivery {
    private final Map<String, String> held = new HashMap<>();
    private final Map<String, Double> last = new HashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private int mostAtOnce;
    private int outOfOrder;
    private int lives = Integer.MAX_VALUE;

    void diesAfter(int transactions) {
      lives = transactions;
    }

    boolean isDead() {
      return lives <= 0;
    }

    void takeAll() throws Exception {
      var items = new Items();
      for (Item<Long> item = items.next(); item != null; item = items.next()) {
        if (item.draft().faults().isEmpty() && !item.draft().isEmpty()) {
          send(item.draft().bundle());
        }
      }
    }

    @Override
    public Answer send(ObjectNode bundle) throws Unreachable {
      int now = atOnce.incrementAndGet();
      Thread.yield();
      try {
        return take(bundle, now);
      } finally {
        atOnce.decrementAndGet();
      }
    }

    private synchronized Answer take(ObjectNode bundle, int now) throws Unreachable {
      mostAtOnce = Math.max(mostAtOnce, now);
      if (lives-- <= 0) {
        throw new Unreachable("dead", new java.io.IOException());
      }
      double weight = bundle.at("/entry/0/resource/valueQuantity/value").asDouble();
      if (weight > 900_000) {
        return new Answer(
            Outcome.REFUSED,
            List.of(
                new Fault(
                    "rule-violated", "Bundle.entry[0].resource.value.value", "Nobody is so heavy.")));
      }
      String key = bundle.at("/entry/0/request/url").asText();
      String before = held.put(key, bundle.toString());
      String patient = bundle.at("/entry/0/resource/subject/reference").asText();
      if (before == null && last.getOrDefault(patient, -1.0) > weight) {
        outOfOrder++;
      }
      last.merge(patient, weight, Math::max);
      return new Answer(
          bundle.toString().equals(before) ? Outcome.UNCHANGED : Outcome.ACCEPTED, List.of());
    }
  }

  /** Keeps nothing any more once the registry is dead, as a machine that is off. */
  private record DyingStanding(Standing standing, FakeRegistry registry) implements Standing {
    @Override
    public void keep(long settled, long refusedBytes, Tally tally) throws java.io.IOException {
      if (!registry.isDead()) {
        standing.keep(settled, refusedBytes, tally);
      }
    }
  }
}
