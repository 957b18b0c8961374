package org.ketamineregistry.profiles;

import ca.uhn.fhir.context.support.IValidationSupport;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's bridge from definitions to the HL7 validator, remembering what it answered. The
 * definitions never change while the process lives, and the validator asks for the same few hundred
 * of them thousands of times a bundle. The caches are bounded, since a sender chooses some of the
 * keys.
 */
final class RememberingContext extends WorkerContextValidationSupportAdapter {
  private static final int LIMIT = 20_000;

  private final Cache<Key, Optional<Resource>> resources = bounded();
  private final Cache<String, List<StructureDefinition>> typeDefinitions = bounded();
  private final Cache<String, Optional<CodeSystem>> codeSystems = bounded();

  RememberingContext(IValidationSupport support) {
    super(support);
  }

  /** The validator's words are read again by the registry, so they do not follow the process. */
  @Override
  public Locale getLocale() {
    return Locale
        .ROOT; // HL7's words of no language are English, and ENGLISH falls back to the process's.
  }

  @Override
  public <T extends Resource> @Nullable T fetchResource(Class<T> type, String uri) {
    // HAPI stumbles over a canonical that ends where a name should begin.
    if (uri == null || uri.isEmpty() || uri.endsWith("/")) {
      return null;
    }
    var key = new Key(type, uri);
    Optional<Resource> known = resources.getIfPresent(key);
    if (known == null) {
      // Loading may ask for other definitions in turn, so it happens outside the cache's lock.
      known = Optional.ofNullable(super.fetchResource(type, uri));
      resources.put(key, known);
    }
    return type.cast(known.orElse(null));
  }

  @Override
  public List<StructureDefinition> fetchTypeDefinitions(String typeName) {
    List<StructureDefinition> known = typeDefinitions.getIfPresent(typeName);
    if (known == null) {
      known = List.copyOf(super.fetchTypeDefinitions(typeName));
      typeDefinitions.put(typeName, known);
    }
    return known;
  }

  @Override
  public @Nullable CodeSystem fetchCodeSystem(String system) {
    Optional<CodeSystem> known = codeSystems.getIfPresent(system);
    if (known == null) {
      known = Optional.ofNullable(super.fetchCodeSystem(system));
      codeSystems.put(system, known);
    }
    return known.orElse(null);
  }

  private static <K, V> Cache<K, V> bounded() {
    return Caffeine.newBuilder().maximumSize(LIMIT).build();
  }

  private record Key(Class<?> type, String uri) {}
}
