package org.ketamineregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.store.FlatDatabase;
import picocli.CommandLine;

/** {@code cut}, as an operator runs it against a database. */
class CutCommandIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FlatDatabase database = new FlatDatabase();

  private int run(String url) {
    return new CommandLine(new CutCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + database.details().getUsername(),
            "--spring.datasource.password=" + database.details().getPassword(),
            "--spring.datasource.hikari.connection-timeout=500");
  }

  @Test
  void makesWhatIsDueOnceAndPrintsHowManyRowsItHas() {
    database.store(Ehr.fresh().example("Patient-patient-gb-1").without("/managingOrganization"));

    assertThat(run(database.details().getJdbcUrl())).isZero();
    assertThat(out.toString())
        .containsPattern("The cut of \\d{4}-\\d\\d-\\d\\d was made now, for ")
        .contains("  person_counted                  1 rows\n")
        .contains("  session                         0 rows\n");

    assertThat(run(database.details().getJdbcUrl())).isZero();
    assertThat(out.toString()).containsPattern("The cut of \\d{4}-\\d\\d-\\d\\d is there, for ");
    assertThat(err).hasToString("");
  }

  @Test
  void refusesWhereTheDatabaseDoesNotAnswer() {
    assertThat(run("jdbc:postgresql://127.0.0.1:1/registry")).isEqualTo(2);
    assertThat(err.toString()).contains("The cut could not be made");
  }
}
