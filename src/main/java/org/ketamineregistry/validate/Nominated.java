package org.ketamineregistry.validate;

import org.ketamineregistry.ingest.Submitted;

/**
 * A profile that somebody names to have a resource held against it, besides the one that its
 * content selects. Only {@link Validation} makes one.
 */
public final class Nominated {
  private final String url;
  private final String type;

  Nominated(String url, String type) {
    this.url = url;
    this.type = type;
  }

  /** The canonical URL. */
  public String url() {
    return url;
  }

  /** The resource type that it is a profile of. */
  public String type() {
    return type;
  }

  /** Whether there is a resource of its type. */
  public boolean concerns(Submitted submitted) {
    return submitted.root().fhirType().equals(type)
        || submitted.entries().stream().anyMatch(entry -> entry.type().equals(type));
  }
}
