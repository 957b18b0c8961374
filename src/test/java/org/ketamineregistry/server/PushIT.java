package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.cli.push.PushCommand;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;
import picocli.CommandLine;

/** A clinic's system pushes a folder with nothing but its key, to a registry that is guarded. */
@GuardedRegistryTest
class PushIT {
  private final RegistryUnderTest registry;
  private final Identity identity = Identity.provider();
  private final Ehr ehr = Ehr.fresh();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  PushIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @Test
  void getsItsTokensByItself() throws Exception {
    AnswerAssert.assertThat(
            registry
                .with(
                    identity.token(
                        Role.STEWARD, null, Purpose.PUBLIC_HEALTH, "system/Organization.cruds"))
                .submit(ehr.registration()))
        .isAccepted();
    Identity.Client client = identity.register(Role.SUBMITTING_CLINIC, ehr.clinicToken());
    Path key = Files.writeString(folder.resolve("key.jwk"), client.key().jwk().toJSONString());
    Path cohort = folder.resolve("cohort");
    Path lane = Files.createDirectories(cohort.resolve("patient-1"));
    Files.writeString(lane.resolve("01.json"), ehr.consultation().text());
    Files.writeString(lane.resolve("02.json"), ehr.session().text());

    var err = new StringWriter();
    int code =
        new CommandLine(new PushCommand())
            .setErr(new PrintWriter(err, true))
            .execute(
                cohort.toString(),
                "--to",
                registry.base(),
                "--client-id",
                client.id(),
                "--key",
                key.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(
            registry
                .with(
                    identity.token(
                        Role.SUBMITTING_CLINIC,
                        ehr.clinicToken(),
                        Purpose.TREATMENT,
                        "system/Encounter.rs"))
                .get("/Encounter")
                .bundle()
                .getTotal())
        .isEqualTo(1);
  }
}
