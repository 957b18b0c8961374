package org.ketamineregistry.cli.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ketamineregistry.cli.registry.Registry;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * Sends a folder: the clinics first, then lane beside lane. A refused file does not hold up those
 * after it: each is judged by itself, and one that does need a refused one is refused, and told of,
 * in its turn.
 */
final class Push {
  private static final int GRACE_SECONDS = 10;

  private final PushFolder folder;
  private final Registry registry;
  private final Courier courier;
  private final PushJournal journal;
  private final Progress progress;
  private final PushOutcome outcome;

  Push(
      PushFolder folder,
      Registry registry,
      Courier courier,
      PushJournal journal,
      Progress progress,
      PushOutcome outcome) {
    this.folder = folder;
    this.registry = registry;
    this.courier = courier;
    this.journal = journal;
    this.progress = progress;
    this.outcome = outcome;
  }

  /**
   * Sends everything that has not been accepted yet.
   *
   * @param concurrency how many lanes at once
   * @throws Unusable if it makes no sense to go on; what was accepted until then is in the journal
   */
  void run(int concurrency) throws Unusable, IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(concurrency);
    try {
      List<Callable<Void>> clinics = new ArrayList<>();
      for (Path clinic : folder.clinics()) {
        clinics.add(() -> send(List.of(clinic)));
      }
      await(workers, clinics);
      List<Callable<Void>> lanes = new ArrayList<>();
      for (Path lane : folder.lanes()) {
        lanes.add(() -> send(folder.files(lane)));
      }
      await(workers, lanes);
    } finally {
      workers.shutdownNow();
      workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
      progress.end(outcome);
    }
  }

  private Void send(List<Path> files) throws Unusable, IOException, InterruptedException {
    for (Path file : files) {
      send(file);
      progress.show(outcome);
    }
    return null;
  }

  private void send(Path file) throws Unusable, IOException, InterruptedException {
    Payload payload;
    try {
      payload = Payload.read(folder.name(file), file, registry);
    } catch (IOException e) {
      outcome.add(Verdict.unreadable(folder.name(file), "Not sent: " + e.getMessage()));
      return;
    }
    if (journal.isAccepted(payload)) {
      outcome.skip();
      return;
    }
    Verdict verdict = courier.deliver(payload);
    journal.record(payload, verdict);
    outcome.add(verdict);
  }

  private static void await(ExecutorService workers, List<Callable<Void>> tasks)
      throws Unusable, IOException, InterruptedException {
    ExecutorCompletionService<Void> completion = new ExecutorCompletionService<>(workers);
    tasks.forEach(completion::submit);
    for (int done = 0; done < tasks.size(); done++) {
      try {
        completion.take().get();
      } catch (ExecutionException e) {
        throw cause(e);
      }
    }
  }

  private static IllegalStateException cause(ExecutionException e)
      throws Unusable, IOException, InterruptedException {
    Throwable cause = e.getCause();
    if (cause instanceof Unusable unusable) {
      throw unusable;
    }
    if (cause instanceof IOException failed) {
      throw failed;
    }
    if (cause instanceof UncheckedIOException failed) {
      throw failed;
    }
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    return new IllegalStateException(e);
  }
}
