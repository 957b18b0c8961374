package org.ketamineregistry.cli.verdict;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** The line at fault, as a terminal can show it, with a caret under the place. */
final class Excerpt {
  private static final int WIDTH = 100;
  private static final int BEFORE = 40;
  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private Excerpt() {}

  /**
   * @param line the line's number, from 1
   * @param column from 1, counted as Java counts; 0 for the beginning
   * @return two lines
   */
  static String of(String text, int line, int column) {
    // Nothing in a file may drive the terminal, and a tab would put the caret astray.
    String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ");
    int place = Math.max(0, Math.min(column - 1, plain.length()));
    int from = plain.length() <= WIDTH ? 0 : whole(plain, Math.max(0, place - BEFORE));
    int to = whole(plain, Math.min(plain.length(), from + WIDTH));
    String before = (from > 0 ? "…" : "") + plain.substring(from, Math.min(place, to));
    String shown = before + plain.substring(Math.min(place, to), to);
    String number = Integer.toString(line);
    return number
        + " | "
        + shown
        + (to < plain.length() ? "…" : "")
        + System.lineSeparator()
        + " ".repeat(number.length())
        + " | "
        + " ".repeat(before.codePoints().map(Excerpt::columns).sum())
        + "^";
  }

  /** Not between the halves of a character. */
  private static int whole(String text, int at) {
    boolean between = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return between ? at - 1 : at;
  }

  /** How many columns of a terminal a character takes. */
  private static int columns(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean emoji = character >= 0x1F300 && character <= 0x1FAFF;
    boolean full = character >= 0xFF01 && character <= 0xFF60;
    return emoji || full || WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
  }
}
