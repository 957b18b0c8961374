/**
 * The last stage of the line: what is permitted is kept in PostgreSQL, with its receipt and
 * everything derived from it, in one transaction. The only room that touches HAPI JPA and SQL.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusal",
      "profiles",
      "access",
      "keys",
      "audit",
      "ingest",
      "validate",
      "consent",
      "practice",
      "projection",
      "privacy",
      "network",
      "subscription"
    })
@NullMarked
package org.ketamineregistry.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
