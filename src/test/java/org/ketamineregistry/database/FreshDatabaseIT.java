package org.ketamineregistry.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class FreshDatabaseIT {

  private final ApplicationContextRunner registry =
      new ApplicationContextRunner()
          .withUserConfiguration(TestDatabase.class)
          .withConfiguration(
              AutoConfigurations.of(
                  EmbeddedDatabaseConfiguration.class,
                  DataSourceAutoConfiguration.class,
                  JdbcTemplateAutoConfiguration.class,
                  JdbcClientAutoConfiguration.class));

  @Test
  void givesEachContextADatabaseOfItsOwnOnOneServer() {
    registry.run(
        first ->
            registry.run(
                second -> {
                  assertThat(first).doesNotHaveBean(PostgresServer.class);
                  JdbcClient one = first.getBean(JdbcClient.class);
                  JdbcClient other = second.getBean(JdbcClient.class);
                  one.sql("CREATE TABLE note (text TEXT)").update();
                  other.sql("CREATE TABLE note (text TEXT)").update();

                  assertThat(one.sql("SELECT inet_server_port()").query().singleValue())
                      .isEqualTo(other.sql("SELECT inet_server_port()").query().singleValue());
                  assertThat(one.sql("SELECT current_database()").query().singleValue())
                      .isNotEqualTo(other.sql("SELECT current_database()").query().singleValue());
                }));
  }
}
