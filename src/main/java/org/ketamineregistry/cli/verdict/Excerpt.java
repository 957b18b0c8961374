package org.ketamineregistry.cli.verdict;

/** The line at fault, as a terminal can show it, with a caret under the place. */
final class Excerpt {
  private static final int WIDTH = 100;
  private static final int BEFORE = 40;

  private Excerpt() {}

  /**
   * @param line the line's number, from 1
   * @param column from 1; 0 for no caret
   * @return two lines
   */
  static String of(String text, int line, int column) {
    // Nothing in a file may drive the terminal, and a tab would put the caret astray.
    String plain = text.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    int from =
        plain.length() <= WIDTH ? 0 : Math.max(0, Math.min(column - 1, plain.length()) - BEFORE);
    int to = Math.min(plain.length(), from + WIDTH);
    String shown =
        (from > 0 ? "…" : "") + plain.substring(from, to) + (to < plain.length() ? "…" : "");
    int caret = Math.max(0, column - 1 - from + (from > 0 ? 1 : 0));
    String number = Integer.toString(line);
    return number
        + " | "
        + shown
        + System.lineSeparator()
        + " ".repeat(number.length())
        + " | "
        + " ".repeat(Math.min(caret, shown.length()))
        + "^";
  }
}
