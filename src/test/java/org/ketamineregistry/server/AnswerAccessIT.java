package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.answer.CutRound;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;

/** How far a question may come from follows from who asks (R10, R14, R20). */
@GuardedRegistryTest
class AnswerAccessIT {
  private final Identity identity = Identity.provider();
  private final RegistryUnderTest registry;
  private final CutRound cuts;
  private final TreatedCohort cohort;

  AnswerAccessIT(RegistryUnderTest registry, CutRound cuts) {
    this.registry = registry;
    this.cuts = cuts;
    cohort = new TreatedCohort(registry.jdbc(), "2019-05-06");
  }

  @BeforeEach
  void aCutOfACohort() {
    cohort.with(60, "female");
    registry.jdbc().update("DELETE FROM registry.cut");
    cuts.run();
  }

  @AfterEach
  void nobodyIsLeft() {
    cohort.remove();
    registry.jdbc().update("DELETE FROM registry.cut");
  }

  private static Questions question() {
    return Questions.of("2019-04-01", "2019-06-30");
  }

  private RegistryUnderTest as(Role role) {
    return registry.with(identity.token(role, null, Purpose.PUBLIC_HEALTH, "system/Measure.rs"));
  }

  @Test
  void anybodyAsksWhatIsPublic() {
    HttpAnswer answer = question().askProtected(registry, "patients-treated");

    assertThat(answer).hasStatus(200);
    assertThat(Questions.status(answer)).isEqualTo("complete");
  }

  @Test
  void anybodyIsToldThatTheRestIsForTheNetwork() {
    HttpAnswer answer = question().askProtected(registry, "submission-completeness");

    assertThat(Questions.status(answer)).isEqualTo("disallowed");
    assertThat(Questions.words(answer)).contains("network");
    assertThat(Questions.status(question().askProtected(as(Role.PEER), "submission-completeness")))
        .isNotEqualTo("disallowed");
  }

  @Test
  void aPeerIsToldOfThoseWhoPermitIt() {
    HttpAnswer answer = question().askProtected(as(Role.PEER), "patients-treated");
    assertThat(Questions.status(answer)).isEqualTo("withheld");

    cohort.permitNetwork(50, "female");
    registry.jdbc().update("DELETE FROM registry.cut");
    cuts.run();

    HttpAnswer permitted = question().askProtected(as(Role.PEER), "patients-treated");
    assertThat(Questions.status(permitted)).isEqualTo("complete");
    assertThat(Questions.report(permitted).getGroupFirstRep().getPopulationFirstRep().getCount())
        .isBetween(42, 58);
  }

  @Test
  void allWhoAskSeeTheSame() {
    String text = question().askProtected(registry, "patients-treated").text();

    assertThat(question().askProtected(as(Role.ANALYST), "patients-treated").text())
        .isEqualTo(text);
  }

  @Test
  void exactFiguresAreForTheStewardAlone() {
    RegistryUnderTest steward =
        registry.with(identity.token(Role.STEWARD, null, Purpose.PUBLIC_HEALTH, "system/*.cruds"));

    HttpAnswer exact = question().askExact(steward, "patients-treated");
    assertThat(Questions.report(exact).getGroupFirstRep().getPopulationFirstRep().getCount())
        .isEqualTo(60);
    assertThat(question().askExact(as(Role.ANALYST), "patients-treated"))
        .isRefused(403)
        .hasOnlyIssue("forbidden");
    assertThat(question().askExact(as(Role.PEER), "patients-treated")).isRefused(403);
    assertThat(question().askExact(registry, "patients-treated")).isRefused(401);
  }

  @Test
  void aClinicAsksNothing() {
    RegistryUnderTest clinic =
        registry.with(
            identity.token(
                Role.SUBMITTING_CLINIC,
                Ehr.fresh().clinicToken(),
                Purpose.TREATMENT,
                "system/*.cruds"));

    assertThat(question().askProtected(clinic, "patients-treated")).isRefused(403);
  }
}
