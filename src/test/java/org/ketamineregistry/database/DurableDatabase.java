package org.ketamineregistry.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.unit.DataSize;

/**
 * The embedded PostgreSQL with the settings of a registry that runs for good: what is committed is
 * on the disk. For measurements, each on a server and a folder of its own.
 */
public final class DurableDatabase implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MAX_CONNECTIONS = 100;

  private final PostgresServer server;
  private final long pid;

  private DurableDatabase(PostgresServer server, long pid) {
    this.server = server;
    this.pid = pid;
  }

  /** Starts a server on an empty folder. */
  public static DurableDatabase on(Path folder) throws IOException, SQLException {
    PostgresServer server =
        PostgresServer.on(
            new DatabaseProperties(
                folder.toString(),
                DatabaseOnly.BINARIES.toString(),
                0,
                DataSize.ofMegabytes(256),
                LIMIT,
                LIMIT),
            MAX_CONNECTIONS,
            true);
    server.start();
    Postmaster postmaster =
        Postmaster.of(DataFolder.open(folder).cluster()).orElseThrow(IllegalStateException::new);
    return new DurableDatabase(server, postmaster.pid());
  }

  /** How to reach the empty database. */
  public JdbcConnectionDetails account() {
    return new AccountConnectionDetails(
        server.jdbcUrl(RegistryAccount.NAME), RegistryAccount.NAME, server.password());
  }

  /** The process whose children serve the connections. */
  public long pid() {
    return pid;
  }

  @Override
  public void close() {
    server.close();
  }
}
