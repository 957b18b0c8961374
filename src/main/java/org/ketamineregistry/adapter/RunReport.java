package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ketamineregistry.adapter.Tally.Reason;

/** What a run came to, for a person, a program or a spreadsheet. It holds nothing of an item. */
public record RunReport(Tally tally, Naming naming) {
  /** Of the rows of a table. */
  public RunReport(Tally tally) {
    this(tally, Naming.ROWS);
  }

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
              items(reason),
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
    ObjectNode json = tally.json();
    for (JsonNode reason : json.path("reasons")) {
      if (reason.get("first") instanceof ArrayNode first) {
        List<JsonNode> named = new ArrayList<>();
        first.forEach(number -> named.add(naming.json(number.asLong())));
        first.removeAll().addAll(named);
      }
    }
    return json.toPrettyString() + "\n";
  }

  /** One row a reason, after RFC 4180. */
  public String csv() {
    var csv = new StringBuilder("code,at,count,first_rows,text\r\n");
    for (Reason reason : tally.reasons()) {
      csv.append(cell(reason.fault().code())).append(',');
      csv.append(cell(reason.fault().origin())).append(',');
      csv.append(reason.count()).append(',');
      csv.append(cell(naming.plain(reason.first()))).append(',');
      csv.append(cell(reason.fault().text())).append("\r\n");
    }
    return csv.toString();
  }

  private String items(Reason reason) {
    long more = reason.count() - reason.first().size();
    return naming.told(reason.first(), reason.count())
        + (more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
  }

  /** A spreadsheet takes a cell that begins so for a formula; an apostrophe tells it not to. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
