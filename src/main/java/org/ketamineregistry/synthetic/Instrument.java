package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A depression scale, the range of its total and the time it asks about. */
enum Instrument {
  MADRS("madrs", Vocabulary.INSTRUMENT, "madrs-total", 60, 7, "d", null),
  MADRS_24_HOURS("madrs-24h", Vocabulary.INSTRUMENT, "madrs-total", 60, 24, "h", "24-hour"),
  QIDS("qids", Vocabulary.INSTRUMENT, "qids-sr16-total", 27, 7, "d", null),
  HAM_D("ham-d17", Vocabulary.INSTRUMENT, "ham-d17-total", 52, 7, "d", null),
  PHQ_9("phq-9", Vocabulary.LOINC, "44261-6", 27, 14, "d", null);

  private final String kind;
  private final String system;
  private final String code;
  private final int highest;
  private final int recall;
  private final String recallUnit;
  private final @Nullable String version;

  Instrument(
      String kind,
      String system,
      String code,
      int highest,
      int recall,
      String recallUnit,
      @Nullable String version) {
    this.kind = kind;
    this.system = system;
    this.code = code;
    this.highest = highest;
    this.recall = recall;
    this.recallUnit = recallUnit;
    this.version = version;
  }

  /** The score of somebody whose MADRS was so and who has this share of it left. */
  int score(int firstMadrs, double level) {
    double full = highest == 60 ? firstMadrs : firstMadrs * highest * 1.25 / 60;
    return (int) Math.round(Math.min(highest, Math.min(highest, full) * level));
  }

  void addTo(ObservationDraft observations, String suffix, LocalDateTime at, int score) {
    Observation observation = observations.add("survey", kind + suffix, at, system, code);
    Duration duration = new Duration();
    duration.setValue(recall).setSystem(Vocabulary.UCUM).setCode(recallUnit);
    observation.addExtension(Vocabulary.extension("recall-period", duration));
    if (version != null) {
      observation.addExtension(Vocabulary.extension("instrument-version", new StringType(version)));
    }
    observation.setValue(new IntegerType(score));
  }
}
