package org.ketamineregistry.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.ketamineregistry.access.Caller;

/**
 * An export that was begun, and all that was frozen then but the list of its records.
 *
 * @param id a UUID that nobody guesses
 * @param requester who asked, with purpose and scopes as they were
 * @param query the query of the request in the registry's own words
 * @param completeTo every matching record that was written up to this moment is listed; the {@code
 *     _since} of the next export
 * @param expiresAt from when on it is not found
 * @param listed how many records of each type were listed, without types that have none
 */
public record ExportJob(
    String id,
    Caller requester,
    String query,
    Instant completeTo,
    Instant expiresAt,
    Map<String, Long> listed) {

  public ExportJob {
    listed = Collections.unmodifiableMap(new TreeMap<>(listed));
  }
}
