package org.ketamineregistry.adapter.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written.
 *
 * @param encoding of the text
 * @param delimiter between cells
 * @param decimal the mark of decimals, {@code .} or {@code ,}
 * @param thousands what groups digits by threes; null where nothing does
 * @param blank what stands in a cell that says nothing, besides nothing
 * @param language of the names of months
 * @param dates the forms of days, where the mapping says them once for all
 * @param times the forms of times behind them
 */
public record TableFormat(
    Charset encoding,
    char delimiter,
    char decimal,
    @Nullable Character thousands,
    Set<String> blank,
    Locale language,
    List<String> dates,
    List<String> times) {
  static final TableFormat PLAIN =
      new TableFormat(
          StandardCharsets.UTF_8, ',', '.', null, Set.of(), Locale.ENGLISH, List.of(), List.of());

  public TableFormat {
    blank = Set.copyOf(blank);
    dates = List.copyOf(dates);
    times = List.copyOf(times);
  }

  /** Each form of days, alone and with each form of times behind it. */
  List<String> moments() {
    var moments = new ArrayList<>(dates);
    times.forEach(time -> dates.forEach(day -> moments.add(day + " " + time)));
    return moments;
  }

  /** What a cell says; empty where what stands in it means that nothing is said. */
  String said(String cell) {
    return blank.contains(cell) ? "" : cell;
  }

  CSVFormat csv() {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter).build();
  }

  /** A text without the blanks at its ends, those that do not break lines among them. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
