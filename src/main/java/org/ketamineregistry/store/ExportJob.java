package org.ketamineregistry.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;

/**
 * An export that was begun, and all that was frozen then but the list of its records.
 *
 * @param id a UUID that nobody guesses
 * @param requester who asked, with purpose and scopes as they were
 * @param level where it was begun, below the base, such as {@code Patient/$export}
 * @param query the query of the request in the registry's own words
 * @param completeTo every matching record that was written up to this moment is listed; the {@code
 *     _since} of the next export
 * @param expiresAt from when on it is not found
 * @param listed how many records of each type were listed, without types that have none
 * @param flat which flat files it has; null for the records themselves
 */
public record ExportJob(
    String id,
    Caller requester,
    String level,
    String query,
    Instant completeTo,
    Instant expiresAt,
    Map<String, Long> listed,
    @Nullable FlatOrder flat) {

  public ExportJob {
    listed = Collections.unmodifiableMap(new TreeMap<>(listed));
  }

  /** The operation that began it, as the audit names it. */
  String operation() {
    return operation(flat);
  }

  static String operation(@Nullable FlatOrder flat) {
    return (flat == null ? Operation.EXPORT : Operation.EXPORT_VIEWS).code();
  }
}
