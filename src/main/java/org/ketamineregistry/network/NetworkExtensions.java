package org.ketamineregistry.network;

import org.ketamineregistry.profiles.Canonical;

/** The extensions of a report that say what a bare number does not. */
final class NetworkExtensions {
  /** Of a population: the variance of the noise in its count (decimal). */
  static final String NOISE_VARIANCE = Canonical.extension("noise-variance");

  /**
   * Of a member's stratum or group: the figures are of a wider one; a dimension that was left out.
   */
  static final String WIDER_THAN_ASKED = Canonical.extension("wider-than-asked");

  /**
   * Of a merged stratum or group: how many members gave figures of a wider one (positive integer).
   */
  static final String MEMBERS_WIDER = Canonical.extension("members-wider");

  /** Of a population: the true total is higher but for noise (boolean). */
  static final String LOWER_BOUND = Canonical.extension("lower-bound");

  /** Of a population or score: how many members are in it (integer). */
  static final String MEMBERS_SHOWN = Canonical.extension("members-shown");

  /** Of a population or score: how many members withheld their part (integer). */
  static final String MEMBERS_WITHHELD = Canonical.extension("members-withheld");

  /** Of a score: its 95 % interval (Range). */
  static final String INTERVAL = Canonical.extension("interval-95");

  /** Of a score: Cochran's Q, degrees of freedom and I squared. */
  static final String HETEROGENEITY = Canonical.extension("heterogeneity");

  /** HL7's own, of what is not shown. */
  static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  private NetworkExtensions() {}
}
