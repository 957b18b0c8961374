package org.ketamineregistry.synthetic;

import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who does not exist.
 *
 * @param registryPseudonym 64 hexadecimal digits, or null for the few whose clinic could not make
 *     one
 */
record Person(
    AdministrativeGender gender,
    int birthYear,
    double kilograms,
    @Nullable String registryPseudonym) {

  private static final Odds<AdministrativeGender> GENDERS =
      Odds.of(AdministrativeGender.FEMALE, 59)
          .or(AdministrativeGender.MALE, 39.5)
          .or(AdministrativeGender.OTHER, 1)
          .or(AdministrativeGender.UNKNOWN, 0.5);

  /**
   * Whoever attends two clinics is known to the registry by the pseudonym that both clinics make.
   */
  static Person draw(boolean needsRegistryPseudonym, Dice dice) {
    AdministrativeGender gender = GENDERS.draw(dice);
    int age = dice.normal(45, 14, 18, 84);
    double usual = gender == AdministrativeGender.MALE ? 86 : 72;
    double kilograms = dice.normal(usual * 10, 150, 430, 1600) / 10.0;
    boolean pseudonymous = needsRegistryPseudonym || dice.chance(0.94);
    String pseudonym = dice.hex(64);
    return new Person(
        gender, Cohort.REFERENCE_DATE.getYear() - age, kilograms, pseudonymous ? pseudonym : null);
  }
}
