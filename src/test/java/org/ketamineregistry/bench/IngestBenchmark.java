package org.ketamineregistry.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.bench.Workload.Sending;
import org.ketamineregistry.database.DurableDatabase;
import org.ketamineregistry.process.ServerProcess.Recipe;
import org.springframework.util.FileSystemUtils;

/**
 * Validated ingest of session bundles, the registry beside HAPI's JPA server as it comes and beside
 * plain inserts. Every bundle must be taken by every side, or the run fails. The method and its
 * reasons stand in {@code docs/performance.md}.
 */
class IngestBenchmark {
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

  private final BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties();
  private final Results results = new Results();

  @Test
  void takesTwiceTheBundlesOfPlainHapi() throws Exception {
    FileSystemUtils.deleteRecursively(FOLDER);
    var plainRecipe = Recipe.ofTests(settings.jvm(), PlainServer.class, "/fhir/metadata");
    try (var registry =
            ServerUnderTest.start(Results.REGISTRY, Recipe.registry(settings.jvm()), FOLDER);
        var plain = ServerUnderTest.start(Results.PLAIN, plainRecipe, FOLDER)) {
      var workload = Workload.of(settings.total());
      List<ServerUnderTest> servers = List.of(registry, plain);
      long[] empty = new long[servers.size()];
      for (int i = 0; i < empty.length; i++) {
        servers.get(i).awaitReady();
        servers.get(i).register(workload.clinics());
        empty[i] = DatabaseSize.bytes(servers.get(i).database());
      }
      List<Sending> measured = warmUp(servers, workload);
      measure(servers, measured);
      for (int i = 0; i < empty.length; i++) {
        var database = servers.get(i).database();
        assertThat(DatabaseSize.resources(database)).isEqualTo(workload.resources());
        long grown = DatabaseSize.bytes(database) - empty[i];
        results.bytesPerResource(servers.get(i).name(), grown / (double) workload.resources());
      }
      floor(workload);
      report(workload);
    }
    for (int level : settings.levels()) {
      assertThat(results.factor(level)).isGreaterThanOrEqualTo(settings.factor());
    }
  }

  private List<Sending> warmUp(List<ServerUnderTest> servers, Workload workload) throws Exception {
    List<Sending> all = workload.sendings();
    for (ServerUnderTest server : servers) {
      progress("Warming up " + server.name());
      Load.run(server, all.subList(0, settings.warmup()), BenchmarkSettings.WARMUP_LEVEL);
    }
    return all.subList(settings.warmup(), all.size());
  }

  private void measure(List<ServerUnderTest> servers, List<Sending> sendings) throws Exception {
    int from = 0;
    for (int level : settings.levels()) {
      progress("Measuring with " + level + " senders");
      for (int slice = 0; slice < settings.slices(); slice++) {
        List<Sending> part = sendings.subList(from, from + settings.perSlice());
        from += settings.perSlice();
        for (int turn = 0; turn < servers.size(); turn++) {
          var server = servers.get((turn + slice) % servers.size());
          results.add(level, server.name(), Load.run(server, part, level));
        }
      }
    }
  }

  private void floor(Workload workload) throws Exception {
    progress("Measuring plain inserts");
    int most = settings.levels().stream().mapToInt(Integer::intValue).max().orElse(1);
    try (var floor = new JdbcFloor(DurableDatabase.on(FOLDER.resolve("floor")), most)) {
      long empty = DatabaseSize.bytes(floor.database());
      Load.run(floor, workload.sendings(), BenchmarkSettings.WARMUP_LEVEL);
      long grown = DatabaseSize.bytes(floor.database()) - empty;
      results.bytesPerResource(Results.FLOOR, grown / (double) workload.resources());
      for (int level : settings.levels()) {
        results.add(level, Results.FLOOR, Load.run(floor, workload.sendings(), level));
      }
    }
  }

  private void report(Workload workload) throws IOException {
    String page =
        results.markdown(
            List.of(
                String.format(
                    Locale.ROOT,
                    "%d processors, Java %s, %s for each server",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"),
                    settings.jvm().stream()
                        .map(flag -> "`" + flag + "`")
                        .collect(Collectors.joining(" "))),
                String.format(
                    Locale.ROOT,
                    "%,d bundles of warm-up, then %,d a level in %d parts by turns; 8 resources and %.1f kB a bundle",
                    settings.warmup(),
                    settings.perSlice() * settings.slices(),
                    settings.slices(),
                    workload.meanBytes() / 1_000)));
    Files.writeString(FOLDER.resolve("results.md"), page);
    progress(page);
  }

  private static void progress(String line) {
    System.out.println(line);
  }
}
