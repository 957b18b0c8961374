package org.ketamineregistry.cli.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What was refused and why, for a person, a program or a spreadsheet. */
final class RefusalReport {
  private static final int MOST_FILES_IN_TEXT = 20;

  private final PushOutcome outcome;

  RefusalReport(PushOutcome outcome) {
    this.outcome = outcome;
  }

  static boolean canWrite(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".csv");
  }

  /** Writes JSON or CSV, by the ending of the file. */
  void write(Path file) throws IOException {
    boolean csv = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    Files.writeString(file, csv ? csv() : json());
  }

  /** The first refusals and the numbers. */
  String text() {
    StringBuilder text = new StringBuilder();
    outcome.refusals().stream()
        .limit(MOST_FILES_IN_TEXT)
        .forEach(
            refusal -> {
              text.append(String.format("refused  %s  (%s)%n", refusal.file(), status(refusal)));
              refusal.issues().forEach(issue -> text.append(line(issue)));
            });
    long more = outcome.refused() - MOST_FILES_IN_TEXT;
    if (more > 0) {
      text.append(String.format(Locale.ROOT, "and %,d more; --report FILE lists all%n", more));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%,d accepted, %,d unchanged since an earlier push, %,d refused%n",
                outcome.accepted(),
                outcome.skipped(),
                outcome.refused()))
        .toString();
  }

  private String json() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode report = mapper.createObjectNode();
    report.put("accepted", outcome.accepted()).put("unchanged", outcome.skipped());
    ArrayNode refused = report.putArray("refused");
    for (Verdict refusal : outcome.refusals()) {
      ObjectNode file = refused.addObject();
      file.put("file", refusal.file()).put("status", refusal.status());
      ArrayNode issues = file.putArray("issues");
      refusal.issues().forEach(issue -> issues.addPOJO(issue));
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
  }

  /** One row an issue, after RFC 4180. */
  private String csv() {
    StringBuilder csv = new StringBuilder("file,status,severity,code,expression,line,text\r\n");
    for (Verdict refusal : outcome.refusals()) {
      for (Issue issue : refusal.issues()) {
        csv.append(cell(refusal.file())).append(',').append(refusal.status()).append(',');
        csv.append(cell(issue.severity())).append(',').append(cell(issue.code())).append(',');
        csv.append(cell(issue.expression())).append(',').append(issue.line()).append(',');
        csv.append(cell(issue.text())).append("\r\n");
      }
    }
    return csv.toString();
  }

  /** A spreadsheet takes a cell that begins so for a formula; an apostrophe tells it not to. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static String status(Verdict refusal) {
    return refusal.status() == 0 ? "not sent" : Integer.toString(refusal.status());
  }

  private static String line(Issue issue) {
    String place = issue.line() == 0 ? "" : "line " + issue.line() + ": ";
    return String.format(
        "  %s  %s%n      %s%s%n", issue.code(), issue.expression(), place, issue.text());
  }
}
