package org.ketamineregistry.adapter.table;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Part;

/** Reads in which forms a mapping says that days and times are written. */
final class MomentsReader {
  private final Part said;
  private final TableFormat format;

  /**
   * @param format of the table, whose forms are meant where none are said
   */
  MomentsReader(Part said, TableFormat format) {
    this.said = said;
    this.format = format;
  }

  Reading read() {
    boolean own = said.has("formats");
    List<String> patterns = own ? said.texts("formats") : format.moments();
    if (patterns.isEmpty() && own) {
      said.at("formats").mistake("lists no format.");
    }
    if (patterns.isEmpty()) {
      return Reading.plain();
    }
    Integer century = century();
    Map<String, DateTimeFormatter> forms = new LinkedHashMap<>();
    for (String pattern : patterns) {
      if (Moments.hasTwoDigits(pattern) && century == null) {
        said.at("formats")
            .mistake(
                "has two digits of the year; say century: 2000 beside it, or write yyyy: a century"
                    + " is not guessed.");
        continue;
      }
      try {
        forms.put(pattern, Moments.form(pattern, century, format.language()));
      } catch (IllegalArgumentException e) {
        said.at("formats").mistake("has one that is no format of dates, such as dd.MM.yyyy HH:mm.");
      }
    }
    String words =
        inWords(own ? patterns : format.dates())
            + (own || format.times().isEmpty()
                ? ""
                : ", with a time behind it: " + inWords(format.times()));
    return new Moments(forms, words);
  }

  /** The first year of the century that two digits are in; null where none is said. */
  private @Nullable Integer century() {
    if (!said.has("century")) {
      return null;
    }
    String year = said.text("century", "");
    if (year.matches("(1[89]|2[01])00")) {
      return Integer.valueOf(year);
    }
    said.at("century").mistake("has to be the first year of one: 1900 or 2000.");
    return null;
  }

  private static String inWords(List<String> forms) {
    return String.join(" or ", forms);
  }
}
