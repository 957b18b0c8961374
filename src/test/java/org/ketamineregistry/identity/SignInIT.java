package org.ketamineregistry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.CallerReader;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.SmartScopes;
import org.ketamineregistry.cli.identity.Application;
import org.ketamineregistry.cli.identity.Person;
import org.ketamineregistry.identity.Identity.TokenAnswer;

/** A person signs in at a real Keycloak, as a browser does it, and an application gets a token. */
class SignInIT {
  private static final String CLINIC = "https://clinics.example|GB-1";
  private static final String READ = "purpose/TREAT user/Patient.rs";

  private final Identity identity = Identity.provider();

  @Test
  void givesTheApplicationATokenOfThePersonForTheRegistryAlone() throws ParseException {
    String viewer = identity.application(Role.CLINICIAN);
    SignedIn doctor = identity.person(Role.CLINICIAN, CLINIC);

    TokenAnswer answer = doctor.ask(viewer, READ);

    JWTClaimsSet claims = claims(answer.token());
    assertThat(claims.getAudience()).containsExactly(Identity.AUDIENCE);
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isBetween(285_000L, 300_000L);
    assertThat(claims.getStringClaim("azp")).isEqualTo(viewer);
    assertThat(claims.getSubject()).isEqualTo(identity.subject(doctor));
    assertThat(claims.getStringClaim("clinic")).isEqualTo(CLINIC);
    assertThat(claims.getStringClaim("scope").split(" "))
        .containsExactlyInAnyOrder(READ.split(" "));
    assertThat(answer.body().has("refresh_token")).isFalse();
    // Who the person is called is nobody's business but the provider's.
    assertThat(claims.toString()).doesNotContain(doctor.person().name());
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = Mode.INCLUDE,
      names = {"CLINICIAN", "ANALYST", "STEWARD", "AUDITOR"})
  void tellsTheCallerOfEachRoleAndPurpose(Role role) throws ParseException {
    String clinic = role.isOfAClinic() ? CLINIC : null;
    String application = identity.application(role);
    SignedIn person = identity.person(role, clinic);
    for (Purpose purpose : role.purposes()) {
      String all =
          String.join(
              " ",
              SmartScopes.ofPersons(role).stream()
                  .filter(scope -> !scope.startsWith("purpose/"))
                  .toList());

      String token = person.token(application, purpose, all);

      var caller = CallerReader.caller(claims(token).getClaims());
      assertThat(caller.role()).isEqualTo(role);
      assertThat(caller.clinic()).isEqualTo(clinic);
      assertThat(caller.purpose()).isEqualTo(purpose);
      assertThat(caller.client()).isEqualTo(application);
      assertThat(caller.user()).isEqualTo(identity.subject(person));
      assertThat(claims(token).getStringClaim("scope").split(" "))
          .hasSize(all.split(" ").length + 1);
    }
  }

  /** A program on the person's machine listens on whichever port is free (RFC 8252 section 7.3). */
  @Test
  void bringsThePersonBackToAnyPortOfTheMachine() {
    identity
        .realm()
        .register(
            new Application(
                "program",
                Set.of(Role.CLINICIAN),
                List.of(URI.create("http://127.0.0.1/callback"))));

    assertThat(identity.person(Role.CLINICIAN, CLINIC).ask("program", READ).token()).isNotEmpty();
  }

  @Nested
  class Codes {
    private final String viewer = identity.application(Role.CLINICIAN);
    private final SignedIn doctor = identity.person(Role.CLINICIAN, CLINIC);

    @Test
    void areTakenOnce() {
      Launch launch = identity.launch(viewer);
      String code = doctor.code(launch, READ);

      assertThat(launch.exchange(code).status()).isEqualTo(200);
      refused(launch.exchange(code));
    }

