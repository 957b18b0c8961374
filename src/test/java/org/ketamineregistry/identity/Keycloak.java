package org.ketamineregistry.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Keycloak itself, in a process that ends with the tests. The build unpacks it below the user's
 * cache ({@code pom.xml}); the first run there builds it, which takes most of a minute.
 */
final class Keycloak {
  private static final String VERSION = "26.7.3";
  private static final Path HOME =
      Path.of(
          System.getProperty("user.home"), ".cache", "ketamine-registry", "keycloak-" + VERSION);
  private static final Duration START = Duration.ofMinutes(3);

  static final String ADMINISTRATOR = "administrator";
  static final String PASSWORD = UUID.randomUUID().toString();

  private final String root;

  private Keycloak(String root) {
    this.root = root;
  }

  /** Starts one on free ports of the loopback address, and waits until it is ready. */
  static Keycloak start() {
    try {
      if (!Files.exists(HOME)) {
        throw new IllegalStateException(
            "Keycloak is unpacked by the build: mvn pre-integration-test -DskipTests");
      }
      build();
      int port = freePort();
      int management = freePort();
      String root = "http://127.0.0.1:" + port;
      Path log = Files.createDirectories(Path.of("target")).resolve("keycloak-" + port + ".log");
      var builder =
          kc(
              log,
              "start",
              "--optimized",
              "--http-enabled=true",
              "--http-host=127.0.0.1",
              "--http-port=" + port,
              "--http-management-port=" + management,
              "--hostname=" + root,
              "--cache=local");
      builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
      builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-keycloak"));
      await(process, "http://127.0.0.1:" + management + "/health/ready", log);
      return new Keycloak(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The address without a path. */
  String root() {
    return root;
  }

  /** Two test runs of one machine share the copy, and one of them builds it. */
  private static void build() throws IOException, InterruptedException {
    Path built = HOME.resolveSibling(HOME.getFileName() + ".built");
    Path lock = HOME.resolveSibling(HOME.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (held.isValid() && Files.exists(built) && Files.readString(built).equals(buildStamp())) {
        return;
      }
      Path log = HOME.resolveSibling(HOME.getFileName() + ".build.log");
      if (kc(log, "build", "--db=dev-mem", "--health-enabled=true").start().waitFor() != 0) {
        throw new IllegalStateException("Keycloak was not built: " + Files.readString(log));
      }
      Files.writeString(built, buildStamp());
    }
  }

  /** What a build writes anew, and what unpacking once more would put back. */
  private static String buildStamp() throws IOException {
    return Files.getLastModifiedTime(HOME.resolve("lib/quarkus/generated-bytecode.jar")).toString();
  }

  private static ProcessBuilder kc(Path log, String... arguments) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    var builder =
        new ProcessBuilder(HOME.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh").toString());
    // A script that the archive holds without its executable bit is run all the same.
    if (!windows) {
      builder.command().add(0, "bash");
    }
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile());
  }

  private static void await(Process process, String ready, Path log)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    var request = HttpRequest.newBuilder(URI.create(ready)).timeout(Duration.ofSeconds(10)).build();
    var client = HttpClient.newHttpClient();
    while (!answers(client, request)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("Keycloak is not ready: " + Files.readString(log));
      }
      Thread.sleep(250);
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
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
}
