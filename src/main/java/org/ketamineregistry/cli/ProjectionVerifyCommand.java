package org.ketamineregistry.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ketamineregistry.store.FlatVerification;
import org.ketamineregistry.store.FlatVerification.Table;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Compares the flat tables with what the views make of every stored resource. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Projects every stored resource again and compares the flat tables row by row.",
      "",
      "It takes the settings of 'serve', given in the same ways, for example",
      "  --spring.datasource.url=jdbc:postgresql://host/registry",
      "Without a data source it opens the embedded database, which no server may be using.",
      "It changes nothing, and a server on the same data source may go on meanwhile."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The tables hold what is stored.",
      "1:Rows of some resources are others; their ids were printed, and 'projection rebuild' mends it.",
      "2:It could not be verified: the database cannot be read, or was not migrated yet."
    })
final class ProjectionVerifyCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;

  @Unmatched private String[] settings = {};

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext database = DatabaseAlone.open(settings)) {
      return told(database.getBean(FlatVerification.class).verify(DatabaseAlone.views()));
    } catch (RuntimeException e) {
      return DatabaseAlone.refuse(spec, "The flat tables could not be verified", e);
    }
  }

  private int told(Map<String, Table> report) {
    PrintWriter out = spec.commandLine().getOut();
    report.forEach(
        (name, table) -> {
          out.printf(
              "%-24s %8d rows, %d resources differ%n",
              name, table.rows(), table.different().size());
          table.different().forEach(resource -> out.println("  " + resource));
        });
    boolean same = report.values().stream().allMatch(table -> table.different().isEmpty());
    out.println(
        same
            ? "The flat tables hold what is stored."
            : "The flat tables do not hold what is stored: 'projection rebuild' fills them anew.");
    out.flush();
    return same ? 0 : DIFFERENT;
  }
}
