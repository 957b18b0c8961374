package org.ketamineregistry.practice;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that the rules know of one patient at one clinic.
 *
 * @param facts the facts of the patient's resources, each with the id of its resource
 * @param clinic the clinic's accreditations
 */
public record CaseFile(List<Known> facts, Fact.Clinic clinic) {

  /**
   * A fact and the resource that says it.
   *
   * @param id the registry's id of the resource
   * @param fact what it says
   */
  public record Known(String id, Fact fact) {}

  /**
   * A fact of one kind and the resource that says it.
   *
   * @param id the registry's id of the resource
   * @param fact what it says
   */
  public record Said<T extends Fact>(String id, T fact) {}

  <T extends Fact> List<Said<T>> said(Class<T> kind, Function<T, Instant> when) {
    return facts.stream()
        .filter(known -> kind.isInstance(known.fact()))
        .map(known -> new Said<>(known.id(), kind.cast(known.fact())))
        .sorted(
            Comparator.comparing((Said<T> said) -> when.apply(said.fact())).thenComparing(Said::id))
        .toList();
  }
}
