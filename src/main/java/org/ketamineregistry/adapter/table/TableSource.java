package org.ketamineregistry.adapter.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Item;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Source;
import org.ketamineregistry.adapter.Templates;

/** The rows of a table, each a transaction. */
public final class TableSource implements Source<Row> {
  private final TableReader reader;
  private final Mapping mapping;
  private final Site site;
  private final Templates templates;

  public TableSource(TableReader reader, Mapping mapping, Site site, Templates templates) {
    this.reader = reader;
    this.mapping = mapping;
    this.site = site;
    this.templates = templates;
  }

  @Override
  public @Nullable Item<Row> next() throws IOException {
    Row row = reader.next();
    return row == null
        ? null
        : new Item<>(row.number(), row, mapping.draft(row, site, templates));
  }

  @Override
  public void skip() throws IOException {
    reader.next();
  }
}
