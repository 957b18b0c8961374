package org.ketamineregistry.process;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.ketamineregistry.KetamineRegistry;

/**
 * A server in a process of its own, to be measured or killed. It ends with the process that started
 * it, however that one ends but for a kill.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(60);

  private final Process process;
  private final Thread endWithUs;
  private final Path log;
  private final int port;
  private final String readyPath;

  /**
   * Flags of a virtual machine that is to be ready soon, and does not live long. Without the second
   * compiler Java reserves 48 MB for code, which is too little for HAPI.
   *
   * @param heap its largest size, such as {@code 768m}
   */
  public static List<String> startingQuickly(String heap) {
    return List.of(
        "-XX:TieredStopAtLevel=1",
        "-XX:ReservedCodeCacheSize=240m",
        "-XX:+UseSerialGC",
        "-Xmx" + heap);
  }

  /**
   * How a server is started.
   *
   * @param command class path, main class and arguments of the virtual machine
   * @param ready the path that answers 200 when the server is ready
   */
  public record Recipe(List<String> command, String ready) {

    /** The registry, without the tests, whose configurations its component scan would find. */
    public static Recipe registry(List<String> jvm) {
      return of(
          jvm,
          JavaProcess.withoutTests(),
          KetamineRegistry.class,
          "/actuator/health/readiness",
          "serve");
    }

    /**
     * The registry, started by a class of the tests that stands alone.
     *
     * @param folder where that class is copied to, without the other tests
     */
    public static Recipe registryWith(List<String> jvm, Class<?> main, Path folder)
        throws IOException {
      String file = main.getName().replace('.', '/') + ".class";
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      try (var in = main.getResourceAsStream("/" + file)) {
        Files.copy(Objects.requireNonNull(in), copy);
      }
      Recipe registry = registry(jvm);
      int classPath = registry.command().indexOf("-cp") + 1;
      return of(
          jvm,
          registry.command().get(classPath) + File.pathSeparator + folder,
          main,
          registry.ready());
    }

    /** A main class of the tests. */
    public static Recipe ofTests(List<String> jvm, Class<?> main, String ready) {
      return of(jvm, JavaProcess.classPath(), main, ready);
    }

    private static Recipe of(
        List<String> jvm, String classPath, Class<?> main, String ready, String... arguments) {
      var command = new ArrayList<>(jvm);
      command.addAll(List.of("-cp", classPath, main.getName()));
      command.addAll(List.of(arguments));
      return new Recipe(List.copyOf(command), ready);
    }
  }

  private ServerProcess(Process process, Path log, int port, String readyPath) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.readyPath = readyPath;
    endWithUs = new Thread(process::destroy, "end-server");
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  /**
   * Starts a server on a free port of the loopback address.
   *
   * @param folder its working directory; its log is there too
   * @param settings environment variables beside {@code SERVER_PORT}
   */
  public static ServerProcess start(Recipe recipe, Path folder, Map<String, String> settings)
      throws IOException {
    Path log = Files.createDirectories(folder).resolve("server.log");
    int port = freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(recipe.command());
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(settings);
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    return new ServerProcess(builder.start(), log, port, recipe.ready());
  }

  /** Waits until the server says that it is ready. */
  public ServerProcess awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    HttpClient client = HttpClient.newHttpClient();
    var request =
        HttpRequest.newBuilder(URI.create(root() + readyPath))
            .timeout(Duration.ofMinutes(1))
            .build();
    while (!answers(client, request)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("Not ready: " + Files.readString(log));
      }
      Thread.sleep(250);
    }
    return this;
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  public String root() {
    return "http://127.0.0.1:" + port;
  }

  public long pid() {
    return process.pid();
  }

  /** Ends the process at once, as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asks the server to end, and ends it where it does not. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(endWithUs);
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
