package org.ketamineregistry.answer;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Measure;
import org.ketamineregistry.privacy.Lattice;
import org.ketamineregistry.profiles.ProfilePackage;

/**
 * What the guide publishes that can be asked.
 *
 * @param lattice all questions that there are
 * @param measures the Measures, by their ids
 * @param guideVersion the version of the guide, by which asker and registry must both work
 */
record PublishedMeasures(Lattice lattice, Map<String, Measure> measures, String guideVersion) {

  static PublishedMeasures of(Lattice lattice, ProfilePackage guide) {
    return new PublishedMeasures(
        lattice,
        guide.of(Measure.class).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> one.getIdElement().getIdPart(), Function.identity())),
        guide.version());
  }

  Measure measure(String id) {
    return Objects.requireNonNull(measures.get(id), "Every indicator of the lattice is a Measure.");
  }

  /** What is answered to who works by another version; empty where it is the same. */
  Optional<Answer> mismatch(String version) {
    return version.equals(guideVersion)
        ? Optional.empty()
        : Optional.of(
            Answer.untold(
                AnswerStatus.VERSION_MISMATCH,
                null,
                "This registry works by version %s of the guide. Ask by that version."
                    .formatted(guideVersion)));
  }
}
