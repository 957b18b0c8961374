package org.ketamineregistry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.bench.Workload.Sending;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;
import org.ketamineregistry.process.ServerProcess.Recipe;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * What access, consent and audit cost: the registry with a token for each request, the registry in
 * open mode, and the registry without any of the three, by turns. The method stands in {@code
 * docs/performance.md}.
 */
class AccessBenchmark {
  private static final Path FOLDER = Path.of("target", "bench-access").toAbsolutePath();
  private static final String GUARDED = "with a token";
  private static final String OPEN = "open mode";
  private static final String BARE = "without";
  private static final int LEVEL = 2;

  private final BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties();
  private final Identity identity = Identity.provider();
  private final Map<String, Map<String, Measured>> results = new LinkedHashMap<>();
  private String notes = "";

  @Test
  void tellsWhatItCostsToAskWhoAsks() throws Exception {
    FileSystemUtils.deleteRecursively(FOLDER);
    int bundles = settings.warmup() / 5 + settings.slices() * settings.perSlice();
    var workload = Workload.ofOneClinic(bundles);
    String clinic = workload.clinics().keySet().iterator().next();
    Recipe registry = Recipe.registry(settings.jvm());
    try (var guarded =
            ServerUnderTest.start(
                GUARDED,
                registry,
                FOLDER,
                Map.of(
                    "REGISTRY_ACCESS_ISSUER",
                    identity.issuer(),
                    "REGISTRY_ACCESS_AUDIENCE",
                    Identity.AUDIENCE,
                    "REGISTRY_RATE_PER_CLIENT",
                    "1000000"));
        var open = ServerUnderTest.start(OPEN, registry, FOLDER);
        var bare =
            ServerUnderTest.start(
                BARE,
                Recipe.registryWith(settings.jvm(), BareServer.class, FOLDER.resolve("classes")),
                FOLDER)) {
      List<ServerUnderTest> servers = List.of(guarded, open, bare);
      for (ServerUnderTest server : servers) {
        server.awaitReady();
      }
      guarded.present(
          new Credentials(
              () -> identity.token(Role.STEWARD, null, Purpose.ADMINISTRATION, "system/*.cruds")));
      for (ServerUnderTest server : servers) {
        server.register(workload.clinics());
      }
      guarded.present(
          new Credentials(
              () ->
                  identity.token(
                      Role.SUBMITTING_CLINIC, clinic, Purpose.TREATMENT, "system/*.cruds")));
      List<Sending> all = workload.sendings();
      int warm = settings.warmup() / 5;
      for (ServerUnderTest server : servers) {
        Load.run(server, all.subList(0, warm), BenchmarkSettings.WARMUP_LEVEL);
        Load.run(server.reading(), all.subList(0, warm), BenchmarkSettings.WARMUP_LEVEL);
      }
      for (int slice = 0; slice < settings.slices(); slice++) {
        int from = warm + slice * settings.perSlice();
        List<Sending> part = all.subList(from, from + settings.perSlice());
        for (int turn = 0; turn < servers.size(); turn++) {
          ServerUnderTest server = servers.get((turn + slice) % servers.size());
          add("a bundle is sent", server, Load.run(server, part, LEVEL));
          add("a session is read", server, Load.run(server.reading(), part, LEVEL));
        }
      }
      another(guarded);
    }
    report();
  }

  /**
   * Another clinic asks for records that are there and not its own, and for some that are not
   * there, by turns.
   */
  private void another(ServerUnderTest guarded) throws Exception {
    var account = guarded.database().account();
    List<String> records =
        new JdbcTemplate(
                new DriverManagerDataSource(
                    account.getJdbcUrl(), account.getUsername(), account.getPassword()))
            .queryForList(
                "SELECT id::text FROM registry.record WHERE resource_type = 'Encounter' LIMIT 1000",
                String.class);
    Ehr other = Ehr.fresh();
    guarded.present(
        new Credentials(
            () -> identity.token(Role.STEWARD, null, Purpose.ADMINISTRATION, "system/*.cruds")));
    guarded.submit(other.registration().text());
    guarded.present(
        new Credentials(
            () ->
                identity.token(
                    Role.SUBMITTING_CLINIC,
                    other.clinicToken(),
                    Purpose.TREATMENT,
                    "system/*.cruds")));
    long[] foreign = new long[records.size()];
    long[] absent = new long[records.size()];
    for (int i = 0; i < foreign.length; i++) {
      foreign[i] = guarded.timeOf("/Encounter/" + records.get(i), 404);
      absent[i] = guarded.timeOf("/Encounter/" + UUID.randomUUID(), 404);
    }
    Arrays.sort(foreign);
    Arrays.sort(absent);
    notes =
        String.format(
            Locale.ROOT,
            "%nAnother clinic reads %d records that are not its own, and as many that are not there, by turns: p50"
                + " %.2f and %.2f ms, p95 %.2f and %.2f ms.%n",
            foreign.length,
            foreign[foreign.length / 2] / 1e6,
            absent[absent.length / 2] / 1e6,
            foreign[foreign.length * 95 / 100] / 1e6,
            absent[absent.length * 95 / 100] / 1e6);
  }

  private void add(String what, ServerUnderTest server, Measured measured) {
    results
        .computeIfAbsent(what, key -> new LinkedHashMap<>())
        .merge(server.name(), measured, Measured::plus);
  }

  private void report() throws IOException {
    var page = new StringBuilder();
    page.append(
        """
        | what | registry | a second | server CPU ms | PostgreSQL CPU ms | p50 ms | p95 ms | CPU, over without |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        """);
    results.forEach(
        (what, sides) -> {
          Measured bare = Objects.requireNonNull(sides.get(BARE));
          List.of(GUARDED, OPEN, BARE)
              .forEach(
                  side ->
                      page.append(row(what, side, Objects.requireNonNull(sides.get(side)), bare)));
        });
    page.append(notes);
    Files.writeString(FOLDER.resolve("results.md"), page);
    System.out.println(page);
  }

  private static String row(String what, String side, Measured measured, Measured bare) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f |%n",
        what,
        side,
        measured.perSecond(),
        measured.serverMillis(),
        measured.databaseMillis(),
        measured.percentile(0.50),
        measured.percentile(0.95),
        (measured.serverMillis() + measured.databaseMillis())
            / (bare.serverMillis() + bare.databaseMillis()));
  }
}
