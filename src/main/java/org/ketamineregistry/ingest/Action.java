package org.ketamineregistry.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sender wants done with a resource.
 *
 * @param kind create or update
 * @param id the registry's id in the address of an update; null elsewhere
 * @param condition the identifier that a conditional create or update names; null for a plain one
 * @param ifMatch the version number that an update replaces; null where the sender does not say
 */
public record Action(
    Kind kind,
    @Nullable String id,
    @Nullable BusinessIdentifier condition,
    @Nullable String ifMatch) {

  /** The two ways of writing. */
  public enum Kind {
    CREATE,
    UPDATE
  }

  public Optional<BusinessIdentifier> onCondition() {
    return Optional.ofNullable(condition);
  }
}
