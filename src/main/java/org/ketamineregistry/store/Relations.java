package org.ketamineregistry.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the records say in the words of the indicators, whatever period is asked for: named queries
 * over the flat tables, in {@code indicators/relations/}. A question about the moment has them as
 * common table expressions; a cut keeps those as tables that indicators read.
 */
final class Relations {
  private static final List<String> FILES =
      List.of("persons", "treatment", "effect", "events", "courses", "monitoring", "exposure");

  private static final String MOMENT =
      "moment AS (SELECT :as_of::timestamptz AS as_of, :basis::text AS basis,"
          + " :adverse_effects::text[] AS adverse_effects),\n";

  private static final Pattern RELATION =
      Pattern.compile(
          "^([a-z_]+) AS (?:MATERIALIZED )?\\(\\n(.*?)^\\),$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final List<String> TEXTS =
      FILES.stream().map(file -> text("relations/" + file)).toList();

  /** All of them; each reads only those before it. */
  static final List<Relation> ALL =
      TEXTS.stream().flatMap(text -> RELATION.matcher(text).results()).map(Relation::of).toList();

  /** By which a person is found and named. */
  private static final Set<String> PERSONS = Set.of("person_counted", "person_known");

  /** Those that an indicator reads, and those of persons. */
  static final List<Relation> READ = read();

  /**
   * A relation.
   *
   * @param name by which others read it
   * @param query what it is
   */
  record Relation(String name, String query) {
    private static Relation of(MatchResult found) {
      return new Relation(found.group(1), found.group(2));
    }

    boolean isReadBy(String text) {
      return Pattern.compile("(FROM|JOIN) " + name + "\\b").matcher(text).find();
    }
  }

  private Relations() {}

  /** How a query about what is on record now begins. */
  static String live() {
    return "WITH " + MOMENT + String.join("\n", TEXTS);
  }

  /** How a query over a cut begins. */
  static String over(String copy) {
    return "WITH " + tables(copy, READ.stream().map(Relation::name));
  }

  /** Tables of a cut, to be read by their names. */
  static String tables(String copy, Stream<String> names) {
    return names
        .map(name -> name + " AS NOT MATERIALIZED (SELECT * FROM " + copy + "." + name + "),\n")
        .collect(Collectors.joining());
  }

  /** The text of a file of {@code indicators/}, without its ending. */
  static String text(String file) {
    String path = "/indicators/" + file + ".sql";
    try (InputStream in = Relations.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static List<Relation> read() {
    String indicators =
        Stream.concat(Stream.of("patients"), Indicators.MEASURES.stream())
            .map(Relations::text)
            .map(text -> Pattern.compile("--.*").matcher(text).replaceAll(""))
            .collect(Collectors.joining("\n"));
    return ALL.stream()
        .filter(one -> PERSONS.contains(one.name()) || one.isReadBy(indicators))
        .toList();
  }
}
