package org.ketamineregistry.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code validate}: the server's verdict without a server. */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 2;
  }
}
