package org.ketamineregistry.audit;

import java.util.List;

/**
 * What was searched by, without a value: the names of the parameters, and a keyed digest by which
 * the same question is known again. Who has no key cannot find a value by trying values.
 *
 * @param parameters the names, in order; one that is no name of a parameter is {@code other}, since
 *     a sender may write anything there
 * @param digest HMAC-SHA-256 in hexadecimal digits
 */
public record AuditedQuery(List<String> parameters, String digest) {

  public AuditedQuery {
    parameters = List.copyOf(parameters);
  }
}
