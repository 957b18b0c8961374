package org.ketamineregistry.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.ketamineregistry.cli.RegistryCommand;

/** Commands of the command line, which the demonstration gives as a person would. */
final class DemoCommand {
  private DemoCommand() {}

  /**
   * Runs a command of the command line.
   *
   * @return what it printed
   * @throws Failed where it ended with another exit code than those that are expected
   */
  static String run(List<Integer> expected, List<String> arguments) throws Failed {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RegistryCommand.within(
            new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    if (!expected.contains(code)) {
      throw new Failed(
          "%s ended with %d: %s%s".formatted(String.join(" ", arguments), code, out, err));
    }
    return out.toString();
  }
}
