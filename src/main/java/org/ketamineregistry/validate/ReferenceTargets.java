package org.ketamineregistry.validate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** Which resource types an element of a profile may refer to. */
final class ReferenceTargets {
  private static final String ANY = "Resource";

  private final IWorkerContext definitions;
  private final Cache<Place, Set<String>> known = Caffeine.newBuilder().maximumSize(5_000).build();

  private record Place(String profile, String path) {}

  ReferenceTargets(IWorkerContext definitions) {
    this.definitions = definitions;
  }

  /**
   * The resource types that an element may refer to.
   *
   * @param profile the profile of the resource that refers
   * @param path the element's path without indices, for example {@code Encounter.subject}
   * @return the types; empty where any will do
   */
  Set<String> allowed(StructureDefinition profile, String path) {
    return known.get(new Place(profile.getUrl(), path), place -> read(profile, path));
  }

  /**
   * The resource types that the value of an extension may refer to.
   *
   * @param extension the canonical URL of the extension; null where it has none
   * @return the types; empty where any will do or the extension is not known
   */
  Set<String> allowed(@Nullable String extension) {
    StructureDefinition definition =
        definitions.fetchResource(StructureDefinition.class, String.valueOf(extension));
    return definition == null ? Set.of() : allowed(definition, "Extension.value");
  }

  private Set<String> read(StructureDefinition profile, String path) {
    Set<String> types =
        profile.getSnapshot().getElement().stream()
            .filter(element -> element.getPath().replace("[x]", "").equals(path))
            .flatMap(element -> element.getType().stream())
            .filter(type -> type.getWorkingCode().equals("Reference"))
            .flatMap(this::targets)
            .collect(Collectors.toSet());
    return types.contains(ANY) ? Set.of() : types;
  }

  private Stream<String> targets(ElementDefinition.TypeRefComponent type) {
    if (!type.hasTargetProfile()) {
      return Stream.of(ANY);
    }
    return type.getTargetProfile().stream()
        .map(
            url -> {
              var target = definitions.fetchResource(StructureDefinition.class, url.getValue());
              return target == null ? ANY : target.getType();
            });
  }
}
