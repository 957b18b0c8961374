package org.ketamineregistry.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.consent.SharingDecision.DENY;
import static org.ketamineregistry.consent.SharingDecision.NATIONAL_REGISTRY;
import static org.ketamineregistry.consent.SharingDecision.NONE;
import static org.ketamineregistry.consent.SharingDecision.PERMIT;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Provision;
import org.ketamineregistry.practice.Fact.SharingConsent;

class SharingDecisionTest {
  private static final Instant MONDAY = Instant.parse("2026-09-07T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-09-08T10:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-09-09T10:00:00Z");

  @Test
  void ofWhoDecidedNothingIsNone() {
    assertThat(on(WEDNESDAY)).isEqualTo(NONE);
  }

  @Test
  void isTheLatestOne() {
    assertThat(on(WEDNESDAY, permit(MONDAY), deny(TUESDAY))).isEqualTo(DENY);
    assertThat(on(WEDNESDAY, deny(MONDAY), permit(TUESDAY))).isEqualTo(PERMIT);
  }

  @Test
  void ofOneMomentIsADenial() {
    assertThat(on(WEDNESDAY, permit(MONDAY), deny(MONDAY))).isEqualTo(DENY);
  }

  @Test
  void doesNotHoldBeforeItIsMade() {
    assertThat(on(MONDAY, permit(TUESDAY))).isEqualTo(NONE);
    assertThat(on(TUESDAY, permit(TUESDAY))).isEqualTo(PERMIT);
  }

  @Test
  void withoutCapacityPermitsNothingAndDeniesAllTheSame() {
    assertThat(on(TUESDAY, consent(MONDAY, null, Capacity.LACKS_CAPACITY, true, null, null)))
        .isEqualTo(NONE);
    assertThat(on(TUESDAY, consent(MONDAY, null, Capacity.NOT_ASSESSED, true, null, null)))
        .isEqualTo(NONE);
    assertThat(on(TUESDAY, consent(MONDAY, null, Capacity.LACKS_CAPACITY, false, null, null)))
        .isEqualTo(DENY);
  }

  @Test
  void thatIsTakenBackIsADenialFromThenOn() {
    SharingConsent withdrawn = consent(MONDAY, WEDNESDAY, Capacity.HAS_CAPACITY, true, null, null);

    assertThat(on(TUESDAY, withdrawn)).isEqualTo(PERMIT);
    assertThat(on(WEDNESDAY, withdrawn)).isEqualTo(DENY);
    assertThat(on(WEDNESDAY.plusSeconds(60), withdrawn, permit(WEDNESDAY.plusSeconds(60))))
        .isEqualTo(PERMIT);
  }

  @Test
  void holdsForItsPeriodBothEndsIncluded() {
    SharingConsent limited = consent(MONDAY, null, Capacity.HAS_CAPACITY, true, TUESDAY, WEDNESDAY);

    assertThat(on(TUESDAY.minusMillis(1), limited)).isEqualTo(NONE);
    assertThat(on(TUESDAY, limited)).isEqualTo(PERMIT);
    assertThat(on(WEDNESDAY, limited)).isEqualTo(PERMIT);
    assertThat(on(WEDNESDAY.plusMillis(1), limited)).isEqualTo(NONE);
  }

  @Test
  void isForOnePurposeAlone() {
    assertThat(SharingDecision.decide(List.of(permit(MONDAY)), "research-contact", TUESDAY))
        .isEqualTo(NONE);
  }

  private static SharingDecision on(Instant moment, SharingConsent... consents) {
    return SharingDecision.decide(List.of(consents), NATIONAL_REGISTRY, moment);
  }

  static SharingConsent permit(Instant decided) {
    return consent(decided, null, Capacity.HAS_CAPACITY, true, null, null);
  }

  static SharingConsent deny(Instant decided) {
    return consent(decided, null, Capacity.HAS_CAPACITY, false, null, null);
  }

  private static SharingConsent consent(
      Instant decided,
      @Nullable Instant withdrawn,
      Capacity capacity,
      boolean permit,
      @Nullable Instant from,
      @Nullable Instant until) {
    return new SharingConsent(
        decided,
        withdrawn,
        capacity,
        List.of(new Provision(NATIONAL_REGISTRY, permit, from, until)));
  }
}
