package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;

/** Where an identity provider is configured: who gets in, and what those read who do not. */
@GuardedRegistryTest
class AccessIT {
  private final Identity identity = Identity.provider();
  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();

  AccessIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @Test
  void aClinicRegisteredByTheStewardSubmitsWithItsToken() {
    RegistryUnderTest steward =
        registry.with(identity.token(Role.STEWARD, null, Purpose.ADMINISTRATION, "system/*.cruds"));
    RegistryUnderTest clinic =
        registry.with(
            identity.token(
                Role.SUBMITTING_CLINIC, ehr.clinicToken(), Purpose.TREATMENT, "system/*.crus"));

    assertThat(steward.submit(ehr.registration())).isAccepted();
    assertThat(clinic.submit(ehr.consultation())).isAccepted();
    assertThat(clinic.get("/Patient?identifier=" + ehr.patientToken())).hasStatus(200);
  }

  @Nested
  class WithoutAToken {

    @Test
    void nothingIsReadOrWritten() {
      for (HttpAnswer answer :
          new HttpAnswer[] {
            registry.get("/Patient"),
            registry.get("/Patient/1"),
            registry.get(""),
            registry.submit(ehr.consultation()),
            registry.post(
                "/Patient/_search", "", "Content-Type", "application/x-www-form-urlencoded")
          }) {
        assertThat(answer).isRefused(401).hasOnlyIssue("token-missing");
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer ");
      }
    }

    @Test
    void whatIsPublicIsRead() {
      assertThat(registry.get("/metadata")).hasStatus(200);
      assertThat(registry.get("/.well-known/smart-configuration")).hasStatus(200);
      assertThat(registry.get("/StructureDefinition")).hasStatus(200);
    }
  }
}
