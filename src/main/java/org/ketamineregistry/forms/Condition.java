package org.ketamineregistry.forms;

import java.util.Optional;
import org.ketamineregistry.ingest.BusinessIdentifier;

/**
 * By which a record is made once, or found again: the query for its identifier.
 *
 * @param query {@code identifier=[system]|[value]}, in which nothing is escaped
 */
record Condition(String type, String query) {

  /** What has a meaning of its own in a query is escaped. */
  String encoded() {
    return query.replace("%", "%25").replace("&", "%26").replace("#", "%23").replace("+", "%2B");
  }

  /** Empty where it is longer than identifiers are. */
  Optional<BusinessIdentifier> identifier() {
    return BusinessIdentifier.parse(type, encoded());
  }
}
