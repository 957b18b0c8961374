package org.ketamineregistry.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;

/** PostgreSQL in a container, which Testcontainers removes after the run. */
final class ContainerTestServer extends TestServer {

  private static final String IMAGE = "postgres:" + DataFolder.MAJOR_VERSION;

  // It lives as long as the test run.
  @SuppressWarnings("resource")
  private final PostgreSQLContainer<?> container =
      new PostgreSQLContainer<>(IMAGE)
          .withUsername(RegistryAccount.NAME)
          .withEnv("POSTGRES_INITDB_ARGS", String.join(" ", Cluster.LOCALE))
          .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + MAX_CONNECTIONS);

  ContainerTestServer() {
    container.start();
  }

  /** Tells whether a Docker engine answers. */
  static boolean isPossible() {
    Logger testcontainers = (Logger) LoggerFactory.getLogger("org.testcontainers");
    Level level = testcontainers.getLevel();
    // Without an engine Testcontainers logs every way it tried as an error, which here it is not.
    testcontainers.setLevel(Level.OFF);
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } finally {
      testcontainers.setLevel(level);
    }
  }

  @Override
  Connection connectAsSuperuser() throws SQLException {
    return DriverManager.getConnection(
        container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  @Override
  Connection connectAsSuperuser(String database) throws SQLException {
    JdbcConnectionDetails account = account(database);
    return DriverManager.getConnection(
        account.getJdbcUrl(), account.getUsername(), account.getPassword());
  }

  @Override
  JdbcConnectionDetails account(String database) {
    return new AccountConnectionDetails(
        "jdbc:postgresql://%s:%d/%s"
            .formatted(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                database),
        container.getUsername(),
        container.getPassword());
  }

  @Override
  public String toString() {
    return "a container of " + IMAGE;
  }
}
