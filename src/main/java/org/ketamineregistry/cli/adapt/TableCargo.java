package org.ketamineregistry.cli.adapt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ketamineregistry.adapter.Cargo;
import org.ketamineregistry.adapter.Naming;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.table.Mapping;
import org.ketamineregistry.adapter.table.RefusedRows;
import org.ketamineregistry.adapter.table.Row;
import org.ketamineregistry.adapter.table.TableReader;
import org.ketamineregistry.adapter.table.TableSource;

/**
 * The rows of a table.
 *
 * @param file that was read once
 */
record TableCargo(TableFile file, Mapping mapping, Site site, Templates templates)
    implements Cargo<Row> {
  private static final String STATE = ".adapt-state.json";

  @Override
  public Path state() {
    return file.beside(STATE);
  }

  @Override
  public Path refused() {
    return file.refused();
  }

  @Override
  public Naming naming() {
    return Naming.ROWS;
  }

  @Override
  public List<String> whereRefused(Path refused) {
    return List.of("Refused rows, each with its reason, are in " + refused);
  }

  @Override
  public Opened<Row> open(Path refused) throws IOException {
    TableReader reader = TableReader.open(Files.newInputStream(file.path()), mapping.format());
    return new Opened<>(
        new TableSource(reader, mapping, site, templates),
        new RefusedRows(refused, mapping.format(), reader),
        reader);
  }
}
