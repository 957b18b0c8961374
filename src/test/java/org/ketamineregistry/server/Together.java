package org.ketamineregistry.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Does several things at the same moment. */
final class Together {
  private Together() {}

  static <T> List<T> all(Stream<Supplier<T>> work) {
    List<Supplier<T>> all = work.toList();
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    var start = new CountDownLatch(1);
    try {
      var pending = new ArrayList<Future<T>>();
      for (Supplier<T> one : all) {
        pending.add(
            threads.submit(
                () -> {
                  start.await();
                  return one.get();
                }));
      }
      start.countDown();
      var results = new ArrayList<T>();
      for (Future<T> future : pending) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
