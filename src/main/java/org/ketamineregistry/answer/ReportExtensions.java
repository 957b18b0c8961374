package org.ketamineregistry.answer;

import org.ketamineregistry.profiles.Canonical;

/** The extensions of a report, by which a figure says what a bare number does not. */
final class ReportExtensions {
  /** Of a report: what its figures are computed over, and how they were protected. */
  static final String PROTECTION = Canonical.extension("answer-protection");

  /** Of a report: that its figures are exact, for the registry's own steward (boolean). */
  static final String EXACT = Canonical.extension("exact-figures");

  /** Of a report: the band of a dimension to which all its figures are narrowed. */
  static final String FILTER = Canonical.extension("answer-filter");

  /** Of a population: the variance of the noise in its count (decimal). */
  static final String NOISE_VARIANCE = Canonical.extension("noise-variance");

  /** Of a population or a score: why it is withheld (code). */
  static final String WITHHELD = Canonical.extension("withheld");

  /** Of a population or a score: its 95 % interval (Range). */
  static final String INTERVAL = Canonical.extension("interval-95");

  /** Of a group or a stratum: a dimension whose band the figures are not narrowed to (code). */
  static final String WIDER = Canonical.extension("wider-than-asked");

  /** HL7's own, of what is not shown. */
  static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  private ReportExtensions() {}
}
