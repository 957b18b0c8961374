package org.ketamineregistry.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ketamineregistry.audit.AuditSettings;
import org.ketamineregistry.audit.Checkpoint;
import org.ketamineregistry.audit.CheckpointFolder;
import org.ketamineregistry.audit.Verification.Report;
import org.ketamineregistry.audit.VerificationKey;
import org.ketamineregistry.store.AuditInspection;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Verifies the audit in the database against its seals and its signed checkpoints. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies the audit in the database against its seals and signed checkpoints.",
      "",
      "It takes the settings of 'serve', given in the same ways, for example",
      "  --spring.datasource.url=jdbc:postgresql://host/registry",
      "Without a data source it opens the embedded database, which no server may be using.",
      "Rows that were appended within the last minute may not be sealed yet; that is no fault."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The audit is whole.",
      "1:Something was removed, changed or put in another order; what it is was printed.",
      "2:It could not be verified: the database, the key or a checkpoint cannot be read."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int NOT_WHOLE = 1;
  private static final int USAGE = 2;

  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description =
          "Copies of checkpoints that were kept elsewhere, beside those of"
              + " registry.audit.checkpoint-folder. May be given more than once.")
  private List<Path> copies = new ArrayList<>();

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description =
          "A public key by which to verify, in PEM (default: that of registry.audit.key-file). May be"
              + " given more than once, where the registry's key was replaced.")
  private List<Path> publicKeys = new ArrayList<>();

  @Unmatched private String[] settings = {};

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext database = DatabaseAlone.open(settings)) {
      AuditSettings audit = database.getBean(AuditSettings.class);
      var key = key(publicKeys.isEmpty() ? List.of(Path.of(audit.keyFile())) : publicKeys);
      List<Checkpoint> checkpoints = new ArrayList<>();
      checkpoints.addAll(new CheckpointFolder(Path.of(audit.checkpointFolder())).read());
      for (Path copy : copies) {
        checkpoints.addAll(new CheckpointFolder(copy).read());
      }
      return told(database.getBean(AuditInspection.class).verify(key, checkpoints));
    } catch (IOException | UncheckedIOException e) {
      return refuse("A file cannot be read: " + e.getMessage());
    } catch (RuntimeException e) {
      return refuse(reason(e));
    }
  }

  private static VerificationKey key(List<Path> files) throws IOException {
    var pem = new StringBuilder();
    for (Path file : files) {
      pem.append(Files.readString(file));
    }
    return VerificationKey.of(pem.toString());
  }

  private int told(Report report) {
    PrintWriter out = spec.commandLine().getOut();
    report.problems().forEach(out::println);
    out.printf(
        "%d rows sealed, %d not yet, held against %d checkpoints: %s%n",
        report.sealed(),
        report.unsealed(),
        report.checkpoints(),
        report.isWhole()
            ? "the audit is whole."
            : report.problems().size() + " things are wrong with the audit.");
    out.flush();
    return report.isWhole() ? 0 : NOT_WHOLE;
  }

  /** The first cause in a chain is what an operator can do something about. */
  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return "The audit could not be verified: " + cause.getMessage();
  }

  private int refuse(String words) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(words);
    err.flush();
    return USAGE;
  }
}
