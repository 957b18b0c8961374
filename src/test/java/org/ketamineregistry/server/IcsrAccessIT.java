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
import org.ketamineregistry.cli.icsr.IcsrCommand;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;
import picocli.CommandLine;

/** A registry's drug safety reads what a report needs with nothing but its key. */
@GuardedRegistryTest
class IcsrAccessIT {
  private final RegistryUnderTest registry;
  private final Identity identity = Identity.provider();
  private final Ehr ehr = Ehr.fresh();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  IcsrAccessIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @Test
  void forTheSafetyOfPatientsAndForNothingElse() throws Exception {
    AnswerAssert.assertThat(
            registry
                .with(
                    identity.token(
                        Role.STEWARD, null, Purpose.PUBLIC_HEALTH, "system/Organization.cruds"))
                .submit(ehr.registration()))
        .isAccepted();
    HttpAnswer answer =
        registry
            .with(
                identity.token(
                    Role.SUBMITTING_CLINIC, ehr.clinicToken(), Purpose.TREATMENT, "system/*.crus"))
            .submit(ehr.transaction("AdverseEvent-adverse-event-gb-5"));
    AnswerAssert.assertThat(answer).isAccepted();
    Identity.Client client = identity.register(Role.STEWARD, null);
    Path key = Files.writeString(folder.resolve("key.jwk"), client.key().jwk().toJSONString());
    Path terms = Files.writeString(folder.resolve("terms.csv"), "17971005,10000001,27.1\n");

    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        new CommandLine(new IcsrCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(
                "--from",
                registry.base(),
                "--event",
                answer.location("AdverseEvent").replace("AdverseEvent/", ""),
                "--sender",
                "KETREG",
                "--receiver",
                "AGENCY",
                "--meddra",
                terms.toString(),
                "--out",
                folder.toString(),
                "--client-id",
                client.id(),
                "--key",
                key.toString());

    assertThat(code).as(err.toString() + out).isZero();
    assertThat(out.toString()).contains("first report");
  }
}
