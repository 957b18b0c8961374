package org.ketamineregistry.privacy;

import java.util.Map;

/**
 * What one person adds to a population at one clinic in one combination of bands. A person may have
 * any number of them.
 *
 * @param personKey the person's key, {@link CellKeys#unit} of {@link CountingUnit#PATIENT}
 * @param clinic the clinic that submitted it
 * @param units how many counting units, 1 or more; of patients 1
 * @param unitKeys the sum of their keys with overflow; of patients the person's key
 * @param bands the band of every dimension of the question that divides the population
 */
public record Contribution(
    long personKey, String clinic, long units, long unitKeys, Map<String, String> bands) {
  public Contribution {
    if (units < 1) {
      throw new IllegalArgumentException("Who adds nothing to a population is not in it.");
    }
    bands = Map.copyOf(bands);
  }

  /** A person where persons are counted. */
  public static Contribution ofPerson(long personKey, String clinic, Map<String, String> bands) {
    return new Contribution(personKey, clinic, 1, personKey, bands);
  }
}
