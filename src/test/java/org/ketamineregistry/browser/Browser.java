package org.ketamineregistry.browser;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium without a window. It is spoken to by its own DevTools protocol, so that nothing but
 * the browser need be installed.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final Path profile;
  private final DevTools tools;

  private Browser(Process process, Path profile, DevTools tools) {
    this.process = process;
    this.profile = profile;
    this.tools = tools;
  }

  /** The browser's program: the one that CHROMIUM names, or the first on the path. */
  public static Optional<Path> installed() {
    Stream<Path> named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
    Stream<Path> onPath =
        NAMES.stream()
            .flatMap(
                name ->
                    Arrays.stream(
                            Objects.requireNonNullElse(System.getenv("PATH"), "")
                                .split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  /** Starts a browser with a profile of its own, which goes with it. */
  public static Browser start() {
    try {
      Path profile = Files.createTempDirectory("browser");
      Process process =
          new ProcessBuilder(
                  installed().orElseThrow().toString(),
                  "--headless",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-quic",
                  "--disable-dev-shm-usage",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + profile,
                  "about:blank")
              .redirectErrorStream(true)
              .start();
      return new Browser(process, profile, DevTools.connect(address(process)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        // What it says later must go somewhere, or it would wait for a reader.
        Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}), "browser-output");
        drain.setDaemon(true);
        drain.start();
        return listening.group(1);
      }
    }
    throw new IOException("The browser ended before it listened");
  }

  /** Opens an empty tab with a window of a size, in CSS pixels. */
  public Tab open(int width, int height) {
    var nothing = JsonNodeFactory.instance.objectNode();
    String context =
        tools.send("", "Target.createBrowserContext", nothing).get("browserContextId").asText();
    var target = JsonNodeFactory.instance.objectNode();
    target.put("url", "about:blank").put("browserContextId", context);
    String id = tools.send("", "Target.createTarget", target).get("targetId").asText();
    var attach = JsonNodeFactory.instance.objectNode().put("targetId", id).put("flatten", true);
    String session = tools.send("", "Target.attachToTarget", attach).get("sessionId").asText();
    var tab = new Tab(tools, session);
    tab.resize(width, height);
    return tab;
  }

  @Override
  public void close() {
    // Its helpers outlive it for a moment, and still write into the profile.
    List<ProcessHandle> helpers = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      for (ProcessHandle helper : helpers) {
        helper.destroyForcibly();
        helper.onExit().join();
      }
      try (Stream<Path> tree = Files.walk(profile)) {
        tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
