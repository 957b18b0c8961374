package org.ketamineregistry.adapter.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.mapping.Condition;
import org.ketamineregistry.adapter.mapping.Excerpt;
import org.ketamineregistry.adapter.mapping.Notation;
import org.ketamineregistry.adapter.mapping.Terms;

/** How mappings of tables write what they read: by columns. */
final class CellNotation implements Notation<Row> {
  private static final Terms TERMS = new Terms("row", "column", "record_id", "blank");

  private final TableFormat format;
  private final List<Mapping.Named> columns = new ArrayList<>();

  CellNotation(TableFormat format) {
    this.format = format;
  }

  /** All columns that were named, with the places that name them. */
  List<Mapping.Named> columns() {
    return List.copyOf(columns);
  }

  @Override
  public Terms terms() {
    return TERMS;
  }

  @Override
  public Condition<Row> skip(Part part) {
    return condition(part);
  }

  @Override
  public Optional<OfRecord<Row>> record(Part part) {
    return Optional.of(new OfRow(part.only("kind", "when", "key", "fields")));
  }

  private Condition<Row> condition(Part part) {
    part.only("column", "in");
    String column = part.required("column");
    columns.add(new Mapping.Named(part.at("column").place(), column));
    if (!part.has("in")) {
      return new CellCondition(column, null, format);
    }
    Set<String> in = new HashSet<>();
    part.texts("in").forEach(word -> in.add(Words.folded(word)));
    return new CellCondition(column, in, format);
  }

  /** All rows are alike, and so are the keys of all records. */
  private final class OfRow implements OfRecord<Row> {
    private final Part record;

    private OfRow(Part record) {
      this.record = record;
    }

    @Override
    public String from() {
      return "";
    }

    @Override
    public List<Condition<Row>> when() {
      return record.oneOrMore("when").stream().map(CellNotation.this::condition).toList();
    }

    @Override
    public Optional<Excerpt<Row>> key(Part part) {
      if (!part.node().isValueNode()) {
        return Optional.of(new CellsReader(format, columns).keyPart(part));
      }
      String column = String.valueOf(part.text());
      columns.add(new Mapping.Named(part.place(), column));
      return Optional.of(new Cells(List.of(column), format, Reading.plain()));
    }

    @Override
    public Optional<Excerpt<Row>> key(Part part, String kind) {
      return key(part);
    }

    @Override
    public Excerpt<Row> field(Part said, Field field) {
      return new CellsReader(format, columns).field(said, field);
    }
  }
}
