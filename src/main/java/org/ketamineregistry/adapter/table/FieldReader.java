package org.ketamineregistry.adapter.table;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.mapping.Part;

/** Reads what a mapping says of a field. */
final class FieldReader {
  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

  private final @Nullable Field field;
  private final TableFormat format;
  private final List<Mapping.Named> columns;

  FieldReader(@Nullable Field field, TableFormat format, List<Mapping.Named> columns) {
    this.field = field;
    this.format = format;
    this.columns = columns;
  }

  /** A part of a key, which is a text or a day. */
  static FieldReader ofKey(TableFormat format, List<Mapping.Named> columns) {
    return new FieldReader(null, format, columns);
  }

  Cells read(Part said) {
    if (said.has("constant")) {
      return constant(said.only("constant"));
    }
    if (field == null || isMoment(field)) {
      said.only("column", "columns", "take", "formats", "century");
      List<String> named = named(said);
      return new Cells(named, taken(said, moments(said)));
    }
    return switch (field.type()) {
      case DECIMAL, COUNT -> amounts(said.only("column", "take", "unit", "factor"));
      default ->
          said.has("checked")
              ? checked(said.only("checked"), field)
              : words(
                  said.only("column", "columns", "take", "codes", "patterns", "otherwise"), field);
    };
  }

  private static boolean isMoment(Field field) {
    return field.type() == FieldType.DATE || field.type() == FieldType.MOMENT;
  }

  private Cells constant(Part said) {
    String text = said.required("constant");
    if (field != null && !field.takes(text)) {
      said.at("constant").mistake("is none that " + field.name() + " takes" + allowed(field));
    }
    return new Cells(List.of(), Reading.constant(text));
  }

  private static String allowed(Field field) {
    return field.type() == FieldType.CODE
        ? "; it takes: " + String.join(", ", field.names()) + "."
        : ", which is of type " + field.type().name().toLowerCase(java.util.Locale.ROOT) + ".";
  }

  private List<String> named(Part said) {
    var names = new ArrayList<String>();
    if (said.has("columns")) {
      names.addAll(said.texts("columns"));
    }
    if (said.has("column")) {
      names.add(said.required("column"));
    }
    if (names.isEmpty() || (said.has("column") && said.has("columns"))) {
      said.mistake("names no column; it needs column, columns or constant, and one alone of them.");
    }
    names.forEach(name -> columns.add(new Mapping.Named(said.place(), name)));
    return names;
  }

  private static Reading taken(Part said, Reading reading) {
    String pattern = said.text("take", "");
    if (pattern.isEmpty()) {
      return reading;
    }
    try {
      Pattern compiled = Pattern.compile(pattern);
      if (compiled.groupCount() == 1) {
        return new Taken(compiled, reading);
      }
      said.at("take").mistake("has to have one group in parentheses: what is taken.");
    } catch (PatternSyntaxException e) {
      said.at("take").mistake("is no regular expression of RE2: " + e.getDescription() + ".");
    }
    return reading;
  }

  private Reading moments(Part said) {
    List<String> patterns = said.has("formats") ? said.texts("formats") : format.moments();
    if (patterns.isEmpty() && said.has("formats")) {
      said.at("formats").mistake("lists no format.");
    }
    if (patterns.isEmpty()) {
      return Reading.plain();
    }
    Integer century = null;
    if (said.has("century")) {
      String year = said.text("century", "");
      if (year.matches("(1[89]|2[01])00")) {
        century = Integer.valueOf(year);
      } else {
        said.at("century").mistake("has to be the first year of one: 1900 or 2000.");
      }
    }
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
        said(said.has("formats") ? patterns : format.dates())
            + (said.has("formats") || format.times().isEmpty()
                ? ""
                : ", with a time behind it: " + said(format.times()));
    return new Moments(forms, words);
  }

  private static String said(List<String> forms) {
    return String.join(" or ", forms);
  }

  private Cells amounts(Part said) {
    BigDecimal factor = said.has("factor") ? number(said.at("factor")) : BigDecimal.ONE;
    var named = new ArrayList<>(named(said));
    Map<String, BigDecimal> units = null;
    boolean unitColumn = false;
    if (said.has("unit")) {
      Part unit = said.at("unit").only("column", "factors");
      units = new LinkedHashMap<>();
      for (Map.Entry<String, Part> one : unit.map("factors").entrySet()) {
        units.put(Words.folded(one.getKey()), number(one.getValue()));
      }
      if (units.isEmpty()) {
        unit.at("factors").mistake("lists no unit.");
      }
      unitColumn = unit.has("column");
      if (unitColumn) {
        String column = unit.required("column");
        named.add(column);
        columns.add(new Mapping.Named(unit.at("column").place(), column));
      }
    }
    return new Cells(named, taken(said, Amounts.of(format, factor, units, unitColumn)));
  }

  private static BigDecimal number(Part said) {
    String text = said.text();
    if (text == null || !NUMBER.matcher(text).matches()) {
      said.mistake("has to be a number with a point, such as 0.001.");
      return BigDecimal.ONE;
    }
    return new BigDecimal(text);
  }

  private Cells checked(Part said, Field of) {
    var named = new ArrayList<String>();
    var codes = new ArrayList<String>();
    said.map("checked")
        .forEach(
            (column, code) -> {
              named.add(column);
              codes.add(code(code, of));
              columns.add(new Mapping.Named(code.place(), column));
            });
    if (named.isEmpty()) {
      said.at("checked").mistake("lists no column.");
    }
    return new Cells(named, new Checked(codes));
  }

  private Cells words(Part said, Field of) {
    List<String> named = named(said);
    if (!said.has("codes") && !said.has("patterns")) {
      if (said.has("otherwise")) {
        said.at("otherwise").mistake("goes with codes or patterns.");
      }
      return new Cells(named, taken(said, Reading.plain()));
    }
    Map<String, String> codes = new LinkedHashMap<>();
    said.map("codes")
        .forEach(
            (word, code) -> {
              if (codes.put(Words.folded(TableFormat.trimmed(word)), code(code, of)) != null) {
                code.mistake("is there twice; capital and small letters are the same.");
              }
            });
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    said.map("patterns")
        .forEach(
            (pattern, code) -> {
              try {
                patterns.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), code(code, of));
              } catch (PatternSyntaxException e) {
                code.mistake("is no regular expression of RE2: " + e.getDescription() + ".");
              }
            });
    String otherwise = said.text("otherwise", "refuse");
    return new Cells(
        named,
        taken(
            said,
            new Words(
                codes,
                patterns,
                otherwise.equals("refuse") ? null : code(said.at("otherwise"), of),
                of.type() == FieldType.CODE ? of.names() : List.of("true", "false"))));
  }

  private static String code(Part said, Field of) {
    String code = said.text();
    if (code == null || !of.takes(code)) {
      said.mistake("leads to nothing that " + of.name() + " takes" + allowed(of));
      return "";
    }
    return code;
  }
}
