package org.ketamineregistry.database;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Runs the registry on an embedded PostgreSQL unless {@code spring.datasource.url} names another
 * database.
 *
 * <p>It is an auto-configuration because only those see the whole application first: connection
 * details that a test or a container brings go before it, whatever the order of the other
 * configurations. Boot makes the data source of the connection details, so that Spring closes the
 * pool before it stops the server.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(NoExternalDatabase.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
@EnableConfigurationProperties(DatabaseProperties.class)
public class EmbeddedDatabaseConfiguration {

  private static final int MAX_CONNECTIONS = 100;

  /**
   * Starts the server on the data folder.
   *
   * @throws DatabaseStartException when it cannot run, with what the operator can do
   */
  @Bean
  PostgresServer postgresServer(DatabaseProperties properties) throws IOException, SQLException {
    PostgresServer server = PostgresServer.on(properties, MAX_CONNECTIONS, true);
    // Spring leaves the context as it is when a signal arrives during a start that waits; this runs
    // after it.
    SpringApplication.getShutdownHandlers().add(server::close);
    server.start();
    return server;
  }

  @Bean
  JdbcConnectionDetails embeddedDatabaseConnectionDetails(PostgresServer server) {
    return new AccountConnectionDetails(
        server.jdbcUrl(RegistryAccount.NAME), RegistryAccount.NAME, server.password());
  }
}
