package org.ketamineregistry.cli.text;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a command speaks to the person who runs it. */
public record Terminal(CommandSpec command) {
  /** The exit code where nothing, or nothing more, could be done. */
  public static final int UNUSABLE = 2;

  /** Prints what was asked for. */
  public void print(String answer) {
    PrintWriter out = command.commandLine().getOut();
    out.print(answer);
    out.flush();
  }

  /** Prints a line of it. */
  public void say(String line) {
    print(line + System.lineSeparator());
  }

  /** Where progress is shown. */
  public PrintWriter progress() {
    return command.commandLine().getErr();
  }

  /**
   * Tells what went wrong.
   *
   * @return the exit code
   */
  public int complain(@Nullable String reason) {
    PrintWriter err = command.commandLine().getErr();
    err.println(reason);
    err.flush();
    return UNUSABLE;
  }

  /** Options that do not go together, which is told with how the command is used. */
  public ParameterException wrong(String words) {
    return new ParameterException(command.commandLine(), words);
  }

  /**
   * Holds options to what they have to be.
   *
   * @throws ParameterException where they are not
   */
  public void hold(boolean right, String words) {
    if (!right) {
      throw wrong(words);
    }
  }

  /**
   * An option that has to be there.
   *
   * @throws ParameterException where it is not
   */
  public <T> T named(@Nullable T option, String name) {
    if (option == null) {
      throw wrong(name + " is missing.");
    }
    return option;
  }
}
