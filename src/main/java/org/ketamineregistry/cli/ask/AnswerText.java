package org.ketamineregistry.cli.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ketamineregistry.cli.ask.NetworkAnswer.Figure;
import org.ketamineregistry.cli.text.Table;

/** Writes an answer for people, and for a spreadsheet. */
final class AnswerText {
  private static final String WITHHELD = "withheld";

  private AnswerText() {}

  /** The summary first, then members, then figures. */
  static String table(NetworkAnswer answer) {
    List<List<String>> members = new ArrayList<>();
    members.add(List.of("member", "status", "cut"));
    answer
        .members()
        .forEach(member -> members.add(List.of(member.id(), member.status(), member.cut())));
    List<List<String>> figures = new ArrayList<>();
    List<String> dimensions = dimensions(answer);
    figures.add(row("group", dimensions, List.of("figure", "value", "interval", "members")));
    for (Figure figure : answer.figures()) {
      figures.add(
          row(
              figure.group(),
              bands(figure, dimensions),
              List.of(
                  figure.name(),
                  (figure.lowerBound() ? "at least " : "")
                      + Objects.requireNonNullElse(figure.value(), WITHHELD),
                  figure.low() == null
                      ? ""
                      : figure.low() + " to " + Objects.requireNonNullElse(figure.high(), "open"),
                  figure.shown() + " of " + (figure.shown() + figure.withheld()))));
    }
    return String.join(
            System.lineSeparator(),
            answer.summary(),
            "",
            Table.aligned(members),
            Table.aligned(figures),
            answer.mayOverlap() ? "A patient may be counted at more than one member." : "")
        + System.lineSeparator();
  }

  /** A line for each figure, under one heading. */
  static String csv(NetworkAnswer answer) {
    List<String> dimensions = dimensions(answer);
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        row(
            "group",
            dimensions,
            List.of(
                "figure",
                "value",
                "withheld",
                "lower_bound",
                "low",
                "high",
                "members_shown",
                "members_withheld")));
    for (Figure figure : answer.figures()) {
      lines.add(
          row(
              figure.group(),
              bands(figure, dimensions),
              List.of(
                  figure.name(),
                  Objects.requireNonNullElse(figure.value(), ""),
                  Boolean.toString(figure.value() == null),
                  Boolean.toString(figure.lowerBound()),
                  Objects.requireNonNullElse(figure.low(), ""),
                  Objects.requireNonNullElse(figure.high(), ""),
                  Integer.toString(figure.shown()),
                  Integer.toString(figure.withheld()))));
    }
    return lines.stream()
        .map(line -> line.stream().map(AnswerText::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static List<String> dimensions(NetworkAnswer answer) {
    return answer.figures().stream()
        .flatMap(figure -> figure.bands().keySet().stream())
        .distinct()
        .toList();
  }

  private static List<String> bands(Figure figure, List<String> dimensions) {
    return dimensions.stream().map(one -> figure.bands().getOrDefault(one, "")).toList();
  }

  private static List<String> row(String first, List<String> middle, List<String> last) {
    List<String> row = new ArrayList<>();
    row.add(first);
    row.addAll(middle);
    row.addAll(last);
    return row;
  }

  /** What comes from other registries may hold what a spreadsheet takes for a formula. */
  private static String quoted(String value) {
    String harmless = value.matches("[=+\\-@\\t\\r].*") && !isNumber(value) ? "'" + value : value;
    return harmless.matches("(?s).*[,\"\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }

  private static boolean isNumber(String value) {
    return value.matches("-?[0-9.]+([eE][+-]?[0-9]+)?");
  }
}
