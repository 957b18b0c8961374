package org.ketamineregistry.cli.adapt;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Cargo;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Delivery.Unreachable;
import org.ketamineregistry.adapter.Refusals;
import org.ketamineregistry.adapter.Run;
import org.ketamineregistry.adapter.Source;
import org.ketamineregistry.adapter.Standing;
import org.ketamineregistry.adapter.StateFile;
import org.ketamineregistry.adapter.Tally;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * What a source holds, brought to a registry.
 *
 * @param refused where refused items go; null for the name that is free
 */
public record Adaptation<T>(Cargo<T> cargo, @Nullable Path refused) {

  /** What came of it. */
  public record Ended(Tally tally, Optional<Path> refused, Optional<Unreachable> cause) {}

  /**
   * Brings it, from where an earlier run about the same thing stopped.
   *
   * @param identity what it is about, as one digest
   */
  public Ended bring(String identity, Delivery delivery, int concurrency, Consumer<Tally> watcher)
      throws IOException, Unusable, InterruptedException {
    Path stateFile = cargo.state();
    Optional<StateFile.State> left = StateFile.left(stateFile, identity);
    Path into =
        left.map(state -> stateFile.resolveSibling(state.refused()))
            .orElseGet(() -> refused == null ? cargo.refused() : refused.toAbsolutePath());
    if (left.isEmpty() && Files.exists(into)) {
      throw exists(into);
    }
    var standing = new StateFile(stateFile, identity, into.toString());
    try (Cargo.Opened<T> opened = cargo.open(into)) {
      if (left.isPresent()) {
        opened.refused().goOn(left.get().refusedBytes());
      }
      Tally tally = left.map(StateFile.State::tally).orElseGet(Tally::new);
      long settled = left.map(StateFile.State::settled).orElse(0L);
      // From here on a file of refused items can be there, and is known to be this run's.
      standing.keep(settled, opened.refused().settled(), tally);
      Optional<Unreachable> cause =
          go(
              opened.source(),
              delivery,
              opened.refused(),
              standing,
              settled,
              tally,
              concurrency,
              watcher);
      if (cause.isEmpty()) {
        standing.done();
      }
      return new Ended(tally, Optional.of(into).filter(path -> opened.refused().isThere()), cause);
    } catch (FileAlreadyExistsException e) {
      throw exists(into);
    }
  }

  /** Looks at all of it, and keeps no state: nothing is sent that could be sent twice. */
  public Ended rehearse(Delivery delivery, int concurrency, Consumer<Tally> watcher)
      throws IOException, Unusable, InterruptedException {
    var tally = new Tally();
    Path into = refused == null ? cargo.refused() : refused;
    try (Cargo.Opened<T> opened = cargo.open(into)) {
      Refusals<T> kept = refused == null ? Refusals.none() : opened.refused();
      Optional<Unreachable> cause =
          go(opened.source(), delivery, kept, Standing.none(), 0, tally, concurrency, watcher);
      return new Ended(tally, Optional.of(into).filter(path -> opened.refused().isThere()), cause);
    } catch (FileAlreadyExistsException e) {
      throw exists(Path.of(String.valueOf(e.getFile())));
    }
  }

  private static <T> Optional<Unreachable> go(
      Source<T> source,
      Delivery delivery,
      Refusals<T> refusals,
      Standing standing,
      long settled,
      Tally tally,
      int concurrency,
      Consumer<Tally> watcher)
      throws IOException, InterruptedException {
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
