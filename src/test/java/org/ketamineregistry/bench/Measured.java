package org.ketamineregistry.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What one or more slices of load have shown.
 *
 * @param wall from the first request to the last answer
 * @param serverCpu the processor time of the server
 * @param databaseCpu the processor time of its PostgreSQL
 * @param latencies of each request in nanoseconds, in ascending order
 */
@SuppressWarnings("ArrayRecordComponent") // Read here alone, never compared.
record Measured(Duration wall, Duration serverCpu, Duration databaseCpu, long[] latencies) {

  static final Measured NOTHING =
      new Measured(Duration.ZERO, Duration.ZERO, Duration.ZERO, new long[0]);

  Measured plus(Measured other) {
    return new Measured(
        wall.plus(other.wall),
        serverCpu.plus(other.serverCpu),
        databaseCpu.plus(other.databaseCpu),
        LongStream.concat(Arrays.stream(latencies), Arrays.stream(other.latencies))
            .sorted()
            .toArray());
  }

  double perSecond() {
    return latencies.length / seconds(wall);
  }

  double serverMillis() {
    return 1_000 * seconds(serverCpu) / latencies.length;
  }

  double databaseMillis() {
    return 1_000 * seconds(databaseCpu) / latencies.length;
  }

  /** The latency in milliseconds that a share of the requests did not exceed. */
  double percentile(double share) {
    int index = (int) Math.ceil(share * latencies.length) - 1;
    return latencies[Math.max(0, index)] / 1e6;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
