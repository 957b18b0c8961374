package org.ketamineregistry.cli.adapt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Delivery.Unreachable;
import org.ketamineregistry.adapter.Refusals;
import org.ketamineregistry.adapter.Run;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Standing;
import org.ketamineregistry.adapter.StateFile;
import org.ketamineregistry.adapter.Tally;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.table.Mapping;
import org.ketamineregistry.adapter.table.RefusedRows;
import org.ketamineregistry.adapter.table.Row;
import org.ketamineregistry.adapter.table.TableReader;
import org.ketamineregistry.adapter.table.TableSource;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * A table that is brought to a registry.
 *
 * @param file that was read once
 * @param refused where refused rows go; null for the name that is free
 */
record Adaptation(
    TableFile file, Mapping mapping, Site site, Templates templates, @Nullable Path refused) {
  private static final String STATE = ".adapt-state.json";

  /** What came of it. */
  record Ended(Tally tally, Optional<Path> refused, Optional<Unreachable> cause) {}

  /**
   * Brings it, from where an earlier run about the same thing stopped.
   *
   * @param identity what it is about, as one digest
   */
  Ended bring(String identity, Delivery delivery, int concurrency, Consumer<Tally> watcher)
      throws IOException, Unusable, InterruptedException {
    Path stateFile = file.beside(STATE);
    Optional<StateFile.State> left = StateFile.left(stateFile, identity);
    Path into =
        left.map(state -> stateFile.resolveSibling(state.refused()))
            .orElseGet(() -> refused == null ? file.refused() : refused.toAbsolutePath());
    if (left.isEmpty() && Files.exists(into)) {
      throw exists(into);
    }
    var standing = new StateFile(stateFile, identity, into.toString());
    try (InputStream in = Files.newInputStream(file.path());
        TableReader reader = TableReader.open(in, mapping.format());
        var rows = new RefusedRows(into, mapping.format(), reader)) {
      rows.goOn(left.map(StateFile.State::refusedBytes).orElse(0L));
      Tally tally = left.map(StateFile.State::tally).orElseGet(Tally::new);
      Optional<Unreachable> cause =
          go(
              reader,
              delivery,
              rows,
              standing,
              left.map(StateFile.State::settled).orElse(0L),
              tally,
              concurrency,
              watcher);
      if (cause.isEmpty()) {
        standing.done();
      }
      return new Ended(tally, Optional.of(into).filter(path -> rows.isThere()), cause);
    } catch (FileAlreadyExistsException e) {
      throw exists(into);
    }
  }

  /** Looks at all of it, and keeps no state: nothing is sent that could be sent twice. */
  Ended rehearse(Delivery delivery, int concurrency, Consumer<Tally> watcher)
      throws IOException, Unusable, InterruptedException {
    var tally = new Tally();
    try (InputStream in = Files.newInputStream(file.path());
        TableReader reader = TableReader.open(in, mapping.format())) {
      if (refused == null) {
        return new Ended(
            tally,
            Optional.empty(),
            go(
                reader,
                delivery,
                Refusals.none(),
                Standing.none(),
                0,
                tally,
                concurrency,
                watcher));
      }
      try (var rows = new RefusedRows(refused, mapping.format(), reader)) {
        Optional<Unreachable> cause =
            go(reader, delivery, rows, Standing.none(), 0, tally, concurrency, watcher);
        return new Ended(tally, Optional.of(refused).filter(path -> rows.isThere()), cause);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(Path.of(String.valueOf(e.getFile())));
    }
  }

  private Optional<Unreachable> go(
      TableReader reader,
      Delivery delivery,
      Refusals<Row> refusals,
      Standing standing,
      long settled,
      Tally tally,
      int concurrency,
      Consumer<Tally> watcher)
      throws IOException, InterruptedException {
    var source = new TableSource(reader, mapping, site, templates);
    try {
      new Run<>(source, delivery, refusals, standing, settled, tally, watcher).go(concurrency);
      return Optional.empty();
    } catch (Unreachable e) {
      return Optional.of(e);
    }
  }

  private static Unusable exists(Path file) {
    return new Unusable(
        file
            + " is there already and may hold corrections, so it is not written over. Bring it by"
            + " itself first, move it away, or name another file with --refused.");
  }
}
