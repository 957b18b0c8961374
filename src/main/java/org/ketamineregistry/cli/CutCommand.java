package org.ketamineregistry.cli;

import ca.uhn.fhir.context.FhirContext;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ketamineregistry.answer.PrivacySettings;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.practice.RuleSetReader;
import org.ketamineregistry.profiles.ProfilePackage;
import org.ketamineregistry.store.CutMaking;
import org.ketamineregistry.store.MadeCut;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Makes the cut that is due, as the server does by itself. */
@Command(
    name = "cut",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the cut of the data that is due, over which answers to others are computed, and prints",
      "which cuts there are and how many rows each has. A cut that was made is not made again.",
      "",
      "It takes the settings of 'serve', given in the same ways, for example",
      "  --spring.datasource.url=jdbc:postgresql://host/registry",
      "Without a data source it opens the embedded database, which no server may be using.",
      "A server on the same data source may go on meanwhile."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:What was due is made.",
      "1:A server is making it at this moment.",
      "2:It could not be made: the database cannot be written, or was not migrated yet."
    })
final class CutCommand implements Callable<Integer> {
  private static final int BUSY = 1;

  @Unmatched private String[] settings = {};

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext database = DatabaseAlone.open(settings)) {
      var making = database.getBean(CutMaking.class);
      Instant now = Clock.systemUTC().instant();
      Optional<List<MadeCut>> made =
          making.make(
              database.getBean(PrivacySettings.class).parameters().schedule().kept(now),
              basis(database, now),
              now);
      return made.isPresent() ? told(making, made.get()) : busy();
    } catch (RuntimeException e) {
      return DatabaseAlone.refuse(spec, "The cut could not be made", e);
    }
  }

  /** By which right the registry holds records today. */
  private static LawfulBasis basis(ConfigurableApplicationContext database, Instant now) {
    return RuleSetReader.inForce(
            ProfilePackage.load(FhirContext.forR4Cached()),
            database.getEnvironment().getProperty("registry.jurisdiction", "XX"),
            LocalDate.ofInstant(now, ZoneOffset.UTC))
        .lawfulBasis();
  }

  private int told(CutMaking making, List<MadeCut> made) {
    PrintWriter out = spec.commandLine().getOut();
    for (MadeCut cut : making.all()) {
      out.printf(
          "The cut of %s %s, for %s.%n",
          cut.id(), made.contains(cut) ? "was made now" : "is there", cut.moment());
      making.rows(cut).forEach((table, rows) -> out.printf("  %-24s %8d rows%n", table, rows));
    }
    out.flush();
    return 0;
  }

  private int busy() {
    PrintWriter err = spec.commandLine().getErr();
    err.println("A server is making the cut at this moment.");
    err.flush();
    return BUSY;
  }
}
