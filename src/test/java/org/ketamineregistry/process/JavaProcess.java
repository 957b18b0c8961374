package org.ketamineregistry.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A main class in a virtual machine of its own. */
public final class JavaProcess {
  private JavaProcess() {}

  /** The class path of the tests. */
  public static String classPath() {
    return classPath(entry -> true);
  }

  /** The class path of the program, without the tests, which have some of its files again. */
  public static String withoutTests() {
    return classPath(entry -> !entry.endsWith("test-classes"));
  }

  /**
   * The class path that the build gives its tests ends in an entry without a name. In a command it
   * would be the working folder, which has the guide's package once more.
   */
  private static String classPath(Predicate<String> wanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .filter(wanted)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * A command that tells all of what it says in one stream.
   *
   * @param jvm flags of the virtual machine
   */
  public static ProcessBuilder command(
      List<String> jvm, String classPath, Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /**
   * Runs a class of the tests to its end, which has to be a good one.
   *
   * @param heap its largest size, such as {@code 128m}
   * @return what it said
   */
  public static String inHeap(String heap, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Process process =
        command(
                List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
                classPath(),
                main,
                arguments)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
