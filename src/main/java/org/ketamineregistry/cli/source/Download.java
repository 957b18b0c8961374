package org.ketamineregistry.cli.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * Fetches files of an export. A file that was cut off is gone on with where the server takes a
 * range, and fetched again otherwise; it has its name only when all of it is there.
 */
final class Download implements AutoCloseable {
  private static final long LARGEST = 64L * 1024 * 1024 * 1024;
  private static final Duration WITHIN = Duration.ofHours(12);
  private static final Set<Integer> GONE = Set.of(403, 404, 410);
  private static final int PARTIAL = 206;
  private static final int NO_SUCH_RANGE = 416;

  private final SourceServer server;
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "download-watch");
            thread.setDaemon(true);
            return thread;
          });

  Download(SourceServer server) {
    this.server = server;
  }

  /** The export that a file is of is not there any more. */
  static final class Expired extends Exception {
    private static final long serialVersionUID = 1;

    Expired() {
      super("expired");
    }
  }

  /**
   * Fetches a file, unless it is there already.
   *
   * @param count how many resources the source says that it has; -1 where it does not
   * @throws Expired where it is gone
   * @throws IOException where it cannot be had whole
   */
  void fetch(URI address, Path file, long count)
      throws IOException, Unusable, Expired, InterruptedException {
    if (Files.exists(file)) {
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Path tag = file.resolveSibling(file.getFileName() + ".tag");
    for (int attempt = 1; ; attempt++) {
      Optional<Duration> asked = Optional.empty();
      try {
        asked = attempt(address, part, tag, count);
        if (asked.isEmpty()) {
          Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
          Files.deleteIfExists(tag);
          return;
        }
        if (server.patience().isOver(attempt)) {
          throw new IOException("The source is busy or away and gives no files.");
        }
      } catch (IOException e) {
        if (server.patience().isOver(attempt)) {
          throw e;
        }
      }
      Thread.sleep(server.patience().wait(attempt, asked).toMillis());
    }
  }

  /** Empty where the whole file is there; else how long to wait before the next attempt. */
  private Optional<Duration> attempt(URI address, Path part, Path tag, long count)
      throws IOException, Unusable, Expired, InterruptedException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/fhir+ndjson");
    headers.put("Accept-Encoding", "identity");
    if (have > 0) {
      headers.put("Range", "bytes=" + have + "-");
      if (Files.exists(tag)) {
        headers.put("If-Range", Files.readString(tag));
      }
    }
    HttpResponse<Long> answer;
    try (FileChannel open =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      open.position(have);
      answer =
          server.send(
              "GET",
              address,
              headers,
              info -> {
                boolean goesOn = info.statusCode() == PARTIAL;
                if ((goesOn && have == 0) || info.statusCode() / 100 != 2) {
                  return BodySubscribers.replacing(0L);
                }
                remember(tag, info.headers().firstValue("ETag").orElse(""));
                return new FileBody(goesOn ? open : begun(open), LARGEST, watcher);
              },
              WITHIN);
      open.force(false);
    }
    return judged(answer, part, have, count);
  }

  private static Optional<Duration> judged(
      HttpResponse<Long> answer, Path part, long have, long count)
      throws IOException, Unusable, Expired {
    int status = answer.statusCode();
    if (GONE.contains(status)) {
      throw new Expired();
    }
    if (SourceServer.isPassing(status)) {
      return Optional.of(SourceServer.retryAfter(answer.headers()).orElse(Duration.ZERO));
    }
    if (status == NO_SUCH_RANGE || (status == PARTIAL && !goesOnAt(answer, have))) {
      Files.deleteIfExists(part);
      throw new IOException("The source goes on with another part of a file.");
    }
    if (status != 200 && status != PARTIAL) {
      throw new Unusable(
          "The source answers "
              + status
              + " for a file"
              + (status / 100 == 3 ? ", and no redirect is followed." : "."));
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (type.contains("html")
        || type.contains("xml")
        || answer
            .headers()
            .firstValue("Content-Encoding")
            .filter(one -> !one.equals("identity"))
            .isPresent()) {
      Files.deleteIfExists(part);
      throw new Unusable(
          "What the source gives for a file is no NDJSON by its Content-Type, or is compressed.");
    }
    if (count >= 0 && lines(part) != count) {
      Files.deleteIfExists(part);
      throw new IOException("A file has not as many resources as the source says.");
    }
    return Optional.empty();
  }

  private static boolean goesOnAt(HttpResponse<Long> answer, long have) {
    return answer
        .headers()
        .firstValue("Content-Range")
        .filter(range -> range.startsWith("bytes " + have + "-"))
        .isPresent();
  }

  private static FileChannel begun(FileChannel open) {
    try {
      return open.truncate(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remember(Path tag, String value) {
    try {
      if (value.startsWith("\"")) {
        Files.writeString(tag, value);
      } else {
        Files.deleteIfExists(tag);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines that are not blank. */
  static long lines(Path file) throws IOException {
    long lines = 0;
    boolean any = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet == '\n') {
          lines += any ? 1 : 0;
          any = false;
        } else if (octet > ' ') {
          any = true;
        }
      }
    }
    return lines + (any ? 1 : 0);
  }

  @Override
  public void close() {
    watcher.shutdownNow();
  }
}
