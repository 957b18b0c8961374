package org.ketamineregistry.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.practice.RuleSetReader;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.validate.Validation;

/** May the registry hold this? By the jurisdiction's lawful basis and the patient's decision. */
class ConsentGateTest {
  private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant EARLIER = Instant.parse("2026-09-01T12:00:00Z");
  private static final String PATIENT = "148de9c5-a7a4-4d19-856c-d9ae1a554bf6";
  private static final String EVENT = "5f0a7e0c-9a39-4a7c-8a55-0f1f5a3f6d0b";
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Definitions DEFINITIONS = Definitions.load(FhirContext.forR4Cached());
  private static final Ingest INGEST = new Ingest(DEFINITIONS);
  private static final Validation VALIDATION = new Validation(DEFINITIONS, CLOCK, 1);
  private static final RuleSet RULES =
      RuleSetReader.inForce(DEFINITIONS.guide(), "XX", LocalDate.of(2026, 11, 2));

  private final Ehr ehr = Ehr.fresh();
  private final String clinic = UUID.randomUUID().toString();
  private final FakeRecords records =
      new FakeRecords()
          .with(
              new BusinessIdentifier(
                  "Organization",
                  Canonical.CLINIC,
                  ehr.clinicToken().substring(ehr.clinicToken().indexOf('|') + 1)),
              new Known("Organization", clinic, Records.REGISTRY, null, null));

  @Nested
  class WhereTreatmentsMustBeReported {
    private final ConsentGate gate = gate(LawfulBasis.STATUTORY);

    @Test
    void holdsWhateverThePatientDecides() {
      assertThat(held(gate, sharing("deny"))).hasSize(4);
      assertThat(held(gate, without(sharing("permit")))).hasSize(3);
    }
  }

  @Nested
  class WhereThePatientMaySayNo {
    private final ConsentGate gate = gate(LawfulBasis.OPT_OUT);

    @Test
    void holdsWhatNobodyForbade() {
      assertThat(held(gate, without(sharing("permit")))).hasSize(3);
    }

    @Test
    void refusesAllButTheDecisionAndItsPatient() {
      Refused refused = refused(gate, sharing("deny"));

      assertThat(places(refused))
          .containsExactly("Bundle.entry[1].resource", "Bundle.entry[2].resource");
    }

    @Test
    void holdsTheDecisionItself() {
      Draft alone = sharing("deny").withoutType("EpisodeOfCare");
      Draft decision = alone.without("/entry/1");

      assertThat(held(gate, decision))
          .extracting(entry -> entry.validated().type())
          .containsExactly("Patient", "Consent");
    }

    @Test
    void heedsADecisionOnRecord() {
      records.with(ehr.registryPseudonym(), "1", SharingDecisionTest.deny(EARLIER));

      assertThat(refused(gate, without(sharing("permit"))).problems()).hasSize(3);
      assertThat(held(gate, sharing("permit"))).hasSize(4);
    }

    @Test
    void heedsADecisionThatWasMadeAtAnotherClinic() {
      records.with(ehr.registryPseudonym(), "1", SharingDecisionTest.deny(EARLIER));

      assertThat(refused(gate, without(sharing("permit"))).problems())
          .extracting(problem -> problem.code())
          .containsOnly(ErrorCode.CONSENT_REQUIRED);
    }

    @Test
    void holdsAnAdverseEventForSafetyAlone() {
      records.with(ehr.registryPseudonym(), "1", SharingDecisionTest.deny(EARLIER));
      Draft event =
          Draft.bundle(
              "transaction",
              Draft.entry(ehr.example("Patient-patient-gb-1"), "PUT", ehr.patientUrl())
                  .withText("/fullUrl", "urn:uuid:148de9c5-a7a4-4d19-856c-d9ae1a554bf6"),
              Draft.entry(
                  ehr.example("AdverseEvent-adverse-event-gb-2")
                      .withText(
                          "/subject/reference", "urn:uuid:148de9c5-a7a4-4d19-856c-d9ae1a554bf6"),
                  "POST",
                  "AdverseEvent"));

      assertThat(held(gate, event)).hasSize(2).allMatch(PermittedEntry::safetyOnly);
    }

    @Test
    void holdsTheProvenanceOfAnAdverseEventForSafetyAlone() {
      records.with(ehr.registryPseudonym(), "1", SharingDecisionTest.deny(EARLIER));

      assertThat(held(gate, imported("urn:uuid:" + PATIENT, "urn:uuid:" + EVENT)))
          .hasSize(3)
          .allMatch(PermittedEntry::safetyOnly)
          .extracting(entry -> entry.validated().type(), PermittedEntry::person)
          .contains(tuple("Provenance", ehr.registryPseudonym()));
    }

