package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;
import org.ketamineregistry.identity.SignedIn;

/** People at an application, signed in at a real identity provider: what they see, and who saw. */
@GuardedRegistryTest
class PersonIT {
  private final Identity identity = Identity.provider();
  private final RegistryUnderTest registry;

  PersonIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  /** A clinic with a patient. */
  private record Treated(Ehr ehr, String patient) {}

  private Treated treated() {
    Ehr ehr = Ehr.fresh();
    String steward =
        identity.token(Role.STEWARD, null, Purpose.ADMINISTRATION, "system/Organization.cu");
    assertThat(registry.with(steward).submit(ehr.registration())).isAccepted();
    String clinic =
        identity.token(
            Role.SUBMITTING_CLINIC, ehr.clinicToken(), Purpose.TREATMENT, "system/*.crus");
    HttpAnswer submitted = registry.with(clinic).submit(ehr.consultation());
    assertThat(submitted).isAccepted();
    return new Treated(ehr, submitted.location("Patient"));
  }

  @Test
  void aClinicianReadsTheOwnClinicsRecordsAndNoOthers() {
    Treated own = treated();
    Treated other = treated();
    RegistryUnderTest doctor =
        registry.with(
            identity.personToken(
                Role.CLINICIAN, own.ehr().clinicToken(), Purpose.TREATMENT, "user/Patient.rs"));

    assertThat(doctor.get("/" + own.patient())).hasStatus(200);
    assertThat(doctor.get("/" + other.patient())).isRefused(404).hasOnlyIssue("not-found");
    assertThat(doctor.get("/Patient?identifier=" + own.ehr().patientToken()).bundle().getEntry())
        .hasSize(1);
    assertThat(doctor.get("/Patient?identifier=" + other.ehr().patientToken()).bundle().getEntry())
        .isEmpty();
  }

  @Test
  void aClinicianWritesNothingAndReadsNoAudit() {
    Treated own = treated();
    RegistryUnderTest doctor =
        registry.with(
            identity.personToken(
                Role.CLINICIAN, own.ehr().clinicToken(), Purpose.TREATMENT, "user/*.rs"));

    assertThat(doctor.submit(own.ehr().session())).isRefused(403).hasIssue("forbidden");
    assertThat(doctor.get("/AuditEvent")).isRefused(403).hasOnlyIssue("forbidden");
    assertThat(doctor.get("/" + own.patient() + "/$disclosures")).hasStatus(200);
  }

  @Test
  void aScopeThatThePersonWasNotAskedForIsNamed() {
    Treated own = treated();
    HttpAnswer answer =
        registry
            .with(
                identity.personToken(
                    Role.CLINICIAN, own.ehr().clinicToken(), Purpose.TREATMENT, "user/Patient.r"))
            .get("/Observation");

    assertThat(answer).isRefused(403).hasOnlyIssue("scope-missing");
    assertThat(answer.text()).contains("authorization endpoint for user/Observation.s,");
  }

  @Test
  void theAuditNamesThePersonAndTheApplication() {
    Treated own = treated();
    String viewer = identity.application(Role.CLINICIAN);
    SignedIn doctor = identity.person(Role.CLINICIAN, own.ehr().clinicToken());
    assertThat(
            registry
                .with(doctor.token(viewer, Purpose.TREATMENT, "user/Patient.r"))
                .get("/" + own.patient()))
        .hasStatus(200);

    HttpAnswer audit =
        registry
            .with(
                identity.personToken(
                    Role.AUDITOR, null, Purpose.ADMINISTRATION, "user/AuditEvent.rs"))
            .get("/AuditEvent?altid=" + viewer);

    assertThat(audit.bundle().getEntry()).hasSize(1);
    assertThat(audit.text())
        .contains(identity.subject(doctor), viewer, own.patient(), "clinician")
        .doesNotContain(doctor.person().name());
  }

  @Test
  void aStewardRegistersAClinic() {
    RegistryUnderTest steward =
        registry.with(
            identity.personToken(
                Role.STEWARD, null, Purpose.ADMINISTRATION, "user/Organization.crus"));
    Ehr ehr = Ehr.fresh();

    assertThat(steward.submit(ehr.registration())).isAccepted();
    assertThat(steward.submit(ehr.consultation())).isRefused(403).hasIssue("forbidden");
    assertThat(steward.post("/Patient/$erase", "{\"resourceType\":\"Parameters\"}"))
        .isRefused(403)
        .hasOnlyIssue("scope-missing");
  }

