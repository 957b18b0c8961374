package org.ketamineregistry.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.projection.Column;
import org.ketamineregistry.projection.ColumnType;

/**
 * A column of a flat table.
 *
 * @param name its name
 * @param sqlType its type, as PostgreSQL calls it
 */
record FlatColumn(String name, String sqlType) {
  /** Beside a day or a moment: how it was written. */
  private static final String AS_WRITTEN = "_text";

  /** The columns of the table that stand for one of the view. */
  static List<FlatColumn> of(Column column) {
    var own = new FlatColumn(column.name(), sqlType(column.type()));
    return isTime(column.type())
        ? List.of(own, new FlatColumn(column.name() + AS_WRITTEN, "text"))
        : List.of(own);
  }

  /** The cells of a row as PostgreSQL reads them, in the order of the table's columns. */
  static List<@Nullable String> texts(List<Column> columns, List<@Nullable Object> cells) {
    List<@Nullable String> texts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      ColumnType type = columns.get(i).type();
      @Nullable String text = cells.get(i) == null ? null : String.valueOf(cells.get(i));
      texts.add(text != null && isTime(type) ? first(text, type) : text);
      if (isTime(type)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static boolean isTime(ColumnType type) {
    return type == ColumnType.DAY || type == ColumnType.MOMENT;
  }

  /** The first day or moment that a year, a month or a day may mean. */
  private static String first(String text, ColumnType type) {
    String day =
        switch (text.length()) {
          case 4 -> text + "-01-01";
          case 7 -> text + "-01";
          default -> text;
        };
    return type == ColumnType.MOMENT && day.length() == 10 ? day + "T00:00:00Z" : day;
  }

  private static String sqlType(ColumnType type) {
    return switch (type) {
      case KEY -> "uuid";
      case TEXT -> "text";
      case TRUTH -> "boolean";
      case WHOLE_NUMBER -> "integer";
      case DECIMAL -> "numeric";
      case DAY -> "date";
      case MOMENT -> "timestamptz";
    };
  }
}
