package org.ketamineregistry.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Validity;
import org.ketamineregistry.profiles.Canonical;

/** Reads from a resource that meets its profile what the rules need to know of it. */
public final class FactReader {
  private static final String BODY_WEIGHT = Canonical.profile("ketamine-body-weight");
  private static final String SHARING = Canonical.profile("registry-sharing-consent");
  private static final String SUBSTANCE = Canonical.codeSystem("ketamine-substance-cs");

  private static final Set<String> MONITORING =
      Stream.of(
              "ketamine-blood-pressure",
              "ketamine-heart-rate",
              "ketamine-oxygen-saturation",
              "ketamine-sedation-score",
              "ketamine-dissociation-score",
              "ketamine-psychotomimetic-score")
          .map(Canonical::profile)
          .collect(Collectors.toUnmodifiableSet());

  private FactReader() {}

  /**
   * Reads the fact that a resource says.
   *
   * @param resource a valid resource
   * @param profile the profile that it meets
   * @param targets what its references mean, as {@code Type/id} of the registry
   * @return empty where the rules need nothing of it, or where it was entered in error
   */
  public static Optional<Fact> read(
      Resource resource, String profile, Map<String, String> targets) {
    if (resource instanceof MedicationAdministration administration) {
      return administration(administration, targets);
    } else if (resource instanceof MedicationDispense dispense) {
      return takeHome(dispense);
    } else if (resource instanceof Observation observation && profile.equals(BODY_WEIGHT)) {
      return weight(observation);
    } else if (resource instanceof Observation observation && MONITORING.contains(profile)) {
      return measurement(observation, targets);
    } else if (resource instanceof Consent consent) {
      return profile.equals(SHARING) ? sharing(consent) : treatment(consent);
    } else if (resource instanceof Organization clinic) {
      return Optional.of(clinic(clinic));
    }
    return Optional.empty();
  }

