package org.ketamineregistry.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ketamineregistry.bench.Workload.Sending;
import org.ketamineregistry.database.DurableDatabase;

/** A FHIR server in a process of its own, on an empty PostgreSQL of its own. */
final class ServerUnderTest implements Load.Target, AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(60);

  private final String name;
  private final DurableDatabase database;
  private final Process process;
  private final Path log;
  private final URI base;
  private final URI ready;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * How a server is started.
   *
   * @param name for the log and the folder
   * @param command class path, main class and arguments of the virtual machine
   * @param ready the path that answers 200 when the server is
   */
  record Recipe(String name, List<String> command, String ready) {}

  private ServerUnderTest(
      Recipe recipe, DurableDatabase database, Process process, Path log, int port) {
    this.name = recipe.name();
    this.database = database;
    this.process = process;
    this.log = log;
    base = URI.create("http://127.0.0.1:" + port + "/fhir");
    ready = URI.create("http://127.0.0.1:" + port + recipe.ready());
  }

  static ServerUnderTest start(Recipe recipe, List<String> jvm, Path folder)
      throws IOException, SQLException {
    Path own = Files.createDirectories(folder.resolve(recipe.name().replace(' ', '-')));
    var database = DurableDatabase.on(own.resolve("database"));
    try {
      int port = freePort();
      Path log = own.resolve("server.log");
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(jvm);
      command.addAll(recipe.command());
      var builder =
          new ProcessBuilder(command)
              .directory(own.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder
          .environment()
          .putAll(
              Map.of(
                  "SERVER_PORT", Integer.toString(port),
                  "SPRING_DATASOURCE_URL", database.account().getJdbcUrl(),
                  "SPRING_DATASOURCE_USERNAME", database.account().getUsername(),
                  "SPRING_DATASOURCE_PASSWORD", database.account().getPassword()));
      return new ServerUnderTest(recipe, database, builder.start(), log, port);
    } catch (IOException | RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  String name() {
    return name;
  }

  DurableDatabase database() {
    return database;
  }

  void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("The server did not get ready, see " + log);
      }
      Thread.sleep(500);
    }
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

  @Override
  public Duration serverCpu() throws IOException {
    return CpuTime.of(process.pid());
  }

  @Override
  public Duration databaseCpu() throws IOException {
    return CpuTime.ofFamily(database.pid());
  }

  private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
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

  private boolean answers() throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(ready).timeout(Duration.ofMinutes(1)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    try (database) {
      process.destroy();
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
