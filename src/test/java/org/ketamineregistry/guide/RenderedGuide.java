package org.ketamineregistry.guide;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ketamineregistry.KetamineRegistry;
import org.ketamineregistry.process.JavaProcess;

/**
 * The site as the tests see it, on their class path. It is rendered where it is older than what it
 * is made of, and so mostly once for all test runs of a build, or by the build itself.
 */
public final class RenderedGuide {
  private static final Path BY_THE_BUILD = Path.of("target/classes/guide");
  private static final Path BY_THE_TESTS = Path.of("target/test-classes/guide");
  private static final List<Path> MADE_OF =
      List.of(
          Path.of("implementation-guide/input"),
          Path.of("implementation-guide/invalid"),
          Path.of("implementation-guide/sushi-config.yaml"),
          Path.of("profiles/package"),
          Path.of("target/classes/guide-assets"),
          Path.of("target/classes/org/ketamineregistry/guide"),
          Path.of("target/classes/org/ketamineregistry/profiles"));

  private RenderedGuide() {}

  /** The site's folder. */
  public static synchronized Path folder() {
    try {
      FileTime changed = newest();
      if (isNewer(BY_THE_BUILD, changed)) {
        remove(BY_THE_TESTS);
        return BY_THE_BUILD;
      }
      if (!isNewer(BY_THE_TESTS, changed)) {
        render();
      }
      return BY_THE_TESTS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNewer(Path site, FileTime changed) throws IOException {
    Path list = site.resolve(Site.LIST);
    return Files.exists(list) && Files.getLastModifiedTime(list).compareTo(changed) > 0;
  }

  private static FileTime newest() throws IOException {
    FileTime newest = FileTime.fromMillis(0);
    for (Path part : MADE_OF) {
      try (Stream<Path> tree = Files.walk(part)) {
        for (Path file : tree.filter(Files::isRegularFile).toList()) {
          FileTime time = Files.getLastModifiedTime(file);
          newest = time.compareTo(newest) > 0 ? time : newest;
        }
      }
    }
    return newest;
  }

  /** By the command, in a process that does not compile for long what runs for seconds. */
  private static void render() throws IOException {
    Process process =
        JavaProcess.command(
                List.of("-XX:TieredStopAtLevel=1", "-Xmx1g"),
                JavaProcess.classPath(),
                KetamineRegistry.class,
                "guide",
                "--to",
                BY_THE_TESTS.toString())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError("The guide was not rendered: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }
}
