package org.ketamineregistry.practice;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rules know of one patient at one clinic.
 *
 * @param facts the facts of the patient's resources
 * @param clinic the clinic's accreditations
 * @param open whether the registry may hold more of the patient; of a file that is closed nothing
 *     is due
 */
public record CaseFile(List<Known<?>> facts, Fact.Clinic clinic, boolean open) {

  /**
   * A fact and the resource that says it.
   *
   * @param id the registry's id of the resource
   * @param type the resource's type
   * @param fact what it says
   * @param toldAt when the registry first received it whole; null where that is not known
   */
  public record Known<F extends Fact>(String id, String type, F fact, @Nullable Instant toldAt) {}

  /** The facts of a kind, in the order of their times. */
  <F extends Fact> List<Known<F>> known(Class<F> kind, Function<F, Instant> when) {
    return facts.stream()
        .filter(known -> kind.isInstance(known.fact()))
        .map(
            known -> new Known<>(known.id(), known.type(), kind.cast(known.fact()), known.toldAt()))
        .sorted(
            Comparator.comparing((Known<F> known) -> when.apply(known.fact()))
                .thenComparing(Known::id))
        .toList();
  }

  /** The facts of a kind, in a stable order. */
  <F extends Fact> List<Known<F>> known(Class<F> kind) {
    return known(kind, fact -> Instant.EPOCH);
  }
}
