package org.ketamineregistry.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.bench.Workload.Sending;
import org.ketamineregistry.database.DurableDatabase;
import org.ketamineregistry.process.ServerProcess;

/** A FHIR server in a process of its own, on an empty PostgreSQL of its own. */
final class ServerUnderTest implements Load.Target, AutoCloseable {
  private final String name;
  private final DurableDatabase database;
  private final ServerProcess process;
  private final URI base;
  private volatile @Nullable Credentials credentials;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ServerUnderTest(String name, DurableDatabase database, ServerProcess process) {
    this.name = name;
    this.database = database;
    this.process = process;
    base = URI.create(process.root() + "/fhir");
  }

  static ServerUnderTest start(String name, ServerProcess.Recipe recipe, Path folder)
      throws IOException, SQLException {
    return start(name, recipe, folder, Map.of());
  }

  /**
   * @param settings environment variables beside those of the database
   */
  static ServerUnderTest start(
      String name, ServerProcess.Recipe recipe, Path folder, Map<String, String> settings)
      throws IOException, SQLException {
    Path own = Files.createDirectories(folder.resolve(name.replace(' ', '-')));
    var database = DurableDatabase.on(own.resolve("database"));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close, "end-database"));
    try {
      var account = database.account();
      Map<String, String> all = new HashMap<>(settings);
      all.put("SPRING_DATASOURCE_URL", account.getJdbcUrl());
      all.put("SPRING_DATASOURCE_USERNAME", account.getUsername());
      all.put("SPRING_DATASOURCE_PASSWORD", account.getPassword());
      return new ServerUnderTest(name, database, ServerProcess.start(recipe, own, all));
    } catch (IOException | RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  String name() {
    return name;
  }

  URI base() {
    return base;
  }

  DurableDatabase database() {
    return database;
  }

  void awaitReady() throws IOException, InterruptedException {
    process.awaitReady();
  }

  /** Registers the clinics that the bundles name. */
  void register(Map<String, byte[]> clinics) throws IOException, InterruptedException {
    for (var clinic : clinics.entrySet()) {
      String identifier = URLEncoder.encode(clinic.getKey(), StandardCharsets.UTF_8);
      send(
          HttpRequest.newBuilder(URI.create(base + "/Organization?identifier=" + identifier))
              .PUT(BodyPublishers.ofByteArray(clinic.getValue())));
    }
  }

  @Override
  public void take(Sending sending) throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(base).POST(BodyPublishers.ofByteArray(sending.body())));
  }

  /** The same server, asked for the session of a bundle and all that was measured in it. */
  Load.Target reading() {
    return new Load.Target() {
      @Override
      public void take(Sending sending) throws IOException, InterruptedException {
        String session = URLEncoder.encode(sending.session(), StandardCharsets.UTF_8);
        send(
            HttpRequest.newBuilder(
                    URI.create(
                        base
                            + "/Encounter?identifier="
                            + session
                            + "&_revinclude=Observation:encounter"))
                .GET());
      }

      @Override
      public Duration serverCpu() throws IOException {
        return ServerUnderTest.this.serverCpu();
      }

      @Override
      public Duration databaseCpu() throws IOException {
        return ServerUnderTest.this.databaseCpu();
      }
    };
  }

  /** The answer to a read, whatever its status, and how long it took in nanoseconds. */
  long timeOf(String path, int status) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).GET();
    Credentials caller = credentials;
    if (caller != null) {
      request.header("Authorization", "Bearer " + caller.token());
    }
    HttpRequest built = request.build();
    long sent = System.nanoTime();
    int answered = client.send(built, BodyHandlers.discarding()).statusCode();
    long time = System.nanoTime() - sent;
    if (answered != status) {
      throw new IllegalStateException(name + " answered " + answered);
    }
    return time;
  }

  /** Sends a bundle that is no part of the workload. */
  void submit(String bundle) throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(base).POST(BodyPublishers.ofString(bundle)));
  }

  /** Posts, and gives the body of an answer that is 200. */
  String post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          path + " answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  /** Every request from now on bears a token. */
  void present(Credentials caller) {
    credentials = caller;
  }

  @Override
  public Duration serverCpu() throws IOException {
    return CpuTime.of(process.pid());
  }

  @Override
  public Duration databaseCpu() throws IOException {
    return CpuTime.ofFamily(database.pid());
  }

  private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    Credentials caller = credentials;
    if (caller != null) {
      request.header("Authorization", "Bearer " + caller.token());
    }
    HttpResponse<byte[]> response =
        client.send(
            request
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json")
                .build(),
            BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          name
              + " answered "
              + response.statusCode()
              + ": "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    try (database) {
      process.close();
    }
  }
}