    @Test
    void areOfNoUseToWhoeverIntercepts() {
      Launch launch = identity.launch(viewer);

      refused(launch.exchange(doctor.code(launch, READ), "a".repeat(64)));
      refused(identity.launch(viewer).exchange(doctor.code(launch, READ)));
      refused(
          identity
              .launch(identity.application(Role.CLINICIAN))
              .exchange(doctor.code(launch, READ)));
      refused(
          identity.post(
              Map.of(
                  "grant_type",
                  "authorization_code",
                  "client_id",
                  viewer,
                  "redirect_uri",
                  Launch.REDIRECT,
                  "code",
                  doctor.code(launch, READ))));
    }

    private void refused(TokenAnswer answer) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.error()).isEqualTo("invalid_grant");
    }
  }

  @Nested
  class Requests {
    private final Launch launch = identity.launch(identity.application(Role.CLINICIAN));

    @Test
    void withoutAProofKeyAreRefused() {
      broughtBack(Map.of("code_challenge", "", "code_challenge_method", ""), "invalid_request");
      broughtBack(Map.of("code_challenge_method", ""), "invalid_request");
      broughtBack(Map.of("code_challenge_method", "plain"), "invalid_request");
    }

    @Test
    void forAnotherFlowAreRefused() {
      for (String type : List.of("token", "id_token token", "code token")) {
        Browser.Page page =
            new Browser().open(launch.authorization(READ, Map.of("response_type", type)));
        assertThat(page.leaves().map(Object::toString).orElse(""))
            .as(page.toString())
            .doesNotContain("access_token=", "code=")
            .contains("error=");
      }
    }

    /** The browser is not sent where nobody registered; it stays, with an error. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/",
          "http://127.0.0.1:9/callback/more",
          "http://127.0.0.1:9/callback?more=1",
          "http://127.0.0.1:9/",
          "http://127.0.0.1:9/callback/../evil",
          "http://127.0.0.1:10/callback",
          "http://localhost:9/callback",
          "http://127.0.0.1:9@evil.example/callback"
        })
    void toAnAddressThatIsNotRegisteredAreRefused(String address) {
      Browser.Page page =
          new Browser().open(launch.authorization(READ, Map.of("redirect_uri", address)));

      assertThat(page.status()).isEqualTo(400);
      assertThat(page.leaves()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "system/Patient.rs",
          "system/*.cruds",
          "user/Patient.u",
          "user/Organization.crus",
          "user/*.cruds",
          "patient/*.rs",
          "purpose/HSYSADMIN",
          "launch/patient",
          "offline_access",
          "steward"
        })
    void forScopesThatTheApplicationDoesNotHaveAreRefused(String scope) {
      Browser.Page page = new Browser().open(launch.authorization(READ + " " + scope));

      assertThat(launch.broughtBack(page)).containsEntry("error", "invalid_scope");
    }

    private void broughtBack(Map<String, String> changes, String error) {
      Browser.Page page = new Browser().open(launch.authorization(READ, changes));

      assertThat(launch.broughtBack(page)).containsEntry("error", error).doesNotContainKey("code");
    }
  }

  /** An application for several roles asks for all their scopes, and gets those of the person. */
  @Test
  void narrowsWhatIsAskedForToTheRoleOfThePerson() throws ParseException {
    String desk = identity.application(Role.CLINICIAN, Role.STEWARD);
    SignedIn doctor = identity.person(Role.CLINICIAN, CLINIC);
    SignedIn steward = identity.person(Role.STEWARD, null);
    String writing = " user/Patient.u user/Organization.crus";

    assertThat(
            claims(doctor.token(desk, Purpose.TREATMENT, "user/Patient.rs" + writing))
                .getStringClaim("scope"))
        .doesNotContain("user/Patient.u", "Organization");
    assertThat(
            claims(steward.token(desk, Purpose.ADMINISTRATION, "user/Patient.rs" + writing))
                .getStringClaim("scope"))
        .contains(writing.strip().split(" "));
  }

  @Nested
  class Passwords {

    @Test
    void thatAreTemporaryAreChangedAtTheFirstSignIn() {
      String viewer = identity.application(Role.CLINICIAN);
      SignedIn doctor = identity.person(Role.CLINICIAN, CLINIC);
      String temporary = doctor.password();

      doctor.token(viewer, Purpose.TREATMENT, "user/Patient.rs");

      assertThat(doctor.password()).isNotEqualTo(temporary);
      assertThat(signIn(viewer, doctor.person().name(), temporary).asksFor("password")).isTrue();
      assertThat(signIn(viewer, doctor.person().name(), doctor.password()).leaves()).isPresent();
    }

    @Test
    void areNotTriedWithoutEnd() {
      String viewer = identity.application(Role.CLINICIAN);
      SignedIn doctor = identity.person(Role.CLINICIAN, CLINIC);
      doctor.token(viewer, Purpose.TREATMENT, "user/Patient.rs");
      for (int attempt = 0; attempt < 6; attempt++) {
        assertThat(signIn(viewer, doctor.person().name(), "wrong-" + attempt).leaves()).isEmpty();
      }

      assertThat(signIn(viewer, doctor.person().name(), doctor.password()).leaves()).isEmpty();
    }

    @Test
    void areNotTakenByTheTokenEndpoint() {
      SignedIn doctor = identity.person(Role.CLINICIAN, CLINIC);
      doctor.token(identity.application(Role.CLINICIAN), Purpose.TREATMENT, "user/Patient.rs");
      for (String client : List.of(identity.application(Role.CLINICIAN), "admin-cli")) {
        assertThat(
                identity
                    .post(
                        Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            client,
                            "username",
                            doctor.person().name(),
                            "password",
                            doctor.password()))
                    .status())
            .isBetween(400, 401);
      }
    }
  }

  @Nested
  class SecondFactors {

    /** It is the role that asks for one, however the person came by it. */
    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"STEWARD", "AUDITOR"})
    void areSetUpAtTheFirstSignInAndAskedForAtEach(Role role) {
      String desk = identity.application(role);
      SignedIn person = identity.person(role, null);
      person.token(desk, Purpose.ADMINISTRATION, "user/AuditEvent.rs");

      var browser = new Browser();
      Browser.Page page = password(browser, desk, person);

      assertThat(page.leaves()).isEmpty();
      assertThat(page.asksFor("otp")).isTrue();
      assertThat(browser.send(page, Map.of("otp", "000000")).leaves()).isEmpty();
    }

    @Test
    void areAskedForAfterARoleThatWantsThem() {
      String desk = identity.application(Role.CLINICIAN, Role.STEWARD);
      SignedIn person = identity.person(Role.CLINICIAN, CLINIC);
      person.token(desk, Purpose.TREATMENT, "user/Patient.rs");

      identity
          .realm()
          .register(
              new Person(person.person().name(), Role.STEWARD, null), () -> "not asked for", false);

      // The session of before is over, and the password alone leads no further.
      assertThat(password(new Browser(), desk, person).asksFor("totpSecret")).isTrue();
    }

    @Test
    void areAskedOfWhoeverSetOneUp() {
      String viewer = identity.application(Role.CLINICIAN);
      SignedIn doctor = identity.person(Role.CLINICIAN, CLINIC);
      doctor.setUpSecondFactor(viewer);

      assertThat(password(new Browser(), viewer, doctor).asksFor("otp")).isTrue();
    }

    private Browser.Page password(Browser browser, String application, SignedIn person) {
      return browser.send(
          browser.open(identity.launch(application).authorization("")),
          Map.of("username", person.person().name(), "password", person.password()));
    }
  }

  private Browser.Page signIn(String application, String name, String password) {
    var browser = new Browser();
    return browser.send(
        browser.open(identity.launch(application).authorization(READ)),
        Map.of("username", name, "password", password));
  }

  @Test
  void knowsNoSecretRoleOrOriginOfAnApplication() {
    JsonNode client =
        identity
            .realm()
            .call("GET", "/clients?clientId=" + identity.application(Role.STEWARD), null)
            .path(0);

    assertThat(client.path("publicClient").asBoolean()).isTrue();
    assertThat(client.path("serviceAccountsEnabled").asBoolean()).isFalse();
    assertThat(client.path("protocolMappers").size()).isZero();
    assertThat(client.path("webOrigins")).isEqualTo(JsonNodeFactory.instance.arrayNode());
  }

  private static JWTClaimsSet claims(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }
}
