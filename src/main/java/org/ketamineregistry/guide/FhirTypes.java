package org.ketamineregistry.guide;

/** What a name of a FHIR type says of it. */
final class FhirTypes {
  private FhirTypes() {}

  /** FHIR's primitive types begin with a small letter, and nothing else does. */
  static boolean isPrimitive(String type) {
    return !type.isEmpty()
        && Character.isLowerCase(type.charAt(0))
        && type.chars().allMatch(Character::isLetterOrDigit);
  }
}
