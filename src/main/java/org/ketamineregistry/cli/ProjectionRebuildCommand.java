package org.ketamineregistry.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ketamineregistry.store.FlatRenewal;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Fills the flat tables anew. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Fills the flat tables anew from every stored resource.",
      "",
      "It takes the settings of 'serve', given in the same ways, for example",
      "  --spring.datasource.url=jdbc:postgresql://host/registry",
      "Without a data source it opens the embedded database, which no server may be using.",
      "It may be ended and begun again, and a server on the same data source may go on meanwhile."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The tables were filled.",
      "2:They could not be filled: the database cannot be written, or was not migrated yet."
    })
final class ProjectionRebuildCommand implements Callable<Integer> {
  @Unmatched private String[] settings = {};

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext database = DatabaseAlone.open(settings)) {
      int resources = database.getBean(FlatRenewal.class).renew(DatabaseAlone.views());
      PrintWriter out = spec.commandLine().getOut();
      out.printf("The flat tables were filled from %d resources.%n", resources);
      out.flush();
      return 0;
    } catch (RuntimeException e) {
      return DatabaseAlone.refuse(spec, "The flat tables could not be filled", e);
    }
  }
}
