package org.ketamineregistry.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends bundles from so many senders at a time, each with one request under way. */
final class Load {
  private Load() {}

  /** Something that takes bundles. */
  interface Target {
    /**
     * Takes one bundle.
     *
     * @throws IllegalStateException where it was not taken
     */
    void take(Workload.Sending sending) throws Exception;

    Duration serverCpu() throws IOException;

    Duration databaseCpu() throws IOException;
  }

  static Measured run(Target target, List<Workload.Sending> sendings, int concurrency)
      throws Exception {
    long[] latencies = new long[sendings.size()];
    var next = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(concurrency);
    try {
      Duration server = target.serverCpu();
      Duration database = target.databaseCpu();
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int sender = 0; sender < concurrency; sender++) {
        running.add(
            senders.submit(
                () -> {
                  for (int i = next.getAndIncrement();
                      i < latencies.length;
                      i = next.getAndIncrement()) {
                    long sent = System.nanoTime();
                    target.take(sendings.get(i));
                    latencies[i] = System.nanoTime() - sent;
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      Arrays.sort(latencies);
      return new Measured(
          wall, target.serverCpu().minus(server), target.databaseCpu().minus(database), latencies);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A bundle was not taken", failed.getCause());
    } finally {
      senders.shutdownNow();
    }
  }
}
