package org.ketamineregistry.practice;

import static org.ketamineregistry.practice.Elements.codes;
import static org.ketamineregistry.practice.Elements.day;
import static org.ketamineregistry.practice.Elements.duration;
import static org.ketamineregistry.practice.Elements.idOf;
import static org.ketamineregistry.practice.Elements.moment;
import static org.ketamineregistry.practice.Elements.text;
import static org.ketamineregistry.practice.Elements.value;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.ketamineregistry.profiles.Canonical;

/**
 * What observations say: the weight, what is measured around a dose, and by all other profiles an
 * assessment, so that a new one needs no code.
 */
final class ObservationFacts {
  private static final String BODY_WEIGHT = Canonical.profile("ketamine-body-weight");

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

  private ObservationFacts() {}

  static Optional<Fact> observation(
      Observation observation, String profile, Map<String, String> targets) {
    if (observation.getStatus() == ObservationStatus.ENTEREDINERROR
        || observation.getStatus() == ObservationStatus.CANCELLED) {
      return Optional.empty();
    } else if (profile.equals(BODY_WEIGHT)) {
      return Optional.of(
          new Fact.Weight(
              moment(observation.getEffectiveDateTimeType()),
              observation.getValueQuantity().getValue()));
    } else if (MONITORING.contains(profile)) {
      return Optional.of(
          new Fact.Measurement(
              idOf(observation.getEncounter(), targets),
              codes(observation.getCode()),
              text(value(observation, "session-timing"))));
    }
    return assessment(observation);
  }

  private static Optional<Fact> assessment(Observation observation) {
    return observation.getEffective() instanceof BaseDateTimeType at
        ? Optional.of(
            new Fact.Assessment(
                moment(at),
                day(at),
                codes(observation.getCode()),
                observation.getValue() instanceof IntegerType score ? score.getValue() : null,
                value(observation, "recall-period") instanceof Quantity recall
                    ? duration(recall)
                    : null))
        : Optional.empty();
  }
}
