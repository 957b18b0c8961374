package org.ketamineregistry.cli.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ketamineregistry.cli.registry.Unusable;

/** Fetches what a round needs into the folder of a source, from where an earlier run stopped. */
final class Fetching {
  /** How often an export is begun again that the server forgot before it was fetched. */
  private static final int MOST_EXPORTS = 3;

  private final SourceServer server;
  private final BulkExport export;
  private final SearchPages search;
  private final StateFolder state;
  private final Consumer<String> tell;

  Fetching(
      SourceServer server,
      BulkExport export,
      SearchPages search,
      StateFolder state,
      Consumer<String> tell) {
    this.server = server;
    this.export = export;
    this.search = search;
    this.state = state;
    this.tell = tell;
  }

  /**
   * Fetches.
   *
   * @param since as of when everything is known; empty for all
   * @return the round, of which everything is in the folder
   */
  Round fetch(Wanted wanted, String since) throws IOException, Unusable, InterruptedException {
    Round round = state.round(wanted.identity(server.base().toString()) + " since " + since);
    for (int exports = 1; !round.isFetched(); exports++) {
      try {
        round = advance(round, wanted, since);
      } catch (Download.Expired e) {
        if (exports == MOST_EXPORTS) {
          throw new Unusable("The source forgets its exports before they can be fetched.", e);
        }
        tell.accept("The source has forgotten the export; it is begun again.");
        state.end();
        round = Round.begun(round.identity());
        state.keep(round);
      }
    }
    return round;
  }

  /** The files of a round that was fetched. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(state.fetched())) {
      return files
          .filter(
              file -> String.valueOf(file.getFileName()).matches("[A-Z][A-Za-z]+-\\d+\\.ndjson"))
          .sorted()
          .toList();
    }
  }

  private Round advance(Round at, Wanted wanted, String since)
      throws IOException, Unusable, Download.Expired, InterruptedException {
    Round round = at;
    if (round.job().isEmpty() && round.begun().isEmpty()) {
      Optional<URI> place = wanted.isSearched() ? Optional.empty() : export.begin(wanted, since);
      if (place.isEmpty() && !wanted.isSearched()) {
        tell.accept("The source has no Bulk Data export; it is searched type by type.");
      }
      round =
          place.isPresent()
              ? round.withJob(place.get().toString())
              : round.searching(search.begins());
      state.keep(round);
    }
    Round fetched =
        round.job().isEmpty() ? searched(round, wanted, since) : exported(round, wanted);
    state.keep(fetched);
    if (!fetched.job().isEmpty()) {
      export.end(URI.create(fetched.job()));
    }
    return fetched;
  }

  private Round searched(Round round, Wanted wanted, String since)
      throws IOException, Unusable, InterruptedException {
    for (String type : wanted.types()) {
      search.fetch(type, since, state.fetched().resolve(type + "-1.ndjson"));
    }
    return round.fetched(round.begun(), 0, 0);
  }

  private Round exported(Round round, Wanted wanted)
      throws IOException, Unusable, Download.Expired, InterruptedException {
    Manifest manifest = export.await(URI.create(round.job()));
    try (var download = new Download(server)) {
      int number = 0;
      for (Manifest.File file : manifest.output()) {
        number++;
        if (wanted.types().contains(file.type())) {
          fetch(download, manifest, file, file.type() + "-" + number + ".ndjson");
        }
      }
      long deleted = 0;
      number = 0;
      for (Manifest.File file : manifest.deleted()) {
        deleted += Told.deleted(fetch(download, manifest, file, "deleted-" + ++number + ".json"));
      }
      long errors = 0;
      number = 0;
      for (Manifest.File file : manifest.error()) {
        errors += Told.errors(fetch(download, manifest, file, "error-" + ++number + ".json"));
      }
      return round.fetched(manifest.transactionTime(), deleted, errors);
    }
  }

  private Path fetch(Download download, Manifest manifest, Manifest.File file, String name)
      throws IOException, Unusable, Download.Expired, InterruptedException {
    Path path = state.fetched().resolve(name);
    download.fetch(server.file(file.url(), manifest.needsToken()), path, file.count());
    return path;
  }
}
