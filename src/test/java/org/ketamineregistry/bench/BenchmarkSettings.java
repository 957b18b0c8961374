package org.ketamineregistry.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How long the benchmark runs; each by a system property {@code registry.bench.…} of that name.
 *
 * @param warmup bundles that each server gets before anything is measured
 * @param bundles measured bundles for each server and level of concurrency
 * @param slices into how many parts a level is cut; the servers take turns part by part, so that a
 *     drift of the machine meets both
 * @param levels the levels of concurrency
 * @param factor the least throughput over the plain server's at any level; 0 for a try that is too
 *     short to tell
 * @param jvm the flags of each server's virtual machine
 */
record BenchmarkSettings(
    int warmup, int bundles, int slices, List<Integer> levels, double factor, List<String> jvm) {
  private static final String PREFIX = "registry.bench.";

  /** The concurrency of the warm-up. */
  static final int WARMUP_LEVEL = 4;

  static BenchmarkSettings fromSystemProperties() {
    return new BenchmarkSettings(
        Integer.getInteger(PREFIX + "warmup", 5_000),
        Integer.getInteger(PREFIX + "bundles", 1_500),
        Integer.getInteger(PREFIX + "slices", 3),
        Arrays.stream(System.getProperty(PREFIX + "levels", "1,2,4,8").split(","))
            .map(Integer::valueOf)
            .toList(),
        Double.parseDouble(System.getProperty(PREFIX + "factor", "2")),
        List.of(
            System.getProperty(
                    PREFIX + "jvm",
                    "-Xms2g -Xmx2g -XX:-DontCompileHugeMethods -XX:Tier3DelayOn=1000")
                .split(" ")));
  }

  /** How many distinct bundles a run needs. */
  int total() {
    return warmup + levels.size() * slices * perSlice();
  }

  int perSlice() {
    return Math.max(1, bundles / slices);
  }
}
