package org.ketamineregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.store.FlatDatabase;
import picocli.CommandLine;

/** {@code projection verify} and {@code rebuild}, as an operator runs them against a database. */
class ProjectionCommandIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FlatDatabase database = new FlatDatabase();
  private final String patient =
      database.store(Ehr.fresh().example("Patient-patient-gb-1").without("/managingOrganization"));

  private int run(String command) {
    return runAt(database.details().getJdbcUrl(), command);
  }

  private int runAt(String url, String command) {
    var line =
        new CommandLine(new ProjectionCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    String[] arguments = {
      command,
      "--spring.datasource.url=" + url,
      "--spring.datasource.username=" + database.details().getUsername(),
      "--spring.datasource.password=" + database.details().getPassword(),
      "--spring.datasource.hikari.connection-timeout=500"
    };
    return line.execute(arguments);
  }

  @Test
  void verifiesWhatWasRebuilt() {
    assertThat(run("rebuild")).isZero();
    assertThat(run("verify")).isZero();

    assertThat(out.toString())
        .startsWith("The flat tables were filled from 1 resources.\n")
        .contains("patient                         1 rows, 0 resources differ\n")
        .contains("session                         0 rows, 0 resources differ\n")
        .endsWith("The flat tables hold what is stored.\n");
    assertThat(err).hasToString("");
  }

  @Test
  void namesTheResourceWhoseRowsDifferAndNothingOfWhatIsInIt() {
    run("rebuild");
    database.change("UPDATE flat.patient SET sex = 'unknown'");

    assertThat(run("verify")).isEqualTo(1);

    assertThat(out.toString())
        .contains("patient                         1 rows, 1 resources differ\n")
        .contains("  Patient/" + patient + "\n")
        .doesNotContain("unknown", "female", "male")
        .endsWith("'projection rebuild' fills them anew.\n");
  }

  @Test
  void refusesWhereTheDatabaseDoesNotAnswer() {
    assertThat(runAt("jdbc:postgresql://127.0.0.1:1/registry", "verify")).isEqualTo(2);
    assertThat(runAt("jdbc:postgresql://127.0.0.1:1/registry", "rebuild")).isEqualTo(2);
    assertThat(err.toString()).contains("could not be verified").contains("could not be filled");
  }
}
