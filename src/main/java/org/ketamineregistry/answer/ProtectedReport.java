package org.ketamineregistry.answer;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.ketamineregistry.answer.Figures.Count;
import org.ketamineregistry.answer.Figures.Score;
import org.ketamineregistry.privacy.Population.Role;
import org.ketamineregistry.privacy.PrivacyParameters;
import org.ketamineregistry.privacy.ReleasedAnswer;
import org.ketamineregistry.privacy.ReleasedCount;
import org.ketamineregistry.privacy.ReleasedRow;
import org.ketamineregistry.privacy.ReleasedScore;
import org.ketamineregistry.privacy.Withholding;

/** A released answer as a MeasureReport: what leaves the registry. */
final class ProtectedReport {
  private ProtectedReport() {}

  /**
   * The report of an answer.
   *
   * @param madeAt when the copy of its cut was taken
   */
  static MeasureReport of(
      ReleasedAnswer answer, Measure measure, PrivacyParameters parameters, Instant madeAt) {
    MeasureReport report =
        new ReportWriter(answer.question(), measure)
            .write(answer.rows().stream().map(ProtectedReport::figures).toList(), madeAt);
    Extension protection = report.addExtension().setUrl(ReportExtensions.PROTECTION);
    protection.addExtension("cut", new DateType(answer.cut().id().toString()));
    protection.addExtension("threshold", new PositiveIntType(answer.threshold()));
    protection.addExtension("minimumClinics", new PositiveIntType(parameters.minimumClinics()));
    // Pseudonyms that are linked are one person, so within a registry nobody counts twice.
    protection.addExtension("overlap", new BooleanType(false));
    return report;
  }

  /** Whether every count of an answer is shown. */
  static boolean isWhole(ReleasedAnswer answer) {
    return answer.rows().stream()
        .flatMap(row -> row.counts().values().stream())
        .allMatch(count -> count.withholding().isEmpty());
  }

  private static Figures figures(ReleasedRow row) {
    Map<Role, Count> counts = new EnumMap<>(Role.class);
    row.counts().forEach((role, count) -> counts.put(role, count(count)));
    SortedSet<String> notToldApart = new TreeSet<>(row.bands().keySet());
    notToldApart.removeAll(row.shown().keySet());
    return new Figures(
        row.group(),
        row.bands(),
        notToldApart,
        counts,
        row.score().map(ProtectedReport::score).orElse(null));
  }

  private static Count count(ReleasedCount count) {
    return new Count(
        count.value(),
        count.withholding().map(Withholding::code).orElse(null),
        OptionalDouble.of(count.noiseVariance()),
        count.interval().orElse(null));
  }

  private static Score score(ReleasedScore score) {
    return new Score(
        score.value(),
        score.withholding().map(Withholding::code).orElse(null),
        score.interval().orElse(null));
  }
}
