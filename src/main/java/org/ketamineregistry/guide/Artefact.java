package org.ketamineregistry.guide;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource of the package.
 *
 * @param name {@code Type-id}, the name of its file without an ending
 * @param example whether it lies among the examples
 * @param json its text, byte for byte as in the package
 * @param resource the same, read
 * @param title for people
 * @param description in Markdown; empty where it has none
 * @param kind which chapter of the index it stands in
 */
record Artefact(
    String name,
    boolean example,
    String json,
    Resource resource,
    String title,
    String description,
    Kind kind) {
  private static final Pattern REQUIREMENT = Pattern.compile("\\b[RS]\\d{1,2}\\b");

  String type() {
    return resource.fhirType();
  }

  String id() {
    return resource.getIdElement().getIdPart();
  }

  String page() {
    return name + ".html";
  }

  /** The canonical URL, where it has one. */
  Optional<String> url() {
    return resource instanceof MetadataResource definition && definition.hasUrl()
        ? Optional.of(definition.getUrl())
        : Optional.empty();
  }

  /** Why it exists, in Markdown; empty where it does not say. */
  String purpose() {
    var purpose = resource.getNamedProperty("purpose");
    return purpose == null || purpose.getValues().isEmpty()
        ? ""
        : String.valueOf(purpose.getValues().get(0).primitiveValue());
  }

  /** The ids of the requirements that its purpose names, in the order of their numbers. */
  Stream<String> requirements() {
    Matcher ids = REQUIREMENT.matcher(purpose());
    return ids.results()
        .map(found -> found.group())
        .distinct()
        .sorted((one, other) -> sortable(one).compareTo(sortable(other)));
  }

  private static String sortable(String requirement) {
    return String.format(
        Locale.ROOT, "%c%02d", requirement.charAt(0), Integer.valueOf(requirement.substring(1)));
  }
}
