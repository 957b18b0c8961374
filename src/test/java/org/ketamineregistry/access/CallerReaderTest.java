package org.ketamineregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** A genuine token says who its caller is, wholly and once, or nobody is let in by it. */
class CallerReaderTest {

  @Test
  void aClinicsSystem() {
    Caller caller = CallerReader.caller(clinic());

    assertThat(caller)
        .isEqualTo(
            new Caller(
                "clinic-gb-1",
                null,
                Role.SUBMITTING_CLINIC,
                "urn:x|GB-1",
                Purpose.TREATMENT,
                Scopes.ofSystem("system/Patient.crus")));
  }

  @Test
  void aPersonWhoTreats() {
    Map<String, Object> claims = with("registry_role", List.of("clinician"));
    claims.remove("client_id");
    claims.put("sub", "7f3a");

    Caller caller = CallerReader.caller(claims);

    assertThat(caller.client()).isEqualTo("clinic-gb-1");
    assertThat(caller.user()).isEqualTo("7f3a");
    assertThat(caller.role()).isEqualTo(Role.CLINICIAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submitting-clinic", "peer"})
  void aPersonIsNoSystem(String role) {
    Map<String, Object> claims = with("registry_role", List.of(role));
    claims.remove("client_id");
    claims.put("scope", "purpose/TREAT purpose/PUBHLTH");

    refuses(claims, ErrorCode.ROLE_MISSING);
  }

  @Test
  void aSystemTreatsNobody() {
    refuses(with("registry_role", List.of("clinician")), ErrorCode.ROLE_MISSING);
  }

  @Test
  void aTokenOfNobodyIsNone() {
    Map<String, Object> claims = clinic();
    claims.remove("client_id");
    claims.remove("sub");

    refuses(claims, ErrorCode.TOKEN_INVALID);
  }

  @Test
  void scopesOfAPersonAreNotThoseOfASystem() {
    Map<String, Object> claims = with("registry_role", List.of("steward"));
    claims.put("scope", "purpose/PUBHLTH user/Patient.rs system/Consent.rs");
    assertThat(CallerReader.caller(claims).scopes())
        .isEqualTo(Scopes.ofSystem("system/Consent.rs"));

    claims.remove("client_id");

    assertThat(CallerReader.caller(claims).scopes()).isEqualTo(Scopes.ofPerson("user/Patient.rs"));
  }

  @Nested
  class Roles {

    @Test
    void areToldFromTheProvidersOwn() {
      assertThat(
              CallerReader.caller(
                      with(
                          "registry_role",
                          List.of("offline_access", "submitting-clinic", "default-roles-x")))
                  .role())
          .isEqualTo(Role.SUBMITTING_CLINIC);
      assertThat(CallerReader.caller(with("registry_role", "submitting-clinic")).role())
          .isEqualTo(Role.SUBMITTING_CLINIC);
    }

    @Test
    void areNeverNoneOrTwo() {
      refuses(with("registry_role", null), ErrorCode.ROLE_MISSING);
      refuses(with("registry_role", List.of()), ErrorCode.ROLE_MISSING);
      refuses(with("registry_role", List.of("steward", "auditor")), ErrorCode.ROLE_MISSING);
      refuses(with("registry_role", Map.of("steward", true)), ErrorCode.ROLE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "public", "OPEN", "Steward", "steward ", "admin"})
    void areNoneThatNobodyMayClaim(String role) {
      refuses(with("registry_role", List.of(role)), ErrorCode.ROLE_MISSING);
    }
  }

  @Nested
  class Clinics {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "GB-1", "|GB-1", "urn:x|", "urn:x|GB-1|GB-2", "urn x|GB-1"})
    void areASystemAndAValue(String clinic) {
      refuses(with("clinic", clinic), ErrorCode.CLINIC_NOT_IN_TOKEN);
    }

    @Test
    void areNeverLeftOut() {
      refuses(with("clinic", null), ErrorCode.CLINIC_NOT_IN_TOKEN);
      refuses(with("clinic", List.of("urn:x|GB-1", "urn:x|GB-2")), ErrorCode.CLINIC_NOT_IN_TOKEN);
    }

    @Test
    void areNotSpokenForByOthers() {
      Map<String, Object> claims = with("registry_role", List.of("steward"));
      claims.put("scope", "purpose/HSYSADMIN");

      assertThat(CallerReader.caller(claims).clinic()).isNull();
    }
  }

