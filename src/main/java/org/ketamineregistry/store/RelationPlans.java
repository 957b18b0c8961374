package org.ketamineregistry.store;

import org.springframework.jdbc.core.JdbcTemplate;

/** How PostgreSQL goes about relations, in the transaction that is open. */
final class RelationPlans {
  private RelationPlans() {}

  static void set(JdbcTemplate jdbc) {
    // Sorting a million rows in memory, not on disk.
    jdbc.execute("SET LOCAL work_mem = '128MB'");
    // Relations have no index by person, and as expressions no statistics: where few rows are
    // expected and many come, one would be read anew for each row of another.
    jdbc.execute("SET LOCAL enable_nestloop = off");
  }
}
