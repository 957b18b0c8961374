package org.ketamineregistry.store;

import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;

/**
 * What became of one resource.
 *
 * @param type the resource type
 * @param id the registry's id
 * @param version the version that is now current; empty where it was not looked at
 * @param effect what happened
 */
public record Written(String type, String id, String version, Effect effect) {

  /** What a write did. */
  public enum Effect {
    CREATED,
    UPDATED,
    /** The resource was there and is the same. */
    UNCHANGED
  }

  static Written of(DaoMethodOutcome outcome, boolean create) {
    Effect effect = create ? Effect.CREATED : outcome.isNop() ? Effect.UNCHANGED : Effect.UPDATED;
    return new Written(
        outcome.getId().getResourceType(),
        outcome.getId().getIdPart(),
        outcome.getId().getVersionIdPart(),
        effect);
  }

  /** {@code Type/id/_history/version}, or {@code Type/id} where the version is not known. */
  public String location() {
    return type + "/" + id + (version.isEmpty() ? "" : "/_history/" + version);
  }
}
