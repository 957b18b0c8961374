package org.ketamineregistry.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.identity.ClientKey;
import org.ketamineregistry.identity.Identity;
import org.ketamineregistry.identity.Identity.Client;
import picocli.CommandLine;

/** A steward registers a client at a real Keycloak, and the client gets its token. */
class RegisterClientCommandIT {
  @TempDir private Path folder = Path.of("");

  private final Identity identity = Identity.provider();
  private final ClientKey key = ClientKey.fresh(JWSAlgorithm.RS384);
  private final StringWriter said = new StringWriter();

  @Test
  void registersAClinicThatThenGetsItsToken() throws IOException {
    assertThat(
            run("clinic-one", "submitting-clinic", "--clinic", "urn:x|GB-1", "--keys", file(key)))
        .isZero();

    assertThat(said.toString()).contains("Registered clinic-one as submitting-clinic");
    assertThat(identity.ask(new Client("clinic-one", key), "purpose/TREAT").status())
        .isEqualTo(200);
  }

  @Test
  void registersOnceHoweverOftenItIsSaid() throws IOException {
    assertThat(run("auditor-one", "auditor", "--keys", file(key))).isZero();
    assertThat(run("auditor-one", "auditor", "--keys", file(key))).isZero();

    assertThat(identity.ask(new Client("auditor-one", key), "purpose/HSYSADMIN").status())
        .isEqualTo(200);
  }

  @Test
  void takesAwayTheOldRoleWithTheNew() throws IOException {
    assertThat(run("moved", "auditor", "--keys", file(key))).isZero();
    assertThat(run("moved", "analyst", "--keys", file(key))).isZero();

    assertThat(identity.ask(new Client("moved", key), "purpose/HSYSADMIN").error())
        .isEqualTo("invalid_scope");
    assertThat(identity.ask(new Client("moved", key), "purpose/PUBHLTH").status()).isEqualTo(200);
  }

  @Test
  void takesAnAddressOfKeys() {
    assertThat(run("peer-one", "peer", "--keys-at", "https://peer.example/keys.json")).isZero();
    assertThat(identity.realm().knows("peer-one")).isTrue();
    assertThat(run("peer-two", "peer", "--keys-at", "http://peer.example/keys.json")).isEqualTo(2);
    assertThat(run("peer-two", "peer", "--keys-at", "file:///etc/passwd")).isEqualTo(2);
    assertThat(identity.realm().knows("peer-two")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "clinic, submitting-clinic, ''",
    "clinic, submitting-clinic, GB-1",
    "peer, peer, urn:x|GB-1",
    "somebody, admin, ''",
    "somebody, open, ''",
    "somebody, clinician, urn:x|GB-1",
    "x, auditor, ''",
    "../x, auditor, ''",
    "Capital, auditor, ''",
    "realm-management, auditor, ''"
  })
  void refusesWhatIsNoClient(String id, String role, String clinic) throws IOException {
    int code =
        clinic.isEmpty()
            ? run(id, role, "--keys", file(key))
            : run(id, role, "--clinic", clinic, "--keys", file(key));

    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256", "ES512", "PS384"})
  void refusesKeysForAnotherAlgorithm(String algorithm) throws IOException {
    assertThat(
            run(
                "other-key",
                "auditor",
                "--keys",
                file(ClientKey.fresh(JWSAlgorithm.parse(algorithm)))))
        .isEqualTo(2);
  }

  @Test
  void refusesAPrivateKeyAndWhatIsNoKey() throws IOException {
    for (String text :
        new String[] {
          "",
          "{}",
          "{\"keys\":[]}",
          "{\"keys\":[" + key.jwk().toJSONString() + "]}",
          "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"x\",\"alg\":\"HS384\",\"k\":\"c2VjcmV0\"}]}"
        }) {
      Path file = Files.writeString(folder.resolve("keys.json"), text);
      assertThat(run("no-key", "auditor", "--keys", file.toString())).as(text).isEqualTo(2);
    }
    assertThat(run("no-key", "auditor", "--keys", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(identity.realm().knows("no-key")).isFalse();
  }

  @Test
  void saysThatThePasswordIsWrong() throws IOException {
    int code =
        new CommandLine(new RegisterClientCommand(() -> "wrong"))
            .setErr(new PrintWriter(said, true))
            .execute(
                "--issuer",
                identity.issuer(),
                "--id",
                "clinic-two",
                "--role",
                "auditor",
                "--keys",
                file(key));

    assertThat(code).isEqualTo(1);
    assertThat(said.toString())
        .contains("Invalid user credentials")
        .doesNotContain("wrong", "\tat ");
  }

  private int run(String id, String role, String... more) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of(
                "--issuer",
                identity.issuer(),
                "--as",
                Identity.ADMINISTRATOR,
                "--id",
                id,
                "--role",
                role));
    arguments.addAll(java.util.List.of(more));
    return new CommandLine(new RegisterClientCommand(() -> Identity.PASSWORD))
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(said, true))
        .execute(arguments.toArray(String[]::new));
  }

  private String file(ClientKey signer) throws IOException {
    return Files.writeString(folder.resolve("keys.json"), signer.publicKeys()).toString();
  }
}
