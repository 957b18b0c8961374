package org.ketamineregistry.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The figures of a run as a page of Markdown. */
final class Results {
  static final String REGISTRY = "registry";
  static final String PLAIN = "plain HAPI JPA";
  static final String FLOOR = "JDBC inserts";

  private final Map<Integer, Map<String, Measured>> levels = new LinkedHashMap<>();
  private final Map<String, Double> bytes = new LinkedHashMap<>();

  void add(int level, String side, Measured measured) {
    levels
        .computeIfAbsent(level, key -> new LinkedHashMap<>())
        .merge(side, measured, Measured::plus);
  }

  void bytesPerResource(String side, double value) {
    bytes.put(side, value);
  }

  /** The throughput of the registry at a level over that of the plain server. */
  double factor(int level) {
    return of(level, REGISTRY).perSecond() / of(level, PLAIN).perSecond();
  }

  String markdown(List<String> circumstances) {
    var page = new StringBuilder();
    circumstances.forEach(line -> page.append("- ").append(line).append('\n'));
    page.append(
        """

        | senders | server | bundles/s | server CPU ms | PostgreSQL CPU ms | p50 ms | p95 ms | p99 ms |
        | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        """);
    levels.forEach(
        (level, sides) ->
            sides.forEach((side, measured) -> page.append(row(level, side, measured))));
    page.append(
        """

        | senders | bundles/s, registry over plain | CPU of server and PostgreSQL, plain over registry |
        | ---: | ---: | ---: |
        """);
    for (int level : levels.keySet()) {
      page.append(line("| %d | **%.1f** | %.1f |%n", level, factor(level), processor(level)));
    }
    page.append("\n| server | database bytes a resource |\n| --- | ---: |\n");
    bytes.forEach((side, value) -> page.append(line("| %s | %.0f |%n", side, value)));
    return page.toString();
  }

  private double processor(int level) {
    Measured plain = of(level, PLAIN);
    Measured registry = of(level, REGISTRY);
    return (plain.serverMillis() + plain.databaseMillis())
        / (registry.serverMillis() + registry.databaseMillis());
  }

  private Measured of(int level, String side) {
    return Objects.requireNonNull(levels.getOrDefault(level, Map.of()).get(side));
  }

  private static String row(int level, String side, Measured measured) {
    return line(
        "| %d | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
        level,
        side,
        measured.perSecond(),
        measured.serverMillis(),
        measured.databaseMillis(),
        measured.percentile(0.50),
        measured.percentile(0.95),
        measured.percentile(0.99));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
