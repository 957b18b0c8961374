package org.ketamineregistry.ingest;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two formats of FHIR that the registry reads and writes. */
public enum Format {
  JSON("application/fhir+json"),
  XML("application/fhir+xml");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * The format that a media type or a {@code _format} value names.
   *
   * @param name for example {@code application/fhir+json;charset=UTF-8} or {@code xml}
   * @return empty where it is none that the registry knows
   */
  public static Optional<Format> named(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    String bare = name.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).replace(' ', '+');
    return switch (bare) {
      case "application/fhir+json",
          "application/json",
          "application/json+fhir",
          "text/json",
          "json" ->
          Optional.of(JSON);
      case "application/fhir+xml", "application/xml", "application/xml+fhir", "text/xml", "xml" ->
          Optional.of(XML);
      default -> Optional.empty();
    };
  }
}
