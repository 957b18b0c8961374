package org.ketamineregistry.bench;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An access token that is got anew before it ends. */
final class Credentials {
  private static final Duration LIFE = Duration.ofMinutes(3);

  private final Supplier<String> source;
  private @Nullable String token;
  private long got;

  Credentials(Supplier<String> source) {
    this.source = source;
  }

  synchronized String token() {
    String current = token;
    if (current == null || System.nanoTime() - got > LIFE.toNanos()) {
      current = source.get();
      token = current;
      got = System.nanoTime();
    }
    return current;
  }
}
