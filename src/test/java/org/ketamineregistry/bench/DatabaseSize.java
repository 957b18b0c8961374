package org.ketamineregistry.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.ketamineregistry.database.DurableDatabase;

/** Asks a database about itself. */
final class DatabaseSize {
  private DatabaseSize() {}

  static long bytes(DurableDatabase database) throws SQLException {
    return number(database, "SELECT pg_database_size(current_database())");
  }

  /** How many resources of the bundles' types HAPI's table holds. */
  static long resources(DurableDatabase database) throws SQLException {
    return number(
        database,
        """
        SELECT count(*) FROM hfj_resource
        WHERE res_type IN ('Patient', 'EpisodeOfCare', 'Encounter', 'MedicationAdministration', 'Observation')
        """);
  }

  private static long number(DurableDatabase database, String query) throws SQLException {
    var account = database.account();
    try (var connection =
            DriverManager.getConnection(
                account.getJdbcUrl(), account.getUsername(), account.getPassword());
        var found = connection.createStatement().executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }
}
