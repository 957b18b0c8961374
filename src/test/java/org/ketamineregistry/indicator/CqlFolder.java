package org.ketamineregistry.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kotlinx.io.Buffer;
import kotlinx.io.Source;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.LibrarySourceProvider;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;

/** The CQL files of the guide, as a translator finds them by the name of a library. */
final class CqlFolder implements LibrarySourceProvider {
  static final Path FOLDER = Path.of("implementation-guide/input/cql");

  private CqlFolder() {}

  /** The names of the guide's libraries. */
  static List<String> libraries() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".cql"))
          .map(name -> name.substring(0, name.length() - ".cql".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String library) {
    try {
      return Files.readString(FOLDER.resolve(library + ".cql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The guide's libraries and FHIRHelpers of FHIR 4.0.1, without any leniency of the translator.
   */
  static LibraryManager manager() {
    var manager = new LibraryManager(new ModelManager(), CqlCompilerOptions.defaultOptions());
    manager.getLibrarySourceLoader().registerProvider(new FhirLibrarySourceProvider());
    manager.getLibrarySourceLoader().registerProvider(new CqlFolder());
    return manager;
  }

  @Override
  public @Nullable Source getLibrarySource(VersionedIdentifier library) {
    Path file = FOLDER.resolve(library.getId() + ".cql");
    if (!Files.exists(file)) {
      return null;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      var source = new Buffer();
      source.write(bytes, 0, bytes.length);
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
