package org.ketamineregistry.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketamineregistry.indicator.SqlTokens.Token;

/**
 * All the small faults that somebody might make in an SQL text: a bound that is shifted or left
 * out, a term that is forgotten, another direction, a status that is missing. It knows SQL's words
 * and nothing of what the text says.
 */
final class SqlMutants {
  private static final Map<String, List<String>> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("<=", List.of("<", ">=")),
          Map.entry(">=", List.of(">", "<=")),
          Map.entry("<", List.of("<=", ">")),
          Map.entry(">", List.of(">=", "<")),
          Map.entry("=", List.of("<>")),
          Map.entry("<>", List.of("=")),
          Map.entry("+", List.of("-")),
          Map.entry("-", List.of("+")),
          Map.entry("/", List.of("*")),
          Map.entry("min", List.of("max")),
          Map.entry("max", List.of("min")),
          Map.entry("least", List.of("greatest")),
          Map.entry("greatest", List.of("least")),
          Map.entry("bool_or", List.of("bool_and")),
          Map.entry("bool_and", List.of("bool_or")),
          Map.entry("ceil", List.of("floor")),
          Map.entry("true", List.of("false")),
          Map.entry("false", List.of("true")),
          Map.entry("DESC", List.of("ASC")),
          Map.entry("FIRST", List.of("LAST")),
          Map.entry("LAST", List.of("FIRST")),
          Map.entry("OR", List.of("AND")),
          Map.entry("PRECEDING", List.of("FOLLOWING")),
          Map.entry("FOLLOWING", List.of("PRECEDING")),
          Map.entry("lag", List.of("lead")),
          Map.entry("lead", List.of("lag")),
          Map.entry("first_value", List.of("last_value")),
          Map.entry("last_value", List.of("first_value")));

  private static final Pattern INTERVAL = Pattern.compile("'(\\d+) ([a-z]+)'");
  private static final Set<String> ENDS_OF_ORDER = Set.of("LIMIT", "ROWS", "RANGE", "GROUPS");

  private final String file;
  private final String sql;
  private final SqlTokens tokens;
  private final List<Mutant> mutants = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();

  private SqlMutants(String file, String sql) {
    this.file = file;
    this.sql = sql;
    tokens = new SqlTokens(sql);
  }

  /**
   * Every mutant of a text.
   *
   * @param file how the text is called
   * @param sql the text, without comments
   */
  static List<Mutant> of(String file, String sql) {
    var made = new SqlMutants(file, sql);
    for (int i = 0; i < made.tokens.size(); i++) {
      made.word(i);
      made.number(i);
      made.term(i);
      made.predicate(i);
      made.condition(i);
      made.union(i);
      made.list(i);
      made.order(i);
    }
    return List.copyOf(made.mutants);
  }

  private void word(int i) {
    Token token = tokens.at(i);
    for (String other : OTHER_WORDS.getOrDefault(token.text(), List.of())) {
      replace(i, i + 1, other);
    }
    switch (token.text()) {
      case "LEFT" -> replace(i, i + 1, "");
      case "NOT" -> replace(i, i + 1, "");
      case "IS" -> {
        if (!tokens.text(i + 1).equals("NOT") && !tokens.text(i + 1).equals("DISTINCT")) {
          replace(i, i + 1, "IS NOT");
        }
      }
      case "DISTINCT" -> {
        if (!tokens.text(i + 1).equals("ON") && !tokens.text(i - 1).equals("IS")) {
          replace(i, i + 1, "");
        }
      }
      case "COALESCE" -> replace(i, after(i + 1), withoutDefault(i));
      case "first_day", "last_day" -> {
        if (tokens.text(i - 1).equals(".") && !tokens.text(i + 1).equals("+")) {
          replace(i, i + 1, token.text() + " + 1");
          replace(i, i + 1, token.text() + " - 1");
        }
      }
      default -> {
        // Other words are names.
      }
    }
  }

  private void number(int i) {
    Token token = tokens.at(i);
    if (Character.isDigit(token.text().charAt(0))) {
      var number = new BigDecimal(token.text());
      BigDecimal step = number.ulp();
      replace(i, i + 1, number.add(step).toString());
      replace(i, i + 1, number.subtract(step).toString());
    }
    Matcher interval = INTERVAL.matcher(token.text());
    if (tokens.text(i - 1).equals("interval") && interval.matches()) {
      int length = Integer.parseInt(interval.group(1));
      replace(i, i + 1, "'" + (length + 1) + " " + interval.group(2) + "'");
      replace(i, i + 1, "'" + (length - 1) + " " + interval.group(2) + "'");
    }
  }

  /** One of the terms that are joined by AND or OR is left out. */
  private void term(int i) {
    String join = tokens.text(i);
    if (tokens.isOfBetween(i) || !join.equals("AND") && !join.equals("OR")) {
      return;
    }
    Set<String> joins = join.equals("AND") ? Set.of("AND", "OR") : Set.of("OR");
    replace(i, tokens.endOfTerm(i, joins), "");
    int before = tokens.beforeTerm(i, joins);
    if (!tokens.text(before).equals(join)) {
      replace(before + 1, i + 1, "");
    }
  }

  /** A WHERE or HAVING of a single term asks for nothing. */
  private void predicate(int i) {
    if (Set.of("WHERE", "HAVING").contains(tokens.text(i))) {
      int end = tokens.endOfTerm(i, Set.of("AND", "OR"));
      if (!Set.of("AND", "OR").contains(tokens.text(end))) {
        replace(i + 1, end, "true");
      }
    }
  }

  private void condition(int i) {
    if (tokens.text(i).equals("WHEN")) {
      int end = tokens.next(i, Set.of("THEN"));
      replace(i + 1, end, "false");
      if (tokens.text(tokens.before(i, Set.of("WHEN", "THEN"))).equals("CASE")
          && tokens.text(i - 1).equals("CASE")) {
        replace(i + 1, end, "true");
      }
    }
  }

  /** One arm of a union is left out, or what is in both stands once or twice. */
  private void union(int i) {
    if (!tokens.text(i).equals("UNION")) {
      return;
    }
    boolean all = tokens.text(i + 1).equals("ALL");
    int first = all ? i + 2 : i + 1;
    replace(i, first, all ? "UNION" : "UNION ALL");
    replace(i, tokens.next(first, Set.of("UNION")), "");
    int begin = tokens.before(i, Set.of("SELECT"));
    if (!tokens.text(begin - 1).equals("ALL") && !tokens.text(begin - 1).equals("UNION")) {
      replace(begin, first, "");
    }
  }

  /** One of the literals of an IN or an ARRAY is left out. */
  private void list(int i) {
    boolean in = tokens.text(i).equals("IN") || tokens.text(i).equals("ARRAY");
    if (!in || !tokens.text(i + 2).startsWith("'")) {
      return;
    }
    int end = after(i + 1) - 1;
    for (int literal = i + 2; end > i + 3 && literal < end; literal += 2) {
      boolean last = literal + 1 == end;
      replace(last ? literal - 1 : literal, last ? literal + 1 : literal + 2, "");
    }
  }

  /** A key of an order is read the other way, or is left out. Those of DISTINCT ON have none. */
  private void order(int i) {
    if (!tokens.text(i).equals("BY") || !tokens.text(i - 1).equals("ORDER")) {
      return;
    }
    int distinct = distinctKeys(i);
    int key = 0;
    int from = i;
    while (from < tokens.size()) {
      int to = tokens.next(from, Set.of(",", "LIMIT", "ROWS", "RANGE", "GROUPS", "UNION"));
      boolean known = tokens.between(from + 1, to).matches("(?s).*\\b(DESC|ASC)\\b.*");
      if (key >= distinct && !known) {
        replace(to - 1, to, tokens.text(to - 1) + " DESC");
      }
      // Without the last key the order would be left to chance, and with it whether that is found.
      if (key >= distinct && key > 0 && tokens.text(to).equals(",")) {
        replace(from, to, "");
      }
      key++;
      if (!tokens.text(to).equals(",") || ENDS_OF_ORDER.contains(tokens.text(to))) {
        return;
      }
      from = to;
    }
  }

  private int distinctKeys(int order) {
    int select = tokens.before(order, Set.of("SELECT", "PARTITION"));
    if (!tokens.text(select + 1).equals("DISTINCT") || !tokens.text(select + 2).equals("ON")) {
      return 0;
    }
    int keys = 1;
    for (int i = select + 4; i < after(select + 3) - 1; i++) {
      if (tokens.text(i).equals(",") && tokens.at(i).depth() == tokens.at(select + 4).depth()) {
        keys++;
      }
    }
    return keys;
  }

  private String withoutDefault(int coalesce) {
    return tokens.between(coalesce + 2, tokens.next(coalesce + 2, Set.of(",")));
  }

  /** The token after the parenthesis or bracket that opens here. */
  private int after(int opening) {
    int depth = tokens.at(opening).depth();
    for (int i = opening + 1; i < tokens.size(); i++) {
      if (tokens.at(i).depth() == depth) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  private void replace(int from, int to, String by) {
    int start = tokens.start(from);
    int end = to > from ? tokens.at(to - 1).end() : start;
    String line =
        sql.lines()
            .skip(sql.chars().limit(start).filter(one -> one == '\n').count())
            .findFirst()
            .orElseThrow();
    String was = sql.substring(start, end);
    String around = tokens.between(Math.max(0, from - 1), Math.min(tokens.size(), to + 1));
    String change =
        (around + " -> " + (by.isEmpty() ? "without " + was : by)).replaceAll("\\s+", " ");
    int same = names.merge(line.strip() + change, 1, Integer::sum);
    mutants.add(
        new Mutant(
            file,
            line.strip(),
            same == 1 ? change : change + " (" + same + ")",
            sql.substring(0, start) + by + sql.substring(end)));
  }
}
