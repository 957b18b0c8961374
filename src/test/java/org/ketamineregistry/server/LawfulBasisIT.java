package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/**
 * By which right the registry holds records: in the demonstration's jurisdiction where the patient
 * did not forbid it, in others by law or where the patient permits it.
 */
@RegistryTest
class LawfulBasisIT {
  private static final String DECISION = "/entry/3/resource/provision/provision/0/type";

  private final RegistryUnderTest registry;
  private final Jurisdiction jurisdiction;
  private final Ehr ehr;

  LawfulBasisIT(RegistryUnderTest registry, Jurisdiction jurisdiction) {
    this.registry = registry;
    this.jurisdiction = jurisdiction;
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

    HttpAnswer answer = registry.submit(adverseEvent());

    assertThat(answer).isAccepted();
    assertThat(answer.locations()).hasSize(3).allMatch(this::isForSafetyOnly);
    assertThat(registry.submit(ehr.session())).isRefused(422).hasIssue("consent-required");
  }

  @Test
  void freesWhatWasHeldForSafetyWhenThePatientPermits() {
    deny();
    String location = registry.submit(adverseEvent()).location("AdverseEvent");

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

  /** The law says that every treatment is reported. */
  @Nested
  class ByStatute {
    @BeforeEach
    void move() {
      jurisdiction.moveTo("GB");
    }

    @AfterEach
    void moveBack() {
      jurisdiction.moveBack();
    }

    @Test
    void holdsASessionOfAPatientWhoDecidedNothing() {
      assertThat(registry.submit(ehr.consultation().without("/entry/3"))).isAccepted();
      assertThat(registry.submit(ehr.session())).isAccepted();
    }

    @Test
    void holdsASessionOfAPatientWhoDeniedAndForMoreThanSafety() {
      deny();

      HttpAnswer answer = registry.submit(ehr.session());

      assertThat(answer).isAccepted();
      assertThat(answer.locations()).hasSize(16).noneMatch(LawfulBasisIT.this::isForSafetyOnly);
    }
  }

  /** Only what the patient permits. */
  @Nested
  class ByPermission {
    @BeforeEach
    void move() {
      jurisdiction.moveTo("DE");
    }

    @AfterEach
    void moveBack() {
      jurisdiction.moveBack();
    }

    @Test
    void refusesAPatientWhoDecidedNothing() {
      Map<String, Long> before = registry.clinicalRows();

      HttpAnswer answer = registry.submit(ehr.consultation().without("/entry/3"));

      assertThat(answer).isRefused(422).hasOnlyIssue("consent-required");
      assertThat(answer.text()).contains("only where the patient permits it");
      assertThat(registry.clinicalRows()).isEqualTo(before);
    }

    @Test
    void holdsASessionOfAPatientWhoPermitsInTheSameBundleOrBefore() {
      assertThat(registry.submit(ehr.consultation())).isAccepted();
      HttpAnswer answer = registry.submit(ehr.session());

      assertThat(answer).isAccepted();
      assertThat(answer.locations()).noneMatch(LawfulBasisIT.this::isForSafetyOnly);
    }

    @Test
    void refusesAfterAWithdrawalAndKeepsTheDecisionItself() {
      deny();

      assertThat(registry.submit(ehr.session())).isRefused(422).hasOnlyIssue("consent-required");
    }

    @Test
    void holdsAnAdverseEventForSafetyAloneUntilThePatientPermits() {
      deny();
      HttpAnswer answer = registry.submit(adverseEvent());

      assertThat(answer).isAccepted();
      assertThat(answer.locations()).hasSize(3).allMatch(LawfulBasisIT.this::isForSafetyOnly);

      permit();
      assertThat(registry.submit(ehr.session())).isAccepted();
      assertThat(answer.locations()).noneMatch(LawfulBasisIT.this::isForSafetyOnly);
    }

    /** A study's subject is the patient, though R4 calls the reference `individual`. */
    @Test
    void refusesThePartInATrialOfAPatientWhoWithdrew() {
      deny();

      assertThat(registry.submit(ehr.transaction("ResearchStudy-study-gb-1"))).isAccepted();
      assertThat(
              registry.post(
                  "/ResearchSubject", ehr.example("ResearchSubject-study-subject-gb-1").text()))
          .isRefused(422)
          .hasOnlyIssue("consent-required");
    }

    /** A permission that does not say that the patient had capacity permits nothing. */
    @Test
    void takesNoPermissionFromAPatientWithoutCapacity() {
      assertThat(
              registry.submit(
                  ehr.consultation().replacing("\"has-capacity\"", "\"lacks-capacity\"")))
          .isRefused(422)
          .hasOnlyIssue("consent-required");
    }
  }

  /** An adverse event with what it refers to. */
  private Draft adverseEvent() {
    Draft session = ehr.session();
    return Draft.bundle(
        "transaction",
        session.at("/entry/" + session.indexOf("Encounter")),
        session.at("/entry/" + session.indexOf("MedicationAdministration")),
        session.at("/entry/" + session.indexOf("AdverseEvent")));
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
