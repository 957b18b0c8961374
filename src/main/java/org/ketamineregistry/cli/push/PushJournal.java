package org.ketamineregistry.cli.push;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * What a folder's earlier pushes achieved, one line a file: status, SHA-256, registry and path,
 * with tabs between them. Lines are added and flushed at once; the last line about a file counts,
 * and half a line from a crash counts for nothing.
 */
final class PushJournal implements Closeable {
  static final String NAME = ".push-journal";

  private final Map<String, String> acceptedDigests = new HashMap<>();
  private final String registry;
  private final BufferedWriter writer;

  private PushJournal(String registry, BufferedWriter writer) {
    this.registry = registry;
    this.writer = writer;
  }

  static PushJournal open(Path folder, String registry) throws Unusable {
    Path file = folder.resolve(NAME);
    try {
      boolean known = Files.exists(file);
      PushJournal journal =
          new PushJournal(
              registry,
              Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      if (known) {
        try (Stream<String> lines = Files.lines(file)) {
          lines.forEach(journal::remember);
        }
        journal.writer.newLine(); // so that half a line spoils no other
      }
      return journal;
    } catch (IOException | UncheckedIOException e) {
      throw new Unusable("Cannot keep a journal in " + folder + ": " + e, e);
    }
  }

  synchronized boolean isAccepted(Payload payload) {
    return payload.digest().equals(acceptedDigests.get(payload.name()));
  }

  synchronized void record(Payload payload, Verdict verdict) throws IOException {
    int status = verdict.accepted() ? verdict.status() : Math.max(400, verdict.status());
    writer.write(
        String.join("\t", Integer.toString(status), payload.digest(), registry, payload.name()));
    writer.newLine();
    writer.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }

  private void remember(String line) {
    String[] fields = line.split("\t", 4);
    if (fields.length == 4 && fields[1].length() == 64 && fields[2].equals(registry)) {
      if (fields[0].matches("2\\d\\d")) {
        acceptedDigests.put(fields[3], fields[1]);
      } else {
        acceptedDigests.remove(fields[3]);
      }
    }
  }
}
