package org.ketamineregistry.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.identity.Identity;
import picocli.CommandLine;

/** A steward registers a person at a real Keycloak. How that person signs in is SignInIT's. */
class RegisterPersonCommandIT {
  private static final String CLINIC = "urn:x|GB-1";

  private final Identity identity = Identity.provider();
  private final StringWriter said = new StringWriter();
  private final String name = "person-" + UUID.randomUUID();
  private String temporary = "temporary-" + UUID.randomUUID();

  @Test
  void registersAPersonWithATemporaryPassword() {
    assertThat(run("clinician", "--clinic", CLINIC)).isZero();

    assertThat(said.toString())
        .contains("Registered " + name + " as clinician")
        .doesNotContain(temporary);
    assertThat(person().path("attributes").path("clinic").path(0).asText()).isEqualTo(CLINIC);
    assertThat(person().path("requiredActions").toString()).isEqualTo("[\"UPDATE_PASSWORD\"]");
    assertThat(roles()).containsExactly("clinician");
  }

  @Test
  void takesAwayTheOldRoleAndClinicWithTheNew() {
    assertThat(run("clinician", "--clinic", CLINIC)).isZero();
    String first = person().path("id").asText();

    assertThat(run("auditor")).isZero();

    assertThat(person().path("id").asText()).isEqualTo(first);
    assertThat(roles()).containsExactly("auditor");
    assertThat(person().path("attributes").has("clinic")).isFalse();
  }

  @Test
  void leavesThePasswordUnlessANewOneIsAskedFor() {
    assertThat(run("clinician", "--clinic", CLINIC)).isZero();
    String before = passwordSince();
    temporary = "no";

    assertThat(run("clinician", "--clinic", CLINIC)).isZero();
    assertThat(passwordSince()).isEqualTo(before);

    temporary = "another-" + UUID.randomUUID();
    assertThat(run("clinician", "--clinic", CLINIC, "--new-password")).isZero();
    assertThat(passwordSince()).isNotEqualTo(before);
    assertThat(person().path("requiredActions").toString()).isEqualTo("[\"UPDATE_PASSWORD\"]");
  }

  @Test
  void registersNobodyWithAPasswordThatThePolicyRefuses() {
    temporary = "short";

    assertThat(run("auditor")).isEqualTo(1);

    assertThat(said.toString()).contains("assword").doesNotContain("short", "\tat ");
    assertThat(person().isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "clinician, ''",
    "clinician, GB-1",
    "auditor, urn:x|GB-1",
    "submitting-clinic, urn:x|GB-1",
    "peer, ''",
    "second-factor, ''",
    "open, ''"
  })
  void refusesWhoIsNoPerson(String role, String clinic) {
    int code = clinic.isEmpty() ? run(role) : run(role, "--clinic", clinic);

    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).doesNotContain("\tat ");
    assertThat(person().isMissingNode()).isTrue();
  }

  private JsonNode person() {
    return identity.realm().call("GET", "/users?exact=true&username=" + name, null).path(0);
  }

  private List<String> roles() {
    JsonNode roles =
        identity
            .realm()
            .call("GET", "/users/" + person().path("id").asText() + "/role-mappings/realm", null);
    return StreamSupport.stream(roles.spliterator(), false)
        .map(role -> role.path("name").asText())
        .filter(role -> Role.claimed(role).isPresent())
        .toList();
  }

  private String passwordSince() {
    return identity
        .realm()
        .call("GET", "/users/" + person().path("id").asText() + "/credentials", null)
        .path(0)
        .path("createdDate")
        .asText();
  }

  private int run(String role, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--issuer",
                identity.issuer(),
                "--as",
                Identity.ADMINISTRATOR,
                "--name",
                name,
                "--role",
                role));
    arguments.addAll(List.of(more));
    return new CommandLine(new RegisterPersonCommand(() -> Identity.PASSWORD, () -> temporary))
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(said, true))
        .execute(arguments.toArray(String[]::new));
  }
}
