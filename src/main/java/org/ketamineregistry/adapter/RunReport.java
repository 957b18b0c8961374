package org.ketamineregistry.adapter;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ketamineregistry.adapter.Tally.Reason;

/** What a run came to, for a person, a program or a spreadsheet. It holds nothing of an item. */
public record RunReport(Tally tally) {
  /** Reasons with the rows that they concern, and the numbers. */
  public String text() {
    var text = new StringBuilder();
    for (Reason reason : tally.reasons()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s  %s  (%s)%n    %s%n",
              reason.fault().code(),
              reason.fault().origin(),
              rows(reason),
              reason.fault().text()));
    }
    if (tally.untold() > 0) {
      text.append(String.format(Locale.ROOT, "and %,d more, of other reasons%n", tally.untold()));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%,d read: %,d accepted, %,d unchanged, %,d refused, %,d left out by the mapping%n",
                tally.read(),
                tally.accepted(),
                tally.unchanged(),
                tally.refused(),
                tally.leftOut()))
        .toString();
  }

  /** The same in JSON. */
  public String json() {
    return tally.json().toPrettyString() + "\n";
  }

  /** One row a reason, after RFC 4180. */
  public String csv() {
    var csv = new StringBuilder("code,at,count,first_rows,text\r\n");
    for (Reason reason : tally.reasons()) {
      csv.append(cell(reason.fault().code())).append(',');
      csv.append(cell(reason.fault().origin())).append(',');
      csv.append(reason.count()).append(',');
      csv.append(cell(numbers(reason))).append(',');
      csv.append(cell(reason.fault().text())).append("\r\n");
    }
    return csv.toString();
  }

  private static String rows(Reason reason) {
    long more = reason.count() - reason.first().size();
    return (reason.count() == 1 ? "row " : "rows ")
        + numbers(reason)
        + (more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
  }

  private static String numbers(Reason reason) {
    return reason.first().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** A spreadsheet takes a cell that begins so for a formula; an apostrophe tells it not to. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
