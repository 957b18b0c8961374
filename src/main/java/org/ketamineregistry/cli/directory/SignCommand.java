package org.ketamineregistry.cli.directory;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.credentials.SigningKey;
import org.ketamineregistry.network.Directory;
import org.ketamineregistry.network.DirectoryReader;
import org.ketamineregistry.network.DirectoryRefused;
import org.ketamineregistry.network.DirectorySignature;
import org.ketamineregistry.network.DirectorySigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a signed directory of a list of members. */
@Command(
    name = "sign",
    description = {
      "Makes the signed directory of a list of members.",
      "",
      "Every problem of the list is told at once. Members refuse a version that is not above the one"
          + " before, and so does this command."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The directory is written.",
      "2:Nothing was written: the list, the key or the version will not do."
    },
    footerHeading = "%nThe list:%n",
    footer = {
      "  network: ketamine-network",
      "  members:",
      "    - id: gb",
      "      name: Ketamine Registry of Great Britain",
      "      country: GB",
      "      address: https://registry.gb.example/fhir",
      "      tokens: https://id.gb.example/realms/registry/token",
      "      guide-versions: [0.3.0]",
      "      tls-keys: []         # may be left out: any trusted certificate"
    })
final class SignCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Option(names = "--members", required = true, paramLabel = "FILE", description = "The list.")
  private Path members = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The private key, as 'directory key' makes it.")
  private Path key = Path.of("");

  // Not the mixin of all commands: this is the version of the directory.
  @Option(
      names = "--version",
      paramLabel = "N",
      description =
          "The version, a whole number (default: one above that of the file it replaces, or 1).")
  private @Nullable Long version;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the directory is written.")
  private Path out = Path.of("");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Directory directory = sign();
      PrintWriter told = spec.commandLine().getOut();
      told.printf(
          "%s: version %d of %s, %d members.%n",
          out, directory.version(), directory.network(), directory.members().size());
      told.flush();
      return 0;
    } catch (UnusableMembers e) {
      err.println(members + " is no list of members:");
      e.problems().forEach(problem -> err.println("  " + problem));
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
    } catch (IOException e) {
      err.println("Cannot read or write: " + e.getMessage());
    }
    err.flush();
    return UNUSABLE;
  }

  private Directory sign() throws UnusableMembers, IOException {
    String secret = Files.readString(key);
    var signer = DirectorySigner.of(secret);
    var reader =
        new DirectoryReader(
            FhirContext.forR4Cached(), DirectorySignature.by(SigningKey.publicKeys(secret)));
    long before = before(reader);
    long next = version == null ? before + 1 : version;
    if (next <= before || next < 1) {
      throw new IllegalArgumentException(
          "The version is above that of the file it replaces: %d or more."
              .formatted(Math.max(1, before + 1)));
    }
    String signed =
        signer.sign(
            FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(
                    MembersFile.read(Files.readString(members), next).bundle()));
    // As every member will read it: nothing is written that they would refuse.
    Directory directory = reader.read(signed);
    Path written = out.resolveSibling(out.getFileName() + ".new");
    Files.writeString(written, signed);
    Files.move(written, out, StandardCopyOption.REPLACE_EXISTING);
    return directory;
  }

  private long before(DirectoryReader reader) throws IOException {
    if (!Files.exists(out)) {
      return 0;
    }
    try {
      return reader.read(Files.readString(out)).version();
    } catch (DirectoryRefused e) {
      throw new IllegalArgumentException(
          out + " is there and is no directory by this key: name another --out, and its --version.",
          e);
    }
  }
}
