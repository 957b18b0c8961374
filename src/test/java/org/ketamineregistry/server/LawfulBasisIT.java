package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/** The demonstration's jurisdiction holds what the patient did not forbid. */
@RegistryTest
class LawfulBasisIT {
  private static final String DECISION = "/entry/3/resource/provision/provision/0/type";

  private final RegistryUnderTest registry;
  private final Ehr ehr;

  LawfulBasisIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
  }

  @Test
  void holdsASessionOfAPatientWhoDecidedNothing() {
    assertThat(registry.submit(ehr.consultation().without("/entry/3"))).isAccepted();
    assertThat(registry.submit(ehr.session())).isAccepted();
  }

  @Test
  void refusesASessionOfAPatientWhoDenied() {
    deny();
    Map<String, Long> before = registry.clinicalRows();

    HttpAnswer answer = registry.submit(ehr.session());

    assertThat(answer)
        .isRefused(422)
        .hasOnlyIssue("consent-required")
        .hasIssue("consent-required", "Bundle.entry[2].resource");
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  @Test
  void refusesASessionAtAnotherClinicToo() {
    deny();
    Ehr other = registry.register(Ehr.fresh());

    assertThat(
            registry.submit(
                other
                    .consultation()
                    .without("/entry/3")
                    .replacing(other.registryPseudonym(), ehr.registryPseudonym())))
        .isRefused(422)
        .hasOnlyIssue("consent-required");
  }

  @Test
  void holdsAnAdverseEventForSafetyAlone() {
    deny();
    Draft session = ehr.session();
    Draft event =
        Draft.bundle(
            "transaction",
            session.at("/entry/" + session.indexOf("Encounter")),
            session.at("/entry/" + session.indexOf("MedicationAdministration")),
            session.at("/entry/" + session.indexOf("AdverseEvent")));

    HttpAnswer answer = registry.submit(event);

    assertThat(answer).isAccepted();
    assertThat(answer.locations()).hasSize(3).allMatch(this::isForSafetyOnly);
    assertThat(registry.submit(ehr.session())).isRefused(422).hasIssue("consent-required");
  }

  @Test
  void freesWhatWasHeldForSafetyWhenThePatientPermits() {
    deny();
    Draft session = ehr.session();
    Draft event =
        Draft.bundle(
            "transaction",
            session.at("/entry/" + session.indexOf("Encounter")),
            session.at("/entry/" + session.indexOf("MedicationAdministration")),
            session.at("/entry/" + session.indexOf("AdverseEvent")));
    String location = registry.submit(event).location("AdverseEvent");

    permit();

    assertThat(registry.submit(ehr.session())).isAccepted();
    assertThat(isForSafetyOnly(location)).isFalse();
  }

  @Test
  void heedsAChangeOfMind() {
    deny();
    assertThat(registry.submit(ehr.session())).isRefused(422);

    permit();

    assertThat(registry.submit(ehr.session())).isAccepted();
  }

  /** The patient is being treated and denies after the first consultation. */
  private void deny() {
    assertThat(registry.submit(ehr.consultation())).isAccepted();
    assertThat(registry.submit(decision("deny", "2026-09-08T10:00:00+01:00"))).isAccepted();
  }

  private void permit() {
    assertThat(registry.submit(decision("permit", "2026-09-10T10:00:00+01:00"))).isAccepted();
  }

  private Draft decision(String type, String when) {
    return ehr.consultation()
        .withText("/identifier/value", type + " of " + when)
        .withText(DECISION, type)
        .withText("/entry/3/resource/dateTime", when)
        .without("/entry/1")
        .without("/entry/1");
  }

  private boolean isForSafetyOnly(String location) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT safety_only FROM registry.record WHERE id = ?::uuid",
            Boolean.class,
            location.substring(location.indexOf('/') + 1));
  }
}
