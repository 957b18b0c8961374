package org.ketamineregistry.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.consent.Disclosure.KEPT_FOR_SAFETY_ONLY;
import static org.ketamineregistry.consent.Disclosure.NOT_HELD;
import static org.ketamineregistry.consent.Disclosure.NOT_ITS_CLINIC;
import static org.ketamineregistry.consent.Disclosure.NOT_PERMITTED_FOR_RESEARCH;
import static org.ketamineregistry.consent.Disclosure.PERMITTED;
import static org.ketamineregistry.consent.Disclosure.PURPOSE_SHOWS_NO_RECORDS;
import static org.ketamineregistry.consent.SharingDecisionTest.deny;
import static org.ketamineregistry.consent.SharingDecisionTest.permit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.Scopes;
import org.ketamineregistry.consent.HeldRecord.Kind;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Provision;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;

/** Who sees what, by the purpose of reading and what the patient decided. */
class DisclosureTest {
  private static final Instant MONDAY = Instant.parse("2026-09-07T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-09-08T10:00:00Z");
  private static final HeldRecord DOSE = new HeldRecord(Kind.OTHER, false);
  private static final HeldRecord DOSE_FOR_SAFETY = new HeldRecord(Kind.OTHER, true);
  private static final HeldRecord PATIENT = new HeldRecord(Kind.PATIENT, false);
  private static final HeldRecord DECISION = new HeldRecord(Kind.SHARING_CONSENT, false);
  private static final HeldRecord EVENT = new HeldRecord(Kind.ADVERSE_EVENT, false);

  @Test
  void ofAHeldRecordIsToItsClinicTheRegistryAndDrugSafety() {
    assertThat(toItsClinic(DOSE)).isEqualTo(PERMITTED);
    assertThat(to(Purpose.PUBLIC_HEALTH, DOSE)).isEqualTo(PERMITTED);
    assertThat(to(Purpose.PATIENT_SAFETY, DOSE)).isEqualTo(PERMITTED);
  }

  @Test
  void forTreatmentIsToNoOtherClinic() {
    assertThat(to(Purpose.TREATMENT, DOSE)).isEqualTo(NOT_ITS_CLINIC);
    assertThat(to(Purpose.TREATMENT, PATIENT)).isEqualTo(NOT_ITS_CLINIC);
  }

  @Test
  void toKeepTheRegistryShowsNoRecords() {
    assertThat(to(Purpose.ADMINISTRATION, DOSE)).isEqualTo(PURPOSE_SHOWS_NO_RECORDS);
    assertThat(decide(DOSE, new Reading(Set.of(), true), LawfulBasis.STATUTORY))
        .isEqualTo(PURPOSE_SHOWS_NO_RECORDS);
  }

  @Test
  void toResearchNeedsItsOwnPermission() {
    assertThat(to(Purpose.RESEARCH, DOSE)).isEqualTo(NOT_PERMITTED_FOR_RESEARCH);
    assertThat(to(Purpose.RESEARCH, DOSE, permit(MONDAY))).isEqualTo(NOT_PERMITTED_FOR_RESEARCH);
    assertThat(to(Purpose.RESEARCH, DOSE, toShare(true))).isEqualTo(PERMITTED);
    assertThat(to(Purpose.RESEARCH, DOSE, toShare(false))).isEqualTo(NOT_PERMITTED_FOR_RESEARCH);
    assertThat(to(Purpose.RESEARCH, DOSE, toShare(true), deny(MONDAY))).isEqualTo(NOT_HELD);
  }