  private static Optional<Fact> administration(
      MedicationAdministration given, Map<String, String> targets) {
    if (given.getStatus() == MedicationAdministrationStatus.ENTEREDINERROR
        || given.getStatus() == MedicationAdministrationStatus.NOTDONE) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact.Administration(
            given.getEffectivePeriod().getStart().toInstant(),
            day(given.getEffectivePeriod().getStartElement()),
            idOf(given.getContext(), targets),
            given.getStatus() == MedicationAdministrationStatus.INPROGRESS
                || given.getStatus() == MedicationAdministrationStatus.ONHOLD,
            substance(given.getMedication(), given),
            code(given.getDosage().getRoute()),
            given.getDosage().getDose().getValue(),
            truth(given, "directly-observed", false)));
  }

  private static Optional<Fact> takeHome(MedicationDispense supply) {
    if (supply.getStatus() == MedicationDispenseStatus.ENTEREDINERROR
        || supply.getStatus() == MedicationDispenseStatus.CANCELLED) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact.TakeHome(
            supply.getWhenHandedOver().toInstant(),
            substance(supply.getMedication(), supply),
            code(supply.getDosageInstructionFirstRep().getRoute()),
            supply.getQuantity().getValue(),
            supply.getDaysSupply().getValue()));
  }

  private static Optional<Fact> weight(Observation observation) {
    if (observation.getStatus() == ObservationStatus.ENTEREDINERROR) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact.Weight(
            observation.getEffectiveDateTimeType().getValue().toInstant(),
            observation.getValueQuantity().getValue()));
  }

  private static Optional<Fact> measurement(Observation observation, Map<String, String> targets) {
    if (observation.getStatus() == ObservationStatus.ENTEREDINERROR
        || observation.getStatus() == ObservationStatus.CANCELLED) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact.Measurement(
            idOf(observation.getEncounter(), targets),
            observation.getCode().getCoding().stream()
                .map(coding -> coding.getSystem() + "|" + coding.getCode())
                .toList(),
            text(value(observation, "session-timing"))));
  }

  private static Optional<Fact> treatment(Consent consent) {
    if (consent.getStatus() == ConsentState.ENTEREDINERROR) {
      return Optional.empty();
    }
    boolean inForce =
        consent.getStatus() == ConsentState.ACTIVE
            && consent.getProvision().getType() != ConsentProvisionType.DENY;
    return Optional.of(
        new Fact.TreatmentConsent(
            inForce,
            decidedAt(consent),
            value(consent, "consultation-date") instanceof BaseDateTimeType date ? day(date) : null,
            capacity(consent),
            truth(consent, "written", false),
            text(value(consent, "information-sheet")),
            value(consent, "options-discussed") == null
                ? null
                : truth(consent, "options-discussed", false)));
  }

  private static Optional<Fact> sharing(Consent consent) {
    boolean withdrawn = consent.getStatus() == ConsentState.INACTIVE;
    if (!withdrawn && consent.getStatus() != ConsentState.ACTIVE) {
      return Optional.empty();
    }
    Instant end = instant(consent.getProvision().getPeriod().getEnd());
    List<Fact.Provision> provisions =
        consent.getProvision().getProvision().stream()
            .flatMap(part -> part.getPurpose().stream().map(purpose -> provision(part, purpose)))
            .toList();
    Instant decidedAt = decidedAt(consent);
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

  private static Fact clinic(Organization clinic) {
    return new Fact.Clinic(
        clinic.getExtensionsByUrl(Canonical.extension("accreditation")).stream()
            .map(accreditation -> (Period) accreditation.getExtensionByUrl("period").getValue())
            .map(
                period ->
                    new Validity(
                        day(period.getStartElement()),
                        period.hasEnd() ? day(period.getEndElement()) : null))
            .toList());
  }

  private static Capacity capacity(Consent consent) {
    Extension capacity = consent.getExtensionByUrl(Canonical.extension("capacity"));
    String finding = capacity.getExtensionByUrl("finding").getValue().primitiveValue();
    return Capacity.valueOf(finding.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** A date without a time of day counts from its first moment. */
  private static Instant decidedAt(Consent consent) {
    return consent.getDateTime().toInstant();
  }

  private static String substance(Type medication, DomainResource container) {
    CodeableConcept concept =
        medication instanceof Reference reference
            ? container.getContained().stream()
                .filter(
                    contained ->
                        reference.getReference().endsWith(contained.getIdElement().getIdPart()))
                .map(Medication.class::cast)
                .map(Medication::getCode)
                .findFirst()
                .orElseThrow()
            : (CodeableConcept) medication;
    return concept.getCoding().stream()
        .filter(coding -> SUBSTANCE.equals(coding.getSystem()))
        .map(Coding::getCode)
        .findFirst()
        .orElseThrow();
  }

  private static String idOf(Reference reference, Map<String, String> targets) {
    String target = targets.getOrDefault(reference.getReference(), reference.getReference());
    return target.substring(target.indexOf('/') + 1);
  }

  private static String code(CodeableConcept concept) {
    return concept.getCodingFirstRep().getCode();
  }

  private static @Nullable Type value(DomainResource resource, String extension) {
    Extension found = resource.getExtensionByUrl(Canonical.extension(extension));
    return found == null ? null : found.getValue();
  }

  private static boolean truth(DomainResource resource, String extension, boolean otherwise) {
    return value(resource, extension) instanceof BooleanType truth
        ? truth.booleanValue()
        : otherwise;
  }

  private static @Nullable String text(@Nullable Element value) {
    return value instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : null;
  }

  /** The day that a date means; of a year or month the first. */
  private static LocalDate day(BaseDateTimeType value) {
    String text = value.getValueAsString();
    return LocalDate.parse(
        switch (text.length()) {
          case 4 -> text + "-01-01";
          case 7 -> text + "-01";
          default -> text.substring(0, 10);
        });
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
