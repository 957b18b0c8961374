package org.ketamineregistry.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Another rule set comes into force, two instances review what is stored, and one of them is killed
 * in the middle of it: everybody is reviewed, and no finding is written twice.
 */
class ReviewKillIT {
  private static final int PATIENTS = Integer.getInteger("registry.test.volume", 1) == 1 ? 24 : 60;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final ServerProcess.Recipe REGISTRY =
      ServerProcess.Recipe.registry(ServerProcess.startingQuickly("768m"));

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final JdbcTemplate jdbc;
  private final HttpClient http = HttpClient.newHttpClient();

  ReviewKillIT(@TempDir Path folder) {
    this.folder = folder;
    JdbcConnectionDetails database = TestDatabase.fresh();
    environment.put("SPRING_DATASOURCE_URL", database.getJdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", database.getUsername());
    environment.put("SPRING_DATASOURCE_PASSWORD", database.getPassword());
    jdbc =
        new JdbcTemplate(
            new DriverManagerDataSource(
                database.getJdbcUrl(), database.getUsername(), database.getPassword()));
  }

  @Test
  void loseNothingAndDoNothingTwice() throws Exception {
    try (ServerProcess server = start("before", "XX", "0")) {
      server.awaitReady();
      treat(server);
    }
    long before = count("registry.finding");
    assertThat(count("registry.review WHERE rule_set LIKE '%-xx|%'")).isEqualTo(PATIENTS);
    assertThat(before).isGreaterThanOrEqualTo(PATIENTS);

    try (ServerProcess one = start("one", "GB", "1s");
        ServerProcess other = start("other", "GB", "1s")) {
      await(3);
      one.kill();
      await(PATIENTS);
      other.awaitReady();
    }

    // What stood before was confirmed or cancelled by the new rules, each in one more version.
    assertThat(count("registry.finding WHERE rule_set NOT LIKE '%-gb|%'")).isZero();
    assertThat(versions(2)).isEqualTo(before);
    assertThat(versions(1)).isEqualTo(count("registry.finding") - before);
    assertThat(count("public.hfj_resource WHERE res_type = 'DetectedIssue' AND res_ver > 2"))
        .isZero();
  }

  private long versions(int version) {
    return count("public.hfj_resource WHERE res_type = 'DetectedIssue' AND res_ver = " + version);
  }

  private long count(String rows) {
    Long counted = jdbc.queryForObject("SELECT count(*) FROM " + rows, Long.class);
    return counted == null ? 0 : counted;
  }

  private ServerProcess start(String name, String jurisdiction, String interval)
      throws IOException {
    var settings = new HashMap<>(environment);
    settings.put("REGISTRY_JURISDICTION", jurisdiction);
    settings.put("REGISTRY_REVIEW_INTERVAL", interval);
    return ServerProcess.start(REGISTRY, Files.createDirectories(folder.resolve(name)), settings);
  }

  private void await(int reviewed) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (count("registry.review WHERE rule_set LIKE '%-gb|%'") < reviewed) {
      assertThat(System.nanoTime()).as("the time for %s reviews", reviewed).isLessThan(end);
      Thread.sleep(10);
    }
  }

  /** Patients with a dose for which no consent is on record. */
  private void treat(ServerProcess server) throws IOException, InterruptedException {
    Ehr clinic = Ehr.fresh();
    post(server, clinic.registration());
    for (int i = 0; i < PATIENTS; i++) {
      Ehr patient = clinic.nextPatient();
      post(server, patient.consultation().without("/entry/2"));
      post(server, patient.session());
    }
  }

  private void post(ServerProcess server, Draft bundle) throws IOException, InterruptedException {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(server.root() + "/fhir"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(bundle.text()))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
