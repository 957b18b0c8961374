package org.ketamineregistry.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.identity.Identity;
import picocli.CommandLine;

/** A steward registers an application at a real Keycloak. */
class RegisterApplicationCommandIT {
  private final Identity identity = Identity.provider();
  private final StringWriter said = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://viewer.example/callback",
        "https://viewer.example/callback?tenant=1",
        "http://127.0.0.1/callback",
        "http://127.0.0.1:8765/callback",
        "http://[::1]/callback",
        "com.example.viewer:/callback"
      })
  void registersAnApplicationWithItsAddress(String uri) {
    assertThat(run("viewer-one", "clinician", uri)).isZero();

    assertThat(said.toString()).contains("Registered viewer-one.");
    assertThat(client("viewer-one").path("redirectUris").toString()).isEqualTo("[\"" + uri + "\"]");
  }

  @Test
  void takesAwayWhatItWasBefore() {
    assertThat(run("viewer-two", "clinician,steward", "https://one.example/")).isZero();
    assertThat(client("viewer-two").path("optionalClientScopes").toString())
        .contains("user/Organization.crus", "user/Patient.u", "purpose/TREAT");

    assertThat(run("viewer-two", "auditor", "https://two.example/")).isZero();

    assertThat(client("viewer-two").path("redirectUris").toString())
        .isEqualTo("[\"https://two.example/\"]");
    assertThat(client("viewer-two").path("optionalClientScopes"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            "purpose/HSYSADMIN", "user/AuditEvent.r", "user/AuditEvent.rs", "user/AuditEvent.s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "/callback",
        "https://*",
        "https://viewer.example/*",
        "https://viewer.example/a/../b",
        "https://viewer.example",
        "https://viewer.example/#fragment",
        "https://somebody@viewer.example/",
        "http://viewer.example/callback",
        "http://localhost/callback",
        "http://127.0.0.1.evil.example/callback",
        "javascript:alert(1)",
        "data:text/html,x",
        "viewer:/callback",
        "viewer.example:/*"
      })
  void refusesAnAddressThatIsNotExact(String uri) {
    assertThat(run("viewer-three", "clinician", uri)).isEqualTo(2);

    assertThat(said.toString()).doesNotContain("\tat ");
    assertThat(identity.realm().knows("viewer-three")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "viewer-four, submitting-clinic",
    "viewer-four, 'clinician,peer'",
    "viewer-four, nobody",
    "x, clinician",
    "account-console, clinician",
    "admin-cli, steward"
  })
  void refusesWhatIsNoApplication(String id, String roles) {
    assertThat(run(id, roles, "https://viewer.example/")).isEqualTo(2);
    assertThat(said.toString()).doesNotContain("\tat ");
  }

  private JsonNode client(String id) {
    return identity.realm().call("GET", "/clients?clientId=" + id, null).path(0);
  }

  private int run(String id, String roles, String uri) {
    List<String> arguments =
        List.of(
            "--issuer",
            identity.issuer(),
            "--as",
            Identity.ADMINISTRATOR,
            "--id",
            id,
            "--for",
            roles,
            "--redirect-uri",
            uri);
    return new CommandLine(new RegisterApplicationCommand(() -> Identity.PASSWORD))
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(said, true))
        .execute(arguments.toArray(String[]::new));
  }
}