    @Test
    void knowsAProvenanceByTheIdentifierInItsExtension() {
      assertThat(held(gate, imported("urn:uuid:" + PATIENT, "urn:uuid:" + EVENT)))
          .noneMatch(PermittedEntry::safetyOnly)
          .filteredOn(entry -> entry.validated().type().equals("Provenance"))
          .flatExtracting(PermittedEntry::identifiers)
          .extracting(BusinessIdentifier::system)
          .containsExactly(ehr.system() + "import");
    }

    @Test
    void takesNoProvenanceThatIsAboutNoPatientOrAnotherToo() {
      String other = UUID.randomUUID().toString();
      records.with(
          new BusinessIdentifier("AdverseEvent", ehr.system() + "event", "of-another"),
          new Known("AdverseEvent", other, clinic, other, "another person"));

      for (Draft wrong :
          List.of(
              imported("urn:uuid:" + EVENT, "urn:uuid:" + EVENT),
              imported(
                  "urn:uuid:" + PATIENT,
                  "AdverseEvent?identifier=" + ehr.system() + "event|of-another"))) {
        assertThat(refused(gate, wrong).problems())
            .extracting(problem -> problem.code())
            .containsExactly(ErrorCode.RULE_VIOLATED);
      }
    }

    /** A patient and an event, with a provenance whose targets these are. */
    private Draft imported(String... targets) {
      Draft provenance =
          ehr.example("Provenance-import-provenance-gb-1")
              .withText("/recorded", "2026-11-01T12:00:00Z")
              .withText("/target/0/reference", targets[0])
              .withText("/target/1/reference", targets[1])
              .withText("/target/1/type", "AdverseEvent");
      return Draft.bundle(
          "transaction",
          Draft.entry(ehr.example("Patient-patient-gb-1"), "PUT", ehr.patientUrl())
              .withText("/fullUrl", "urn:uuid:" + PATIENT),
          Draft.entry(
                  ehr.example("AdverseEvent-adverse-event-gb-2")
                      .withText("/subject/reference", "urn:uuid:" + PATIENT),
                  "POST",
                  "AdverseEvent")
              .withText("/fullUrl", "urn:uuid:" + EVENT),
          Draft.entry(provenance, "POST", "Provenance"));
    }
  }

  @Nested
  class WhereThePatientMustSayYes {
    private final ConsentGate gate = gate(LawfulBasis.OPT_IN);

    @Test
    void refusesWhatNobodyPermitted() {
      Refused refused = refused(gate, without(sharing("permit")));

      assertThat(refused.problems())
          .hasSize(3)
          .allMatch(problem -> problem.code() == ErrorCode.CONSENT_REQUIRED);
      assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void holdsWhatIsPermittedInTheSameBundle() {
      assertThat(held(gate, sharing("permit"))).hasSize(4).noneMatch(PermittedEntry::safetyOnly);
    }

    @Test
    void holdsWhatWasPermittedBefore() {
      records.with(ehr.registryPseudonym(), "1", SharingDecisionTest.permit(EARLIER));

      assertThat(held(gate, without(sharing("permit")))).hasSize(3);
    }

    @Test
    void refusesWhereThePermissionWasGivenWithoutCapacity() {
      Draft bundle =
          sharing("permit")
              .withText("/entry/3/resource/extension/0/extension/0/valueCode", "lacks-capacity");

      assertThat(refused(gate, bundle).problems()).hasSize(2);
    }

    @Test
    void refusesWherePermissionIsForOtherPurposes() {
      Draft bundle = sharing("deny");

      assertThat(refused(gate, bundle).problems()).hasSize(2);
    }
  }

  /** The first consultation, with the decision about the national registry. */
  private Draft sharing(String decision) {
    return ehr.consultation().withText("/entry/3/resource/provision/provision/0/type", decision);
  }

  private static Draft without(Draft consultation) {
    return consultation.without("/entry/3");
  }

  private ConsentGate gate(LawfulBasis basis) {
    RuleSet rules =
        new RuleSet(
            RULES.canonical(),
            RULES.jurisdiction(),
            RULES.effectiveFrom(),
            RULES.effectiveUntil(),
            basis,
            RULES.writtenConsent(),
            RULES.rules());
    return new ConsentGate(records, () -> rules, CLOCK);
  }

  private static List<PermittedEntry> held(ConsentGate gate, Draft bundle) {
    return permit(gate, bundle).entries();
  }

  private static Refused refused(ConsentGate gate, Draft bundle) {
    Refused refused = catchThrowableOfType(Refused.class, () -> permit(gate, bundle));
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }

  private static List<@Nullable String> places(Refused refused) {
    return refused.problems().stream().<@Nullable String>map(p -> p.expression()).toList();
  }

  private static Permitted permit(ConsentGate gate, Draft bundle) {
    byte[] body = bundle.text().getBytes(StandardCharsets.UTF_8);
    return gate.permit(
        VALIDATION.check(
            INGEST.receive(
                new Incoming(Door.bundle(), Format.JSON, body, NOW, "test", Caller.open()))));
  }
}
