package org.ketamineregistry.demo;

import java.io.PrintWriter;

/** Says how far the demonstration is, each line with the seconds since its start. */
final class Progress {
  private final PrintWriter out;
  private final long started = System.nanoTime();

  Progress(PrintWriter out) {
    this.out = out;
  }

  synchronized void say(String words) {
    out.printf("[%4d s] %s%n", (System.nanoTime() - started) / 1_000_000_000L, words);
    out.flush();
  }
}
