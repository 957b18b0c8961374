package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/** What a sender says beside the record itself is not kept, and identifiers stay apart. */
@RegistryTest
class SmuggledIT {
  private static final String SYSTEM = "/entry/0/resource/identifier/0/system";

  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();

  SmuggledIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void treat() {
    registry.treating(ehr);
    assertThat(registry.submit(ehr.session())).isAccepted();
  }

  @Test
  void metaAndIdsAreTheRegistrysOwn() {
    Draft bundle =
        observation("smuggled")
            .withText("/entry/0/resource/id", "chosen-by-the-sender")
            .with(
                "/entry/0/resource/meta",
                """
                {"versionId": "77", "lastUpdated": "2020-01-01T00:00:00Z", "source": "urn:Xyzzy",
                 "profile": ["http://Xyzzy", null], "_profile": [null, {"id": "x"}],
                 "security": [{"system": "urn:Xyzzy", "code": "Xyzzy"}],
                 "tag": [{"system": "urn:Xyzzy", "code": "Xyzzy"}]}
                """);

    HttpAnswer answer = registry.submit(bundle);

    assertThat(answer).isAccepted().hasIssue("profile-unknown").doesNotSay("Xyzzy");
    Observation kept =
        registry.get("/" + answer.location("Observation")).resource(Observation.class);
    assertThat(kept.getIdElement().getIdPart()).isNotEqualTo("chosen-by-the-sender");
    Meta meta = kept.getMeta();
    assertThat(meta.getVersionId()).isEqualTo("1");
    assertThat(meta.getLastUpdated()).isAfter("2026-01-01");
    assertThat(meta.getProfile()).hasSize(1);
    assertThat(meta.getTag()).isEmpty();
    assertThat(meta.getSecurity()).isEmpty();
    assertThat(String.valueOf(meta.getSource())).doesNotContain("Xyzzy");
  }

  @Test
  void whatWasNotUnderstoodIsNoRepeat() {
    Draft bundle = observation("whole");
    assertThat(registry.submit(bundle)).isAccepted();

    assertThat(registry.submit(bundle)).isAccepted().hasIssue("repeated");
    assertThat(registry.submit(bundle.with("/entry/0/resource/colour", "\"red\"")))
        .isRefused(422)
        .hasOnlyIssue("element-unknown");
    assertThat(
            registry.submit(
                bundle.with("/entry/0/resource/effectivePeriod", "{\"start\":\"2026-09-14\"}")))
        .isRefused(422);
  }

  /**
   * By what HAPI's index holds of an identifier a record is found, so none may be cut off there.
   */
  @Test
  void identifiersAreTakenUpToTheirBoundAndToldApart() {
    String stem = ehr.system() + "x".repeat(199 - ehr.system().length());
    Draft bundle = observation("1");

    for (String system : new String[] {stem + "1", stem + "2"}) {
      assertThat(registry.submit(bundle.withText(SYSTEM, system))).isAccepted();
      assertThat(registry.get("/Observation?identifier=" + system + "|1").bundle().getEntry())
          .hasSize(1);
    }
    assertThat(registry.submit(bundle.withText(SYSTEM, stem + "12")))
        .isRefused(422)
        .hasIssue("identifier-form", "Bundle.entry[0].resource.identifier[0]");
  }

  /** A bar in the system of one identifier would make it the other, whose value has the bar. */
  @Test
  void identifiersHaveNoBarInTheirSystem() {
    assertThat(registry.submit(observation("2").withText(SYSTEM, ehr.system() + "x|1")))
        .isRefused(422)
        .hasIssue("identifier-form", "Bundle.entry[0].resource.identifier[0]");
    assertThat(
            registry.submit(
                observation("3").with("/identifier", "{\"system\":\"urn:a|b\",\"value\":\"c\"}")))
        .isRefused(422)
        .hasIssue("identifier-form", "Bundle.identifier");
  }

  @Test
  void aPurposeHasACode() {
    Draft consultation = ehr.nextPatient().consultation();
    int consent = consultation.node().at("/entry").size() - 1;
    String purpose = "/entry/" + consent + "/resource/provision/provision/0/purpose/0/code";

    assertThat(registry.submit(consultation.without(purpose)))
        .isRefused(422)
        .hasIssue("element-required");
  }

  @Test
  void referencesDoNotReachAnotherClinicsPatient() {
    Ehr other = registry.treating(Ehr.fresh());

    HttpAnswer answer =
        registry.submit(
            observation("mine")
                .withText("/entry/0/resource/subject/reference", other.patientUrl()));

    assertThat(answer)
        .isRefused(422)
        .doesNotSay(other.clinicPseudonym(), other.registryPseudonym());
  }

  /** An observation of a patient on record, which no other entry is needed for. */
  private Draft observation(String identifier) {
    Draft observation =
        ehr.example("Observation-body-weight-gb-1")
            .withText("/identifier/0/system", ehr.system() + "x")
            .withText("/identifier/0/value", identifier);
    return Draft.bundle("transaction", Draft.entry(observation, "POST", "Observation"));
  }
}
