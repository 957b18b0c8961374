package org.ketamineregistry.adapter.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Part;

/** Reads how a table is written. */
final class SourceReader {
  private static final Pattern ENCODINGS =
      Pattern.compile("(?i)utf-8|us-ascii|iso-8859-\\d{1,2}|windows-125\\d|macroman|x-macroman");
  private static final List<String> KINDS =
      List.of(Origin.Kind.SPREADSHEET.code(), Origin.Kind.REDCAP.code());
  private static final String DELIMITERS = ",;|\t";

  private final Part source;

  SourceReader(Part source) {
    this.source =
        source.only(
            "kind",
            "encoding",
            "delimiter",
            "decimal",
            "thousands",
            "blank",
            "language",
            "dates",
            "times");
  }

  /** Which kind of table it is; a spreadsheet where nothing is said. */
  static Origin.Kind kind(Part source) {
    return source.has("kind") && source.at("kind").oneOf(KINDS).equals(Origin.Kind.REDCAP.code())
        ? Origin.Kind.REDCAP
        : Origin.Kind.SPREADSHEET;
  }

  TableFormat format() {
    TableFormat plain = TableFormat.PLAIN;
    char decimal = one("decimal", plain.decimal(), ".,");
    Character thousands = source.has("thousands") ? one("thousands", ' ', ".,' \u00a0") : null;
    if (thousands != null && thousands == decimal) {
      source.at("thousands").mistake("is the decimal mark too.");
    }
    Set<String> blank = new HashSet<>();
    source.texts("blank").forEach(word -> blank.add(TableFormat.trimmed(word)));
    var read =
        new TableFormat(
            encoding(),
            one("delimiter", plain.delimiter(), DELIMITERS),
            decimal,
            thousands,
            blank,
            Locale.forLanguageTag(source.text("language", "en")),
            source.texts("dates"),
            source.texts("times"));
    check(read);
    return read;
  }

  private void check(TableFormat read) {
    if (read.dates().isEmpty() && !read.times().isEmpty()) {
      source.at("times").mistake("goes with dates.");
    }
    for (String moment : read.moments()) {
      if (Moments.hasTwoDigits(moment)) {
        source
            .at("dates")
            .mistake(
                "has two digits of the year; say such a format at the field, with its century.");
        return;
      }
      try {
        Moments.form(moment, null, Locale.ENGLISH);
      } catch (IllegalArgumentException e) {
        source.mistake("has a format of dates or times that is none; one is dd.MM.yyyy, or HH:mm.");
        return;
      }
    }
  }

  private Charset encoding() {
    String name = source.text("encoding", StandardCharsets.UTF_8.name());
    try {
      if (ENCODINGS.matcher(name).matches()) {
        return Charset.forName(name);
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // It is told like any other that is not known.
    }
    source
        .at("encoding")
        .mistake("is not known; it is UTF-8, windows-1252, iso-8859-15 or another of their kind.");
    return StandardCharsets.UTF_8;
  }

  private char one(String name, char otherwise, String known) {
    if (!source.has(name)) {
      return otherwise;
    }
    String said = source.text(name, "");
    if (said.equals("tab")) {
      said = "\t";
    }
    if (said.length() != 1 || known.indexOf(said.charAt(0)) < 0) {
      source
          .at(name)
          .mistake(
              "has to be one of: "
                  + String.join(" ", known.replace("\t", "").split(""))
                  + (known.contains("\t") ? " tab." : "."));
      return otherwise;
    }
    return said.charAt(0);
  }
}
