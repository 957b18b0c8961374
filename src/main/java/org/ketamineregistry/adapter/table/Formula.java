package org.ketamineregistry.adapter.table;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would take for a formula. An apostrophe before them tells it not to; one
 * that stands there already gets another, so that it can be undone exactly.
 */
final class Formula {
  private static final Pattern TAKEN = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");
  private static final Pattern MADE_HARMLESS = Pattern.compile("(?s)'+[=+\\-@\\t\\r].*");

  private Formula() {}

  static String harmless(String cell) {
    return TAKEN.matcher(cell).matches() ? "'" + cell : cell;
  }

  static String undone(String cell) {
    return MADE_HARMLESS.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
