package org.ketamineregistry.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.unit.DataSize;

/**
 * The embedded PostgreSQL without durability. Its cluster in {@code target} is kept, so that only
 * the first run after a clean build pays for the making of it.
 */
final class EmbeddedTestServer extends TestServer {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int MAX_PARALLEL_RUNS = 8;

  private final PostgresServer server;

  EmbeddedTestServer() {
    try {
      server = firstFreeFolder();
      // Spring closes its contexts before this, so no pool loses its server.
      SpringApplication.getShutdownHandlers().add(server::close);
      server.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException("The embedded PostgreSQL does not answer", failed);
    }
  }

  /** Runs of the same build that overlap each get a folder. */
  private static PostgresServer firstFreeFolder() throws IOException {
    DatabaseStartException refused = null;
    for (int run = 1; run <= MAX_PARALLEL_RUNS; run++) {
      try {
        return PostgresServer.on(properties(run), MAX_CONNECTIONS, false);
      } catch (DatabaseStartException taken) {
        refused = taken;
      }
    }
    throw new IllegalStateException("No folder for a test database is free", refused);
  }

  private static DatabaseProperties properties(int run) {
    return new DatabaseProperties(
        TARGET.resolve("test-database-" + run).toString(),
        TARGET.resolve("postgres-binaries").toString(),
        0,
        DataSize.ofMegabytes(128),
        LIMIT,
        LIMIT);
  }

  @Override
  Connection connectAsSuperuser() throws SQLException {
    return server.connectAsSuperuser();
  }

  @Override
  Connection connectAsSuperuser(String database) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(database), Cluster.SUPERUSER, server.password());
  }

  @Override
  JdbcConnectionDetails account(String database) {
    return new AccountConnectionDetails(
        server.jdbcUrl(database), RegistryAccount.NAME, server.password());
  }

  @Override
  public String toString() {
    return "the embedded PostgreSQL";
  }
}
