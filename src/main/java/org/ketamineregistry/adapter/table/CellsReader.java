package org.ketamineregistry.adapter.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.mapping.CodeMap;
import org.ketamineregistry.adapter.mapping.Factors;
import org.ketamineregistry.adapter.mapping.FieldPart;
import org.ketamineregistry.adapter.mapping.Taken;

/** Reads what a mapping says of the cells that something is read from. */
final class CellsReader {
  private final TableFormat format;
  private final List<Mapping.Named> columns;

  /**
   * @param columns to which every column is added that is named
   */
  CellsReader(TableFormat format, List<Mapping.Named> columns) {
    this.format = format;
    this.columns = columns;
  }

  /** A part of a key, which is a text or a day. */
  Cells keyPart(Part said) {
    return said.has("constant")
        ? constant(said.only("constant").required("constant"))
        : moments(said);
  }

  /** A field that means no other record. */
  Cells field(Part said, Field field) {
    var part = new FieldPart(said, field);
    Optional<String> constant = part.constant();
    if (constant.isPresent()) {
      return constant(constant.get());
    }
    return switch (field.type()) {
      case DATE, YEAR, MOMENT -> moments(said);
      case DECIMAL, COUNT -> amounts(said.only("column", "take", "unit", "factor"));
      default -> said.has("checked") ? checked(part) : words(part);
    };
  }

  private Cells constant(String text) {
    return new Cells(List.of(), format, Reading.constant(text));
  }

  private Cells cells(Part said, List<String> named, Reading reading) {
    return new Cells(
        named,
        format,
        Taken.read(said).map(taken -> Reading.taken(taken, reading)).orElse(reading));
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

  private Cells moments(Part said) {
    said.only("column", "columns", "take", "formats", "century");
    List<String> named = named(said);
    return cells(said, named, new MomentsReader(said, format).read());
  }

  private Cells amounts(Part said) {
    BigDecimal factor = Factors.ofAll(said);
    var named = new ArrayList<>(named(said));
    Map<String, BigDecimal> units = null;
    boolean unitColumn = false;
    if (said.has("unit")) {
      Part unit = said.at("unit").only("column", "factors");
      units = Factors.byUnit(unit, "factors", Words::folded);
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
    return cells(said, named, Amounts.of(format, factor, units, unitColumn));
  }

  private Cells checked(FieldPart part) {
    Part said = part.said().only("checked");
    var named = new ArrayList<String>();
    var codes = new ArrayList<String>();
    said.map("checked")
        .forEach(
            (column, code) -> {
              named.add(column);
              codes.add(part.code(code));
              columns.add(new Mapping.Named(code.place(), column));
            });
    if (named.isEmpty()) {
      said.at("checked").mistake("lists no column.");
    }
    return new Cells(named, format, new Checked(codes));
  }

  private Cells words(FieldPart part) {
    Part said = part.said().only("column", "columns", "take", "codes", "patterns", "otherwise");
    List<String> named = named(said);
    Optional<CodeMap> codes = part.codes(() -> listed(part));
    return cells(said, named, codes.<Reading>map(Words::new).orElse(Reading.plain()));
  }

  private static Map<String, String> listed(FieldPart part) {
    Map<String, String> codes = new LinkedHashMap<>();
    part.said()
        .map("codes")
        .forEach(
            (word, code) -> {
              String folded = Words.folded(TableFormat.trimmed(word));
              if (codes.put(folded, part.code(code)) != null) {
                code.mistake("is there twice; capital and small letters are the same.");
              }
            });
    return codes;
  }
}