  @Nested
  class Purposes {

    @ParameterizedTest
    @CsvSource({
      "submitting-clinic, TREAT",
      "clinician, TREAT",
      "steward, PUBHLTH",
      "steward, PATSFTY",
      "steward, HRESCH",
      "steward, HSYSADMIN",
      "analyst, PUBHLTH",
      "peer, PUBHLTH",
      "auditor, HSYSADMIN"
    })
    void areThoseOfTheRole(String role, String purpose) {
      Map<String, Object> claims = with("registry_role", List.of(role));
      if (!Role.claimed(role).orElseThrow().mayBeASystems()) {
        claims.remove("client_id");
        claims.put("sub", "7f3a");
      }
      for (Purpose every : Purpose.values()) {
        claims.put("scope", every.scope());
        if (Role.claimed(role).orElseThrow().purposes().contains(every)) {
          assertThat(CallerReader.caller(claims).purpose()).isEqualTo(every);
        } else {
          refuses(claims, ErrorCode.PURPOSE_MISSING);
        }
      }
      claims.put("scope", "purpose/" + purpose);
      assertThat(CallerReader.caller(claims).purpose())
          .isEqualTo(Purpose.coded(purpose).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "system/Patient.rs",
          "purpose/",
          "purpose/NONE",
          "purpose/treat",
          "purpose/TREAT purpose/PUBHLTH",
          "purpose/TREAT purpose/TREAT",
          "xpurpose/TREAT"
        })
    void areOneToAToken(String scope) {
      refuses(with("scope", scope), ErrorCode.PURPOSE_MISSING);
    }
  }

  @Test
  void aTokenThatNamesNoClientIsNone() {
    Map<String, Object> claims = with("azp", null);
    claims.remove("client_id");

    refuses(claims, ErrorCode.TOKEN_INVALID);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = Mode.EXCLUDE,
      names = {"PUBLIC", "OPEN"})
  void whatAClientOfARoleMayAskForIsWhatARegistryUnderstands(Role role) {
    for (List<String> scopes : List.of(SmartScopes.of(role), SmartScopes.ofPersons(role))) {
      assertThat(scopes)
          .filteredOn(scope -> scope.startsWith("purpose/"))
          .hasSize(scopes.isEmpty() ? 0 : role.purposes().size());
    }
    assertThat(SmartScopes.of(role).isEmpty()).isEqualTo(!role.mayBeASystems());
    assertThat(SmartScopes.of(role)).noneMatch(scope -> scope.startsWith("user/"));
    assertThat(SmartScopes.ofPersons(role)).noneMatch(scope -> scope.startsWith("system/"));
    assertThat(SmartScopes.ofPersons(role).isEmpty()).isEqualTo(!role.mayBeAPersons());
  }

  private static void refuses(Map<String, Object> claims, ErrorCode code) {
    assertThatThrownBy(() -> CallerReader.caller(claims))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problems().get(0).code()).isEqualTo(code);
              assertThat(refused.problems().get(0).message()).doesNotContain("GB-1", "urn:x");
            });
  }

  private static Map<String, Object> with(String claim, @Nullable Object value) {
    Map<String, Object> claims = clinic();
    if (value == null) {
      claims.remove(claim);
    } else {
      claims.put(claim, value);
    }
    return claims;
  }

  private static Map<String, Object> clinic() {
    return new HashMap<>(
        Map.of(
            "azp",
            "clinic-gb-1",
            "client_id",
            "clinic-gb-1",
            "sub",
            "service",
            "registry_role",
            List.of("submitting-clinic", "offline_access"),
            "clinic",
            "urn:x|GB-1",
            "scope",
            "purpose/TREAT system/Patient.crus"));
  }
}
