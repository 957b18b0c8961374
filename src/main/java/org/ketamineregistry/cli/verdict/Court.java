package org.ketamineregistry.cli.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges many files side by side and tells the verdicts in the order of the files. */
final class Court {
  private final Judge judge;
  private final int parallelism;

  Court(Judge judge, int parallelism) {
    this.judge = judge;
    this.parallelism = parallelism;
  }

  Tally sit(List<Input> inputs, Report report, Progress progress) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(parallelism);
    try {
      List<Future<Judged>> verdicts = new ArrayList<>();
      inputs.forEach(input -> verdicts.add(pool.submit(() -> judge.judge(input))));
      var tally = new Tally();
      for (Future<Judged> verdict : verdicts) {
        Judged judged = verdict.get();
        tally.add(judged);
        progress.clear();
        report.add(judged);
        progress.done(tally.files());
      }
      progress.clear();
      report.end(tally);
      return tally;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A file could not be judged", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
