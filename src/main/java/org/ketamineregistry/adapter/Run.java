package org.ketamineregistry.adapter;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ketamineregistry.adapter.Delivery.Answer;
import org.ketamineregistry.adapter.Delivery.Outcome;
import org.ketamineregistry.adapter.Delivery.Unreachable;
import org.jspecify.annotations.Nullable;

/**
 * Brings a source's items to a registry. Several are under way at once, those of one patient one
 * after the other. They are settled in the order of the source, so that how far a run has come is
 * one number; an item that was accepted and not yet settled is sent again by the next run, which
 * makes nothing twice. Memory does not grow with the source.
 */
public final class Run<T> {
  /** How many items are under way or wait to be settled, for each that is sent at once. */
  private static final int AHEAD = 16;

  private static final int KEPT_EACH = 100;
  private static final int GRACE_SECONDS = 10;

  private final Source<T> source;
  private final Delivery delivery;
  private final Refusals<T> refusals;
  private final Standing standing;
  private final Tally tally;
  private final Consumer<Tally> watcher;
  private final Deque<Pending<T>> pending = new ArrayDeque<>();
  private long settled;

  /** An item, and what will have become of it. */
  private record Pending<T>(Item<T> item, Future<@Nullable Answer> answer) {}

  /**
   * @param settled how many items of the source an earlier run has settled
   * @param tally what that run came to
   * @param watcher is told now and then
   */
  public Run(
      Source<T> source,
      Delivery delivery,
      Refusals<T> refusals,
      Standing standing,
      long settled,
      Tally tally,
      Consumer<Tally> watcher) {
    this.source = source;
    this.delivery = delivery;
    this.refusals = refusals;
    this.standing = standing;
    this.settled = settled;
    this.tally = tally;
    this.watcher = watcher;
  }

  /**
   * Brings all of it.
   *
   * @param concurrency how many items are sent at once
   * @throws Unreachable where it makes no sense to go on; what is settled is kept
   * @throws IOException where the source cannot be read, or nothing can be kept
   */
  public void go(int concurrency) throws Unreachable, IOException, InterruptedException {
    List<ExecutorService> lanes = new ArrayList<>();
    for (int i = 0; i < concurrency; i++) {
      lanes.add(Executors.newSingleThreadExecutor());
    }
    try {
      for (long skipped = 0; skipped < settled; skipped++) {
        source.skip();
      }
      for (Item<T> item = source.next(); item != null; item = source.next()) {
        pending.add(new Pending<>(item, send(item, lanes)));
        if (pending.size() >= concurrency * AHEAD) {
          settle(pending.remove());
        }
      }
      while (!pending.isEmpty()) {
        settle(pending.remove());
      }
    } finally {
      for (ExecutorService lane : lanes) {
        lane.shutdownNow();
      }
      for (ExecutorService lane : lanes) {
        lane.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
      }
      keep();
    }
  }

  /** What is wrong already, or left out, is not sent; its turn to be settled comes all the same. */
  private Future<@Nullable Answer> send(Item<T> item, List<ExecutorService> lanes) {
    Draft draft = item.draft();
    if (item.isLeftOut()) {
      return CompletableFuture.completedFuture(null);
    }
    if (!draft.faults().isEmpty()) {
      return CompletableFuture.completedFuture(new Answer(Outcome.REFUSED, draft.faults()));
    }
    Callable<@Nullable Answer> errand =
        () -> {
          Answer answer = delivery.send(draft.bundle());
          return new Answer(answer.outcome(), answer.faults().stream().map(draft::traced).distinct().toList());
        };
    return lanes.get(Math.floorMod(draft.patient().hashCode(), lanes.size())).submit(errand);
  }

  private void settle(Pending<T> next) throws Unreachable, IOException, InterruptedException {
    Answer answer = await(next.answer());
    Item<T> item = next.item();
    if (answer == null) {
      tally.leaveOut();
    } else if (answer.outcome() == Outcome.REFUSED) {
      tally.refused(item.number(), answer.faults());
      refusals.add(item.raw(), answer.faults());
    } else {
      tally.told(answer.outcome());
    }
    settled++;
    if (settled % KEPT_EACH == 0) {
      keep();
    }
    watcher.accept(tally);
  }

  private void keep() throws IOException {
    standing.keep(settled, refusals.settled(), tally);
  }

  private static @Nullable Answer await(Future<@Nullable Answer> answer)
      throws Unreachable, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unreachable unreachable) {
        throw unreachable;
      }
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
