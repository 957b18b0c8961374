package org.ketamineregistry.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The account and the database that the registry works with; the account owns the database and
 * nothing else.
 */
final class RegistryAccount {

  /** The name of both. */
  static final String NAME = "registry";

  private RegistryAccount() {}

  /** Makes what a first start, or one killed before this point, left undone. */
  static void ensure(PostgresServer server) throws SQLException {
    try (Connection connection = server.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'registry'")) {
        statement.execute("CREATE ROLE registry LOGIN PASSWORD '" + server.password() + "'");
      }
      if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = 'registry'")) {
        statement.execute("CREATE DATABASE registry OWNER registry");
      }
    }
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return !found.next();
    }
  }
}
