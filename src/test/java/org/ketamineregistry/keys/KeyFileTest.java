package org.ketamineregistry.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.process.JavaProcess;

/** A key is made once, and read by whoever starts. */
class KeyFileTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  @Test
  void isMadeWhereThereIsNone() {
    Path file = folder.resolve("a/b/key");

    assertThat(KeyFile.read(file, () -> "first")).isEqualTo("first");
    assertThat(KeyFile.read(file, () -> "second")).isEqualTo("first");
  }

  @Test
  void isReadByItsOwnerAlone() throws IOException {
    Path file = folder.resolve("key");
    KeyFile.read(file, () -> "secret");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /** A process that was killed before it wrote leaves an empty file. */
  @Test
  void isMadeWhereTheFileIsEmpty() throws IOException {
    Path file = Files.createFile(folder.resolve("key"));

    assertThat(KeyFile.read(file, () -> "made")).isEqualTo("made");
    assertThat(file).hasContent("made");
  }

  @Test
  void isNotMadeWhereSomethingElseIsInTheWay() throws IOException {
    Path file = Files.createFile(folder.resolve("file")).resolve("key");

    assertThatThrownBy(() -> KeyFile.read(file, () -> "made"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("key");
  }

  /** Processes that start at once on one folder: each prints the key that it reads. */
  @Test
  void isOneForAllProcessesThatStartAtOnce() throws Exception {
    Path file = folder.resolve("key");
    List<Process> processes =
        IntStream.range(0, 4).mapToObj(number -> start(file, number)).toList();
    var keys = processes.stream().map(KeyFileTest::output).collect(Collectors.toUnmodifiableSet());

    assertThat(keys).containsExactly(Files.readString(file));
    assertThat(Files.readString(file)).startsWith("of process");
  }

  @Test
  void isOneForAllThreads() {
    Path file = folder.resolve("key");
    var made = new AtomicInteger();

    assertThat(
            IntStream.range(0, 50)
                .parallel()
                .mapToObj(number -> KeyFile.read(file, () -> "key " + made.incrementAndGet()))
                .distinct())
        .containsExactly("key 1");
  }

  /** What a process does that starts. */
  static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      System.out.print(
          KeyFile.read(
              Path.of(arguments[0]), () -> ("of process " + arguments[1] + " ").repeat(1000)));
    }
  }

  private static Process start(Path file, int number) {
    try {
      return JavaProcess.command(
              List.of(),
              JavaProcess.classPath(),
              Start.class,
              file.toString(),
              Integer.toString(number))
          .redirectErrorStream(false)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String output(Process process) {
    try {
      String output = new String(process.getInputStream().readAllBytes());
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
