package org.ketamineregistry.demo;

import java.util.List;

/**
 * A country of the demonstration, whose registry has its own rules, privacy and patients.
 *
 * @param id by which the network knows its registry
 * @param name of the registry
 * @param jurisdiction whose rule set holds; XX is nowhere
 * @param patients how many there are in its cohort
 * @param threshold a perturbed count under it is withheld
 * @param maximumNoise the largest noise of a count of patients
 * @param minimumClinics a count of fewer clinics is withheld
 */
record Country(
    String id,
    String name,
    String jurisdiction,
    int patients,
    int threshold,
    int maximumNoise,
    int minimumClinics) {
  /** The three of which the guide has example rule sets, each by another lawful basis. */
  static final List<Country> EXAMPLES =
      List.of(
          new Country("gb", "Ketamine Registry of Great Britain", "GB", 100, 11, 8, 3),
          new Country("de", "Ketamine Registry of Germany", "DE", 100, 15, 8, 3),
          new Country("xx", "Ketamine Registry of Nowhere", "XX", 100, 8, 6, 2));

  /** The id under which the others have registered it. */
  String peer() {
    return "registry-" + id;
  }
}
