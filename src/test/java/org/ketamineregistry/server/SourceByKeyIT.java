package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.cli.source.AdaptFhirCommand;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;
import picocli.CommandLine;

/**
 * A source that knows its clients by their keys (SMART Backend Services) is read: this registry's
 * own export, with tokens of a real identity provider.
 */
@GuardedRegistryTest
class SourceByKeyIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCOPE = Purpose.TREATMENT.scope() + " system/*.rs";

  private final RegistryUnderTest registry;
  private final Identity identity = Identity.provider();
  private final Ehr ehr = Ehr.fresh();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private String told = "";

  SourceByKeyIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void treat() throws Exception {
    AnswerAssert.assertThat(
            registry
                .with(
                    identity.token(
                        Role.STEWARD, null, Purpose.PUBLIC_HEALTH, "system/Organization.cruds"))
                .submit(ehr.registration()))
        .isAccepted();
    AnswerAssert.assertThat(
            registry
                .with(
                    identity.token(
                        Role.SUBMITTING_CLINIC,
                        ehr.clinicToken(),
                        Purpose.TREATMENT,
                        "system/*.cruds"))
                .submit(ehr.consultation()))
        .isAccepted();
    Files.writeString(
        folder.resolve("registry.yaml"),
        """
        mapping: registry
        clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
        skip: [{from: Patient}]
        records:
          - {kind: patient, from: Patient, key: [id], fields: {sex: {path: gender}, born: {path: birthDate}}}
        """);
  }

  /** A token that ends on the way is followed by another, and so is one that the source refuses. */
  @Test
  void isReadThoughTokensEndOnTheWay() throws Exception {
    Identity.Client client = identity.register(Role.SUBMITTING_CLINIC, ehr.clinicToken());
    change(client, one -> one.withObject("/attributes").put("access.token.lifespan", "4"));
    try (var way = new WayToASource(registry.root())) {
      // A token of four seconds is used for two of them.
      way.waitsBeforeTheManifest(Duration.ofMillis(2_200)).refusesTheFirstFileOnce();

      assertThat(adapt(way.base(), byKey(client))).as(told).isZero();

      assertThat(way.refused()).isEqualTo(1);
      assertThat(way.tokens().stream().distinct())
          .as("until the manifest; until the refusal; after it")
          .hasSizeGreaterThanOrEqualTo(3);
      assertThat(way.tokens())
          .allSatisfy(token -> assertThat(issuedFor(token)).isEqualTo(client.id()));
    }
    assertThat(report().path("read").asInt()).isEqualTo(1);
    assertThat(report().path("refused").asInt()).isZero();
  }

  @Test
  void saysWhatToCheckWhereWhoAsksIsNotKnown() throws Exception {
    Identity.Client client = identity.register(Role.SUBMITTING_CLINIC, ehr.clinicToken());
    Identity.Client other = identity.register(Role.SUBMITTING_CLINIC, ehr.clinicToken());

    assertThat(adapt(registry.base(), byKey(new Identity.Client(client.id(), other.key()))))
        .isNotZero();
    assertThat(told)
        .contains("The identity provider gives no token (40", "invalid_client")
        .contains("check the client's id, the key with its id, and the scopes");

    String token = identity.ask(client, SCOPE).token();
    Path damaged =
        Files.writeString(
            folder.resolve("token"), token.substring(0, token.length() - 8) + "AAAAAAAA");
    assertThat(adapt(registry.base(), "--from-token-file", damaged.toString())).isNotZero();
    assertThat(told).contains("The source does not know who asks (401): check --from-token-file");
  }

  private static String[] byKey(Identity.Client client) {
    return new String[] {
      "--from-client-id",
      client.id(),
      "--from-key",
      client.keyFile().toString(),
      "--from-scope",
      SCOPE
    };
  }

  /** What its administrator changes of a client at the provider. */
  private void change(Identity.Client client, Consumer<ObjectNode> changed) {
    ObjectNode found =
        (ObjectNode) identity.realm().call("GET", "/clients?clientId=" + client.id(), null).get(0);
    changed.accept(found);
    identity.realm().call("PUT", "/clients/" + found.path("id").asText(), found);
  }

  private static String issuedFor(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("azp");
    } catch (ParseException e) {
      throw new AssertionError("No token of the provider", e);
    }
  }

  private int adapt(String from, String... proof) {
    List<String> arguments = new ArrayList<>(List.of(proof));
    arguments.addAll(
        List.of(
            "--from",
            from,
            "--patients",
            "--mapping",
            folder.resolve("registry.yaml").toString(),
            "--dry-run",
            "--state",
            folder.resolve("state").toString(),
            "--report",
            folder.resolve("report.json").toString()));
    var words = new StringWriter();
    int code =
        new CommandLine(new AdaptFhirCommand())
            .setOut(new PrintWriter(words, true))
            .setErr(new PrintWriter(words, true))
            .execute(arguments.toArray(String[]::new));
    told = words.toString();
    return code;
  }

  private JsonNode report() throws Exception {
    return JSON.readTree(folder.resolve("report.json").toFile());
  }
}