  @Test
  void toResearchGoesByTheLatestDecisionThatIsInForce() {
    assertThat(to(Purpose.RESEARCH, DOSE, toShare(true), share(false, TUESDAY, null)))
        .isEqualTo(NOT_PERMITTED_FOR_RESEARCH);
    assertThat(to(Purpose.RESEARCH, DOSE, toShare(true), share(false, MONDAY, null)))
        .isEqualTo(NOT_PERMITTED_FOR_RESEARCH);
    assertThat(to(Purpose.RESEARCH, DOSE, share(true, TUESDAY.plusSeconds(1), null)))
        .isEqualTo(NOT_PERMITTED_FOR_RESEARCH);
    assertThat(to(Purpose.RESEARCH, DOSE, share(true, MONDAY, TUESDAY.minusSeconds(1))))
        .isEqualTo(NOT_PERMITTED_FOR_RESEARCH);
    assertThat(to(Purpose.RESEARCH, EVENT, toShare(true))).isEqualTo(PERMITTED);
    assertThat(to(Purpose.RESEARCH, PATIENT, toShare(true))).isEqualTo(PERMITTED);
    assertThat(to(Purpose.RESEARCH, DECISION, toShare(true))).isEqualTo(PERMITTED);
  }

  /** Research is a purpose of its own, whichever right the registry holds the record by. */
  @Test
  void toResearchNeedsThePatientsPermissionBesideTheLawfulBasis() {
    Reading research = new Reading(Set.of(Purpose.RESEARCH), false);

    assertThat(decide(DOSE, research, LawfulBasis.STATUTORY)).isEqualTo(NOT_PERMITTED_FOR_RESEARCH);
    assertThat(decide(DOSE, research, LawfulBasis.STATUTORY, deny(MONDAY), toShare(true)))
        .isEqualTo(PERMITTED);
    assertThat(decide(DOSE, research, LawfulBasis.OPT_IN, toShare(true))).isEqualTo(NOT_HELD);
    assertThat(decide(DOSE, research, LawfulBasis.OPT_IN, permit(MONDAY), toShare(true)))
        .isEqualTo(PERMITTED);
    assertThat(decide(DOSE_FOR_SAFETY, research, LawfulBasis.STATUTORY, toShare(true)))
        .isEqualTo(KEPT_FOR_SAFETY_ONLY);
    assertThat(decide(EVENT, research, LawfulBasis.OPT_OUT, deny(MONDAY), toShare(true)))
        .isEqualTo(KEPT_FOR_SAFETY_ONLY);
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void ofWhatTellsOfNoPersonIsToAnybody(Purpose purpose) {
    assertThat(to(purpose, new HeldRecord(Kind.ABOUT_NO_PERSON, false), deny(MONDAY)))
        .isEqualTo(PERMITTED);
  }

  /** What remains when a patient does not want records held. */
  @Nested
  class AfterAWithdrawal {
    @Test
    void isToNobody() {
      assertThat(toItsClinic(DOSE, deny(MONDAY))).isEqualTo(NOT_HELD);
      assertThat(to(Purpose.PUBLIC_HEALTH, DOSE, deny(MONDAY))).isEqualTo(NOT_HELD);
      assertThat(to(Purpose.PATIENT_SAFETY, DOSE, deny(MONDAY))).isEqualTo(NOT_HELD);
    }

    @Test
    void ofAnAdverseEventIsToDrugSafetyAlone() {
      assertThat(to(Purpose.PATIENT_SAFETY, EVENT, deny(MONDAY))).isEqualTo(PERMITTED);
      assertThat(toItsClinic(EVENT, deny(MONDAY))).isEqualTo(KEPT_FOR_SAFETY_ONLY);
      assertThat(to(Purpose.PUBLIC_HEALTH, EVENT, deny(MONDAY))).isEqualTo(KEPT_FOR_SAFETY_ONLY);
    }

    @Test
    void ofTheDecisionAndThePatientIsToTheirClinicSoThatItCanObeyAndCorrect() {
      assertThat(toItsClinic(DECISION, deny(MONDAY))).isEqualTo(PERMITTED);
      assertThat(toItsClinic(PATIENT, deny(MONDAY))).isEqualTo(PERMITTED);
      assertThat(to(Purpose.TREATMENT, DECISION, deny(MONDAY))).isEqualTo(NOT_ITS_CLINIC);
      assertThat(to(Purpose.PUBLIC_HEALTH, PATIENT, deny(MONDAY))).isEqualTo(NOT_HELD);
    }

    @Test
    void changesNothingWhereTheLawIsTheBasis() {
      assertThat(
              decide(
                  DOSE,
                  new Reading(Set.of(Purpose.PUBLIC_HEALTH), false),
                  LawfulBasis.STATUTORY,
                  deny(MONDAY)))
          .isEqualTo(PERMITTED);
    }

    @Test
    void isAsBeforeWhereThePatientPermitsLater() {
      assertThat(toItsClinic(DOSE, deny(MONDAY), permit(TUESDAY))).isEqualTo(PERMITTED);
    }
  }

  /** What was taken for drug safety while the patient did not want records held. */
  @Nested
  class OfWhatIsHeldForSafetyAlone {
    @Test
    void isToDrugSafetyWhateverThePatientDecidesLater() {
      assertThat(to(Purpose.PATIENT_SAFETY, DOSE_FOR_SAFETY, deny(MONDAY))).isEqualTo(PERMITTED);
      assertThat(to(Purpose.PATIENT_SAFETY, DOSE_FOR_SAFETY, permit(MONDAY))).isEqualTo(PERMITTED);
      assertThat(toItsClinic(DOSE_FOR_SAFETY, permit(MONDAY))).isEqualTo(KEPT_FOR_SAFETY_ONLY);
      assertThat(to(Purpose.PUBLIC_HEALTH, DOSE_FOR_SAFETY, permit(MONDAY)))
          .isEqualTo(KEPT_FOR_SAFETY_ONLY);
      assertThat(to(Purpose.RESEARCH, DOSE_FOR_SAFETY, toShare(true)))
          .isEqualTo(KEPT_FOR_SAFETY_ONLY);
    }
  }

  @Test
  void whereThePatientMustPermitIsNoneWithout() {
    Reading reading = new Reading(Set.of(Purpose.PUBLIC_HEALTH), false);

    assertThat(decide(DOSE, reading, LawfulBasis.OPT_IN)).isEqualTo(NOT_HELD);
    assertThat(decide(DOSE, reading, LawfulBasis.OPT_IN, permit(MONDAY))).isEqualTo(PERMITTED);
  }

  @Test
  void inOpenModeIsThatOfClinicStewardAndDrugSafety() {
    Reading open = Reading.by(Caller.open(), false);

    assertThat(decide(DOSE, open, LawfulBasis.OPT_OUT)).isEqualTo(PERMITTED);
    assertThat(decide(DOSE, open, LawfulBasis.OPT_OUT, deny(MONDAY))).isEqualTo(NOT_HELD);
    assertThat(decide(EVENT, open, LawfulBasis.OPT_OUT, deny(MONDAY))).isEqualTo(PERMITTED);
    assertThat(decide(PATIENT, open, LawfulBasis.OPT_OUT, deny(MONDAY))).isEqualTo(PERMITTED);
  }

  @Test
  void toWhoeverHasATokenIsForItsOnePurpose() {
    Caller safety =
        new Caller("safety", null, Role.STEWARD, null, Purpose.PATIENT_SAFETY, Scopes.EVERYTHING);

    assertThat(Reading.by(safety, false))
        .isEqualTo(new Reading(Set.of(Purpose.PATIENT_SAFETY), false));
    assertThat(Reading.by(Caller.nobody(), false)).isEqualTo(new Reading(Set.of(), false));
  }

  private static Disclosure toItsClinic(HeldRecord record, SharingConsent... consents) {
    return decide(
        record, new Reading(Set.of(Purpose.TREATMENT), true), LawfulBasis.OPT_OUT, consents);
  }

  private static Disclosure to(Purpose purpose, HeldRecord record, SharingConsent... consents) {
    return decide(record, new Reading(Set.of(purpose), false), LawfulBasis.OPT_OUT, consents);
  }

  private static Disclosure decide(
      HeldRecord record, Reading reading, LawfulBasis basis, SharingConsent... consents) {
    return Disclosure.decide(record, reading, basis, List.of(consents), TUESDAY);
  }

  private static SharingConsent toShare(boolean permit) {
    return share(permit, MONDAY, null);
  }

  private static SharingConsent share(boolean permit, Instant decided, @Nullable Instant until) {
    return new SharingConsent(
        decided,
        null,
        Capacity.HAS_CAPACITY,
        List.of(new Provision(Disclosure.RECORD_LEVEL_SHARING, permit, null, until)));
  }
}
