package org.ketamineregistry.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes grant what they say in the form of SMART 2, and nothing else. */
class ScopesTest {

  @Test
  void grantTheirLettersOfTheirType() {
    Scopes scopes = Scopes.ofSystem("system/Patient.rs system/Observation.c openid");

    assertThat(scopes.allow("Patient", Interaction.READ)).isTrue();
    assertThat(scopes.allow("Patient", Interaction.SEARCH)).isTrue();
    assertThat(scopes.allow("Patient", Interaction.CREATE)).isFalse();
    assertThat(scopes.allow("Observation", Interaction.CREATE)).isTrue();
    assertThat(scopes.allow("Observation", Interaction.READ)).isFalse();
    assertThat(scopes.allow("Consent", Interaction.READ)).isFalse();
  }

  @Test
  void ofAllTypesGrantThemOfEach() {
    assertThat(Scopes.ofSystem("system/*.r").allow("Consent", Interaction.READ)).isTrue();
    assertThat(Scopes.ofSystem("system/*.r").allow("Consent", Interaction.UPDATE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system/Patient.read",
        "system/Patient.*",
        "system/*.*",
        "system/Patient.sr",
        "system/Patient.rr",
        "system/Patient.",
        "system/.rs",
        "system/Pat*.rs",
        "patient/Patient.rs",
        "user/Patient.rs",
        "xsystem/Patient.rs",
        "system/Patient.rs?identifier=x",
        "system/Patient.rs\nsystem/Patient.rs",
        "SYSTEM/PATIENT.RS",
        "system/Patient.rs,",
        ""
      })
  void inAnotherFormGrantNothing(String scope) {
    for (Interaction interaction : Interaction.values()) {
      assertThat(Scopes.ofSystem(scope).allow("Patient", interaction)).isFalse();
    }
  }

  @Test
  void ofAPersonAreNotThoseOfASystem() {
    Scopes scopes = Scopes.ofPerson("user/Patient.r system/*.cruds");

    assertThat(scopes.allow("Patient", Interaction.READ)).isTrue();
    assertThat(scopes.allow("Patient", Interaction.UPDATE)).isFalse();
    assertThat(scopes.denial("Consent", Interaction.SEARCH))
        .hasValueSatisfying(
            problem ->
                assertThat(problem.message())
                    .contains("authorization endpoint", "user/Consent.s,"));
  }

  @Test
  void sayWhichIsMissing() {
    assertThat(Scopes.ofSystem("system/Patient.r").denial("Consent", Interaction.SEARCH))
        .hasValueSatisfying(problem -> assertThat(problem.message()).contains("system/Consent.s"));
    assertThat(Scopes.ofSystem("system/Patient.r").denial("Patient", Interaction.READ)).isEmpty();
  }

  /** An export keeps those of its requester. */
  @Test
  void areWrittenDownAndReadAgain() {
    for (Scopes scopes :
        List.of(
            Scopes.EVERYTHING,
            Scopes.ofSystem("system/Patient.s system/Patient.rs system/*.r purpose/TREAT"),
            Scopes.ofPerson("user/Observation.rs user/Patient.cruds"),
            Scopes.ofSystem(""))) {
      Scopes again = Scopes.ofClaim(scopes.claim());
      for (String type : List.of("Patient", "Observation", "Consent")) {
        for (Interaction interaction : Interaction.values()) {
          assertThat(again.allow(type, interaction)).isEqualTo(scopes.allow(type, interaction));
        }
      }
      assertThat(again.claim()).isEqualTo(scopes.claim());
    }
    assertThat(Scopes.ofSystem("system/Patient.rs system/Consent.s").claim())
        .isEqualTo("system/Consent.s system/Patient.rs");
  }

  /** Keycloak knows a scope by its whole text: what is not in the file fails there. */
  @Test
  void thatAreSupportedStandInTheRealmFile() throws IOException {
    JsonNode realm =
        new ObjectMapper()
            .readTree(Path.of("src/main/keycloak/ketamine-registry-realm.json").toFile());

    assertThat(
            StreamSupport.stream(realm.path("clientScopes").spliterator(), false)
                .map(scope -> scope.path("name").asText())
                .filter(name -> !name.equals("registry")))
        .containsExactlyInAnyOrderElementsOf(SmartScopes.supported());
    assertThat(
            StreamSupport.stream(realm.path("roles").path("realm").spliterator(), false)
                .map(role -> Role.claimed(role.path("name").asText())))
        .filteredOn(role -> role.isPresent())
        .hasSize(6);
    // Six roles, and one that asks for a second factor and is none to the registry.
    assertThat(realm.path("roles").path("realm")).hasSize(7);
  }

  @Test
  void thatAreSupportedAreUnderstood() {
    assertThat(SmartScopes.supported())
        .filteredOn(scope -> scope.startsWith("system/"))
        .allSatisfy(scope -> assertThat(Scopes.ofSystem(scope).letters()).hasSize(1));
    assertThat(SmartScopes.supported())
        .filteredOn(scope -> scope.startsWith("user/"))
        .isNotEmpty()
        .allSatisfy(scope -> assertThat(Scopes.ofPerson(scope).letters()).hasSize(1));
  }
}
