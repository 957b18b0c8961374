package org.ketamineregistry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The PostgreSQL server that all tests of a run share. */
abstract class TestServer {

  /** Enough for the pools of all contexts that Spring keeps open in one run. */
  static final int MAX_CONNECTIONS = 200;

  private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);

  private static @Nullable TestServer shared;

  private int databases;

  /** Returns the server, started at the first call. */
  static synchronized TestServer shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  abstract Connection connectAsSuperuser() throws SQLException;

  abstract Connection connectAsSuperuser(String database) throws SQLException;

  abstract JdbcConnectionDetails account(String database);

  /** Makes an empty database; it is dropped with the server or at the next run. */
  final synchronized JdbcConnectionDetails newDatabase() {
    String name = "test_" + ++databases;
    try (Connection connection = connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name + " OWNER " + RegistryAccount.NAME);
    } catch (SQLException failed) {
      throw new IllegalStateException("The database " + name + " could not be made", failed);
    }
    return account(name);
  }

  final void allowConnections(String database, boolean allowed) {
    try (Connection connection = connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS " + allowed);
      if (!allowed) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + database
                + "'");
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(database + " could not be taken away or given back", failed);
    }
  }

  private static TestServer start() {
    String choice = System.getProperty("registry.test.database", "auto").toLowerCase(Locale.ROOT);
    TestServer server =
        switch (choice) {
          case "docker" -> new ContainerTestServer();
          case "embedded" -> new EmbeddedTestServer();
          case "auto" ->
              ContainerTestServer.isPossible()
                  ? new ContainerTestServer()
                  : new EmbeddedTestServer();
          default ->
              throw new IllegalArgumentException(
                  "registry.test.database is docker, embedded or auto, not " + choice);
        };
    LOG.info("Tests run on {} ({})", server, choice);
    return server;
  }
}
