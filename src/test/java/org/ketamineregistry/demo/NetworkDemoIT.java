package org.ketamineregistry.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.server.RegistryServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The network of the demonstration, with a handful of patients: registries that let nobody in
 * without a token ask each other as peers. Three servers are slow to start, so one test goes
 * through all of it.
 */
class NetworkDemoIT {
  private static final List<Country> SMALL =
      List.of(
          new Country("gb", "Ketamine Registry of Great Britain", "GB", 8, 6, 4, 1),
          new Country("de", "Ketamine Registry of Germany", "DE", 8, 6, 4, 1),
          new Country("xx", "Ketamine Registry of Nowhere", "XX", 8, 6, 4, 1));

  private static final Duration BOUND = Duration.ofSeconds(40);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private final StringWriter lines = new StringWriter();

  @Test
  void startsLoadsAsksAndLeavesNothing() throws Exception {
    List<Integer> ports;
    List<ProcessHandle> databases;
    try (var demo = new NetworkDemo(folder, SMALL, 0, NetworkDemoIT::server, progress())) {
      demo.start();
      assertThat(lines.toString())
          .contains("version 1 of ketamine-network-demo, 3 members")
          .contains("gb: GB-0001", "de: DE-0002", "xx: XX-0001", " 0 refused")
          .doesNotContainPattern("[1-9]\\d* refused");

      Country gb = SMALL.get(0);
      for (DemoQuestion question : DemoQuestion.ALL) {
        String table = demo.ask(gb, question);
        assertThat(table)
            .startsWith("All 3 members are in this answer: gb, de, xx.")
            .containsPattern("(?m)^gb +(complete|withheld) +2\\d{3}-\\d\\d-\\d\\d$")
            .containsPattern("(?m)^de +(complete|withheld) +2\\d{3}-\\d\\d-\\d\\d$")
            .containsPattern("(?m)^xx +(complete|withheld) +2\\d{3}-\\d\\d-\\d\\d$");
      }
      // Eight patients in bands are too few to be told.
      assertThat(demo.ask(gb, DemoQuestion.ALL.get(2))).contains("withheld");

      for (Country country : SMALL) {
        assertThat(askers(demo, country)).isEqualTo(Map.of("registry-gb", "peer"));
      }
      assertThat(records(demo, gb)).isPositive();

      int before = records(demo, gb);
      demo.load();
      assertThat(lines.toString()).contains("gb: steward, 0 accepted, 2 unchanged");
      assertThat(records(demo, gb)).isEqualTo(before);

      ports = SMALL.stream().map(country -> demo.folder(country).base().getPort()).toList();
      databases = SMALL.stream().map(country -> database(demo.folder(country))).toList();
      assertThat(databases).allMatch(ProcessHandle::isAlive);
    }
    // A process outlives by a moment the file by which it says that it runs.
    for (ProcessHandle database : databases) {
      assertThat(database.onExit()).succeedsWithin(BOUND);
    }
    assertThat(ports)
        .allSatisfy(
            port ->
                assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                    .isInstanceOf(ConnectException.class));
  }

  /** Who was answered about indicators, by what role. */
  private static Map<String, String> askers(NetworkDemo demo, Country country) {
    return jdbc(demo, country)
        .query(
            "SELECT DISTINCT client, role FROM registry.audit WHERE interaction ="
                + " '$evaluate-protected' AND status = 200 AND client LIKE 'registry-%'",
            rows -> {
              Map<String, String> askers = new java.util.TreeMap<>();
              while (rows.next()) {
                askers.put(rows.getString(1), rows.getString(2));
              }
              return askers;
            });
  }

  private static int records(NetworkDemo demo, Country country) {
    return jdbc(demo, country)
        .queryForObject("SELECT count(*) FROM registry.record", Integer.class);
  }

  private static JdbcTemplate jdbc(NetworkDemo demo, Country country) {
    return demo.server(country).getBean(JdbcTemplate.class);
  }

  private static ProcessHandle database(CountryFolder of) {
    try {
      String pid =
          Files.readAllLines(of.root().resolve("data/postgres/postmaster.pid")).get(0).strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Progress progress() {
    return new Progress(new PrintWriter(lines, true));
  }

  /** The server alone, without what other tests put into it. */
  private static ConfigurableApplicationContext server(List<String> settings) {
    var application = new SpringApplication(RegistryServer.class);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("noTests", new WithoutTestClasses()));
    return application.run(settings.toArray(String[]::new));
  }

  private static final class WithoutTestClasses extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
      return reader.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WithoutTestClasses;
    }

    @Override
    public int hashCode() {
      return WithoutTestClasses.class.hashCode();
    }
  }
}
