package org.ketamineregistry.cli.registry;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ketamineregistry.credentials.SigningKey;
import org.ketamineregistry.keys.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a private key in a file, and tells its public half. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a private key for ES384 where there is none, and prints its public key set.",
      "",
      "The file can be read by its owner alone and stays where it is; what is printed is for others:"
          + " for register-client --keys, or as the signers of a network's directory. The same"
          + " command prints it again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The public key set is printed.",
      "2:The file cannot be read or made, or holds something else."
    })
public final class KeyCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Parameters(paramLabel = "FILE", description = "The file of the private key.")
  private Path file = Path.of("");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      String keys = SigningKey.publicKeys(KeyFile.read(file, SigningKey::newKey));
      PrintWriter out = spec.commandLine().getOut();
      out.println(keys);
      out.flush();
      return 0;
    } catch (IllegalArgumentException e) {
      err.println(file + ": " + e.getMessage());
    } catch (UncheckedIOException e) {
      err.println("The key cannot be read or made in " + file + ".");
    }
    err.flush();
    return UNUSABLE;
  }
}
