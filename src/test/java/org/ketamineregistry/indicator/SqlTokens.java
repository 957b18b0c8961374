package org.ketamineregistry.indicator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words, signs and literals of an SQL text without comments, and how deep each stands in
 * parentheses, brackets and {@code CASE … END}. What opens or closes stands as deep as what is
 * around it.
 */
final class SqlTokens {
  /** A word, a sign or a literal, from one character of the text to another. */
  record Token(int start, int end, String text, int depth) {
    boolean is(String other) {
      return text.equals(other);
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\\d+(?:\\.\\d+)?|\\w+|<=|>=|<>|@>|->>|->|\\|\\||::|[^\\s\\w']");

  private static final Set<String> CLAUSES =
      Set.of(
          "WHERE", "GROUP", "ORDER", "HAVING", "UNION", "JOIN", "LEFT", "CROSS", "THEN", "AS", ",",
          "ON", "WHEN", "ELSE", "SELECT", "FROM", "FILTER");

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private final Set<Integer> ofBetween = new HashSet<>();

  SqlTokens(String sql) {
    this.sql = sql;
    int depth = 0;
    Matcher found = TOKEN.matcher(sql);
    while (found.find()) {
      String text = found.group();
      if (Set.of(")", "]", "END").contains(text)) {
        depth--;
      }
      tokens.add(new Token(found.start(), found.end(), text, depth));
      if (Set.of("(", "[", "CASE").contains(text)) {
        depth++;
      }
    }
    for (int i = 0; i < size(); i++) {
      if (at(i).is("BETWEEN")) {
        ofBetween.add(next(i, Set.of("AND")));
      }
    }
  }

  int size() {
    return tokens.size();
  }

  Token at(int index) {
    return tokens.get(index);
  }

  /** The text of a token, or nothing beyond either end. */
  String text(int index) {
    return index < 0 || index >= size() ? "" : at(index).text();
  }

  /** What stands from the begin of one token to that of another, which is not in it. */
  String between(int from, int to) {
    return sql.substring(start(from), start(to)).strip();
  }

  int start(int index) {
    return index < size() ? at(index).start() : sql.length();
  }

  /** Whether it is the AND of a BETWEEN, which joins no terms. */
  boolean isOfBetween(int index) {
    return ofBetween.contains(index);
  }

  /** The next of some words that stands as deep, or the end of what stands as deep. */
  int next(int from, Set<String> words) {
    int depth = at(from).depth();
    for (int i = from + 1; i < size(); i++) {
      if (at(i).depth() < depth || at(i).depth() == depth && words.contains(text(i))) {
        return i;
      }
    }
    return size();
  }

  /** The last of some words before that stands as deep, or what opens what stands as deep. */
  int before(int from, Set<String> words) {
    int depth = at(from).depth();
    for (int i = from - 1; i >= 0; i--) {
      if (at(i).depth() < depth || at(i).depth() == depth && words.contains(text(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The token after the term that begins after this one. */
  int endOfTerm(int from, Set<String> joins) {
    int i = from;
    do {
      i = next(i, with(joins));
    } while (isOfBetween(i));
    return i;
  }

  /** The token before the term that ends before this one. */
  int beforeTerm(int from, Set<String> joins) {
    int i = from;
    do {
      i = before(i, with(joins));
    } while (isOfBetween(i));
    return i;
  }

  private static Set<String> with(Set<String> joins) {
    var all = new HashSet<>(CLAUSES);
    all.addAll(joins);
    return all;
  }
}