  @Test
  void aRoleThatIsTakenAwayIsNotInTheNextToken() {
    Treated own = treated();
    String viewer = identity.application(Role.CLINICIAN);
    SignedIn doctor = identity.person(Role.CLINICIAN, own.ehr().clinicToken());
    doctor.token(viewer, Purpose.TREATMENT, "user/Patient.r");

    change("DELETE", doctor, "clinician");

    HttpAnswer answer =
        registry
            .with(doctor.token(viewer, Purpose.TREATMENT, "user/Patient.r"))
            .get("/" + own.patient());
    assertThat(answer).isRefused(403).hasOnlyIssue("role-missing");
    assertThat(answer.text()).contains("The person who signed in has no role");
  }

  @Test
  void aPersonOfTwoRolesIsToldSo() {
    Treated own = treated();
    SignedIn person = identity.person(Role.CLINICIAN, own.ehr().clinicToken());
    change("POST", person, "analyst");

    HttpAnswer answer =
        registry
            .with(
                person.token(
                    identity.application(Role.CLINICIAN), Purpose.TREATMENT, "user/Patient.r"))
            .get("/" + own.patient());

    assertThat(answer).isRefused(403).hasOnlyIssue("role-missing");
    assertThat(answer.text()).contains("The person who signed in has several roles");
  }

  @Test
  void aPersonIsNoSystemWhateverTheProviderSays() {
    SignedIn person = identity.person(Role.ANALYST, null);
    change("DELETE", person, "analyst");
    change("POST", person, "submitting-clinic");

    HttpAnswer answer =
        registry
            .with(
                person.token(
                    identity.application(Role.CLINICIAN), Purpose.TREATMENT, "user/Patient.r"))
            .get("/Patient");

    assertThat(answer).isRefused(403).hasOnlyIssue("role-missing");
  }

  /** The application is for clinicians and stewards; whoever signs in is no more by it. */
  @Test
  void anApplicationLendsNobodyItsOwnReach() {
    Treated own = treated();
    String desk = identity.application(Role.CLINICIAN, Role.STEWARD);
    SignedIn doctor = identity.person(Role.CLINICIAN, own.ehr().clinicToken());

    RegistryUnderTest caller =
        registry.with(
            doctor.token(desk, Purpose.TREATMENT, "user/Patient.rs", "user/Organization.crus"));

    assertThat(caller.get("/" + own.patient())).hasStatus(200);
    assertThat(caller.submit(Ehr.fresh().registration())).isRefused(403).hasIssue("forbidden");
    assertThat(
            registry
                .with(doctor.token(desk, Purpose.PUBLIC_HEALTH, "user/Patient.rs"))
                .get("/" + own.patient()))
        .isRefused(403)
        .hasOnlyIssue("purpose-missing");
  }

  @Test
  void discoveryTellsAnApplicationWhatThereIs() {
    String document = registry.get("/.well-known/smart-configuration").text();
    String provider = identity.issuer() + "/protocol/openid-connect/";

    assertThat(document)
        .contains(
            "\"authorization_endpoint\":\"" + provider + "auth\"",
            "\"code_challenge_methods_supported\":[\"S256\"]",
            "\"response_types_supported\":[\"code\"]",
            "\"authorization_code\"",
            "\"launch-standalone\"",
            "\"client-public\"",
            "\"permission-user\"",
            "\"user/Patient.rs\"")
        .doesNotContain("launch-ehr", "sso-openid-connect", "permission-offline", "plain");
    assertThat(registry.get("/metadata").text())
        .contains("\"authorize\"", "\"" + provider + "auth\"");
  }

  private void change(String method, SignedIn person, String role) {
    var realm = identity.realm();
    realm.call(
        method,
        "/users/" + identity.subject(person) + "/role-mappings/realm",
        JsonNodeFactory.instance.arrayNode().add(realm.call("GET", "/roles/" + role, null)));
  }
}
