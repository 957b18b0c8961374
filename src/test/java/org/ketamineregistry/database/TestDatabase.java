package org.ketamineregistry.database;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A fresh, empty PostgreSQL database for each Spring context: {@code @Import(TestDatabase.class)}.
 *
 * <p>One server serves all contexts of a test run: a container where a Docker engine answers,
 * otherwise the embedded programs. {@code -Dregistry.test.database=docker} or {@code embedded}
 * takes the choice away. It forgets a crash; a test about durability starts an embedded server of
 * its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

  /**
   * Makes a database outside of a Spring context, as for a registry that runs in a process of its
   * own.
   */
  public static JdbcConnectionDetails fresh() {
    return TestServer.shared().newDatabase();
  }

  /** A connection for what nobody but a superuser can do. */
  public static Connection asSuperuser(JdbcConnectionDetails database) throws SQLException {
    String url = database.getJdbcUrl();
    return TestServer.shared()
        .connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", ""));
  }

  /** Takes a database away, as if its server were gone, until the answer is closed. */
  public static Closeable gone(String database) {
    TestServer.shared().allowConnections(database, false);
    return () -> TestServer.shared().allowConnections(database, true);
  }

  @Bean
  JdbcConnectionDetails testDatabaseConnectionDetails() {
    return fresh();
  }
}
