package org.ketamineregistry.cli.directory;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ketamineregistry.cli.text.Table;
import org.ketamineregistry.network.Directory;
import org.ketamineregistry.network.DirectoryReader;
import org.ketamineregistry.network.DirectoryRefused;
import org.ketamineregistry.network.DirectorySignature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows who is in a directory, once its signature was verified. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Verifies a directory as a registry does, and shows its members.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:It is signed by one of the signers.",
      "1:It is not to be trusted; the reason is told.",
      "2:A file cannot be read."
    })
final class ShowCommand implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final int UNUSABLE = 2;

  @Parameters(paramLabel = "FILE", description = "The signed directory.")
  private Path file = Path.of("");

  @Option(
      names = "--signers",
      required = true,
      paramLabel = "FILE",
      description = "The key set of whoever may sign it, as 'directory key' prints it.")
  private Path signers = Path.of("");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    int code = UNUSABLE;
    try {
      Directory directory =
          new DirectoryReader(
                  FhirContext.forR4Cached(), DirectorySignature.by(Files.readString(signers)))
              .read(Files.readString(file));
      PrintWriter out = spec.commandLine().getOut();
      out.print(text(directory));
      out.flush();
      return 0;
    } catch (DirectoryRefused e) {
      err.println(e.words());
      code = REFUSED;
    } catch (IllegalArgumentException e) {
      err.println(signers + ": " + e.getMessage());
    } catch (IOException e) {
      err.println("Cannot read: " + e.getMessage());
    }
    err.flush();
    return code;
  }

  private static String text(Directory directory) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("member", "country", "name", "address", "tokens", "guide", "TLS keys"));
    directory
        .all()
        .forEach(
            member ->
                rows.add(
                    List.of(
                        member.id(),
                        member.jurisdiction(),
                        member.name(),
                        member.base().toString(),
                        member.tokenAddress().map(URI::toString).orElse(""),
                        String.join(" ", member.guideVersions().stream().sorted().toList()),
                        Integer.toString(member.tlsKeys().size()))));
    return "%s, version %d, %d members, text %s%n%n%s"
        .formatted(
            directory.network(),
            directory.version(),
            directory.members().size(),
            directory.digest().substring(0, 12),
            Table.aligned(rows));
  }
}
