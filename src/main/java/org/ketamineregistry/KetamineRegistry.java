package org.ketamineregistry;

import java.util.List;
import org.ketamineregistry.cli.RegistryCommand;
import org.ketamineregistry.demo.NetworkDemoCommand;

/** Starts the command line; without a subcommand it serves. */
public final class KetamineRegistry {
  private KetamineRegistry() {}

  /**
   * Runs a subcommand and ends with its exit code; serving goes on until the process is stopped.
   */
  public static void main(String[] arguments) {
    int code = RegistryCommand.run(List.of(new NetworkDemoCommand()), arguments);
    if (code != RegistryCommand.SERVING) {
      System.exit(code);
    }
  }
}
