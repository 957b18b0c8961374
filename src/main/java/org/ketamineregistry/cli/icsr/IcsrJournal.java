package org.ketamineregistry.cli.icsr;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * What was written for sending, in which version, and what receivers answered: a line each, with
 * tabs between its parts, added and flushed at once. Half a line from a crash counts for nothing.
 */
final class IcsrJournal implements Closeable {
  static final String NAME = ".icsr-journal";
  private static final String SENT = "sent";
  private static final String ANSWERED = "answered";
  private static final String REJECTED = "rejected";
  private static final int SENT_PARTS = 6;
  private static final int ANSWERED_PARTS = 4;

  /**
   * A report that was written.
   *
   * @param identifier the case's C.1.1
   * @param event the event's id in the registry
   * @param batch N.1.2
   * @param kind 0 for a first report, otherwise C.1.11.1
   * @param digest the SHA-256 of what it says
   */
  record Sent(String identifier, String event, String batch, int kind, String digest) {}

  private record Answer(String identifier, String batch, boolean accepted) {}

  private final List<Sent> sent = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final BufferedWriter writer;

  private IcsrJournal(BufferedWriter writer) {
    this.writer = writer;
  }

  static IcsrJournal open(Path folder) throws Unusable {
    Path file = folder.resolve(NAME);
    try {
      boolean known = Files.exists(file);
      var journal =
          new IcsrJournal(
              Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      if (known) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
          lines.forEach(journal::remember);
        }
        journal.writer.newLine(); // so that half a line spoils no other
      }
      return journal;
    } catch (IOException | UncheckedIOException e) {
      throw new Unusable("Cannot keep a journal in " + folder + ": " + e, e);
    }
  }

  /** The latest report of a case that no receiver rejected. */
  Optional<Sent> standing(String identifier) {
    return reports(identifier).filter(one -> !isRejected(one)).reduce((earlier, later) -> later);
  }

  /** How many reports of a case were written. */
  long count(String identifier) {
    return reports(identifier).count();
  }

  /** Whether the identifier of a case was used for another event. */
  boolean isOfAnother(String identifier, String event) {
    return reports(identifier).anyMatch(one -> !one.event().equals(event));
  }

  /** The cases of a batch. */
  List<Sent> batch(String batch) {
    return sent.stream().filter(one -> one.batch().equals(batch)).toList();
  }

  void add(Sent report) throws IOException {
    sent.add(report);
    write(
        SENT,
        report.identifier(),
        report.event(),
        report.batch(),
        Integer.toString(report.kind()),
        report.digest());
  }

  void answered(String identifier, String batch, boolean accepted) throws IOException {
    answers.add(new Answer(identifier, batch, accepted));
    write(ANSWERED, identifier, batch, accepted ? "accepted" : REJECTED);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private Stream<Sent> reports(String identifier) {
    return sent.stream().filter(one -> one.identifier().equals(identifier));
  }

  /** The last answer counts. */
  private boolean isRejected(Sent report) {
    @Nullable Answer last =
        answers.stream()
            .filter(one -> one.identifier().equals(report.identifier()))
            .filter(one -> one.batch().equals(report.batch()))
            .reduce((earlier, later) -> later)
            .orElse(null);
    return last != null && !last.accepted();
  }

  private void write(String... parts) throws IOException {
    // An identifier is a clinic's own words, and may have a tab in it.
    writer.write(
        String.join(
            "\t", Stream.of(parts).map(part -> part.replaceAll("[\\t\\r\\n]", " ")).toList()));
    writer.newLine();
    writer.flush();
  }

  private void remember(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length == SENT_PARTS && parts[0].equals(SENT) && parts[5].length() == 64) {
      sent.add(new Sent(parts[1], parts[2], parts[3], Integer.parseInt(parts[4]), parts[5]));
    } else if (parts.length == ANSWERED_PARTS && parts[0].equals(ANSWERED)) {
      answers.add(new Answer(parts[1], parts[2], !parts[3].equals(REJECTED)));
    }
  }
}
