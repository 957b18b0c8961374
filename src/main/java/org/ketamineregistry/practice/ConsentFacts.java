package org.ketamineregistry.practice;

import static org.ketamineregistry.practice.Elements.day;
import static org.ketamineregistry.practice.Elements.moment;
import static org.ketamineregistry.practice.Elements.text;
import static org.ketamineregistry.practice.Elements.truth;
import static org.ketamineregistry.practice.Elements.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.profiles.Canonical;

/** What consents say. */
final class ConsentFacts {
  private ConsentFacts() {}

  static Optional<Fact> treatment(Consent consent) {
    if (consent.getStatus() == ConsentState.ENTEREDINERROR) {
      return Optional.empty();
    }
    boolean inForce =
        consent.getStatus() == ConsentState.ACTIVE
            && consent.getProvision().getType() != ConsentProvisionType.DENY;
    return Optional.of(
        new Fact.TreatmentConsent(
            inForce,
            moment(consent.getDateTimeElement()),
            day(consent.getDateTimeElement()),
            value(consent, "consultation-date") instanceof BaseDateTimeType date ? day(date) : null,
            capacity(consent),
            assessedOn(consent),
            truth(consent, "written", false),
            text(value(consent, "information-sheet")),
            value(consent, "options-discussed") == null
                ? null
                : truth(consent, "options-discussed", false)));
  }

  static Optional<Fact> sharing(Consent consent) {
    boolean withdrawn = consent.getStatus() == ConsentState.INACTIVE;
    if (!withdrawn && consent.getStatus() != ConsentState.ACTIVE) {
      return Optional.empty();
    }
    Instant end = instant(consent.getProvision().getPeriod().getEnd());
    List<Fact.Provision> provisions =
        consent.getProvision().getProvision().stream()
            .flatMap(part -> part.getPurpose().stream().map(purpose -> provision(part, purpose)))
            .toList();
    Instant decidedAt = moment(consent.getDateTimeElement());
    return Optional.of(
        new Fact.SharingConsent(
            decidedAt,
            withdrawn ? (end == null ? decidedAt : end) : null,
            capacity(consent),
            provisions));
  }

  private static Fact.Provision provision(Consent.ProvisionComponent part, Coding purpose) {
    return new Fact.Provision(
        purpose.getCode(),
        part.getType() == ConsentProvisionType.PERMIT,
        instant(part.getPeriod().getStart()),
        part.getPeriod().hasEnd() ? endOf(part.getPeriod()) : null);
  }

  /**
   * The capacity of whoever decided: where a lawful representative decided for a patient without
   * capacity, the decision is not void (R16).
   */
  private static Capacity capacity(Consent consent) {
    if (value(consent, "representative") != null) {
      return Capacity.HAS_CAPACITY;
    }
    Extension capacity = consent.getExtensionByUrl(Canonical.extension("capacity"));
    String finding = capacity.getExtensionByUrl("finding").getValue().primitiveValue();
    return Capacity.valueOf(finding.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static @Nullable LocalDate assessedOn(Consent consent) {
    Extension date =
        consent.getExtensionByUrl(Canonical.extension("capacity")).getExtensionByUrl("assessedOn");
    return date == null ? null : day((BaseDateTimeType) date.getValue());
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  /** The end of a period is included: a day lasts until its last moment. */
  private static Instant endOf(Period period) {
    String text = period.getEndElement().getValueAsString();
    return text.length() > 10
        ? period.getEnd().toInstant()
        : day(period.getEndElement())
            .plusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .minusMillis(1);
  }
}
