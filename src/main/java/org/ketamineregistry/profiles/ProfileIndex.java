package org.ketamineregistry.profiles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;

/**
 * Which profile a resource must meet. It follows from the resource's type and, where a type has
 * several profiles, from the code that tells them apart; never from what {@code meta.profile}
 * claims. The index is read from the profiles themselves, so a new profile needs no code.
 */
public final class ProfileIndex {
  /**
   * What a sender may submit: each type serves a purpose of the registry (R7); all others are
   * refused, for data minimisation.
   */
  public static final Set<String> ACCEPTED_TYPES =
      Set.of(
          "AdverseEvent",
          "Composition",
          "Condition",
          "Consent",
          "Encounter",
          "EpisodeOfCare",
          "MedicationAdministration",
          "MedicationDispense",
          "MedicationRequest",
          "MedicationStatement",
          "Observation",
          "Organization",
          "Patient",
          "PractitionerRole",
          "Provenance",
          "ResearchStudy",
          "ResearchSubject");

  /** What is sent to a door of its own and not submitted: it is a client's, and no record. */
  public static final Set<String> KEPT_APART = Set.of("Subscription");

  /** The element whose code tells the profiles of a type apart. */
  private static final Map<String, String> DISCRIMINATOR =
      Map.of("Observation", "code", "Consent", "category", "Encounter", "type");

  private final Map<String, String> byType = new LinkedHashMap<>();
  private final Map<String, Map<Code, String>> byCode = new LinkedHashMap<>();
  private final Map<String, List<String>> ofRegistry = new TreeMap<>();

  /**
   * A code in a system.
   *
   * @param system the code system's URI
   * @param code the code
   */
  public record Code(String system, String code) {}

  private ProfileIndex() {}

  static ProfileIndex of(ProfilePackage guide) {
    var index = new ProfileIndex();
    var codes = new DiscriminatingCodes(guide);
    for (StructureDefinition profile : guide.of(StructureDefinition.class)) {
      String type = profile.getType();
      if (profile.getKind() != StructureDefinitionKind.RESOURCE
          || profile.getDerivation() != TypeDerivationRule.CONSTRAINT
          || profile.getAbstract()) {
        continue;
      }
      if (!ACCEPTED_TYPES.contains(type)) {
        index.ofRegistry.computeIfAbsent(type, key -> new ArrayList<>()).add(profile.getUrl());
        continue;
      }
      String element = DISCRIMINATOR.get(type);
      if (element == null) {
        index.putType(type, profile.getUrl());
      } else {
        codes.of(profile, element).forEach(code -> index.putCode(type, code, profile.getUrl()));
      }
    }
    return index;
  }

  /** The element that tells the profiles of a type apart, if the type has several. */
  public Optional<String> discriminator(String type) {
    return Optional.ofNullable(DISCRIMINATOR.get(type));
  }

  /**
   * The profile for a resource.
   *
   * @param type the resource type
   * @param codings the codes of the element that {@link #discriminator} names
   * @return the canonical URL; empty where the type is not accepted or no code is known
   */
  public Optional<String> profileFor(String type, Collection<Code> codings) {
    if (!DISCRIMINATOR.containsKey(type)) {
      return Optional.ofNullable(byType.get(type));
    }
    Map<Code, String> known = byCode.getOrDefault(type, Map.of());
    return codings.stream().filter(known::containsKey).map(known::get).findFirst();
  }

  /**
   * The profiles of a type that nobody submits, since the registry makes its records itself or is
   * configured with them.
   */
  public List<String> ofRegistry(String type) {
    return List.copyOf(ofRegistry.getOrDefault(type, List.of()));
  }

  /** Every type that there is a profile of, so that a verdict can be given on it. */
  public Set<String> judgedTypes() {
    var types = new TreeSet<>(ofRegistry.keySet());
    types.addAll(ACCEPTED_TYPES);
    return types;
  }

  /** The codes that select a profile of a type, in a stable order, for words of advice. */
  public List<String> codesFor(String type) {
    var codes = new TreeSet<String>();
    byCode
        .getOrDefault(type, Map.of())
        .keySet()
        .forEach(code -> codes.add(code.system() + "|" + code.code()));
    return new ArrayList<>(codes);
  }

  /** Every profile that can be selected. */
  public Set<String> profiles() {
    var all = new TreeSet<>(byType.values());
    byCode.values().forEach(codes -> all.addAll(codes.values()));
    return all;
  }

  private void putType(String type, String url) {
    String other = byType.put(type, url);
    if (other != null) {
      throw new IllegalStateException("Two profiles for " + type + ": " + other + " and " + url);
    }
  }

  private void putCode(String type, Code code, String url) {
    String other = byCode.computeIfAbsent(type, key -> new LinkedHashMap<>()).put(code, url);
    if (other != null && !other.equals(url)) {
      throw new IllegalStateException("Two profiles for " + code + ": " + other + " and " + url);
    }
  }
}
