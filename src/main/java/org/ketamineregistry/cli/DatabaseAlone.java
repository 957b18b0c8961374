package org.ketamineregistry.cli;

import org.ketamineregistry.audit.AuditSettings;
import org.ketamineregistry.database.EmbeddedDatabaseConfiguration;
import org.ketamineregistry.store.AuditInspection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The registry's database by the settings of {@code serve}, without the server: for commands that
 * only look. It is no component, so that the server does not find it.
 */
@ImportAutoConfiguration({
  EmbeddedDatabaseConfiguration.class,
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class
})
@EnableConfigurationProperties(AuditSettings.class)
@Import(AuditInspection.class)
final class DatabaseAlone {

  static ConfigurableApplicationContext open(String... settings) {
    var application = new SpringApplication(DatabaseAlone.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLogStartupInfo(false);
    // The log is that of a command: it is set already.
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
    return application.run(settings);
  }
}
