package org.ketamineregistry.cli;

import ca.uhn.fhir.context.FhirContext;
import java.io.PrintWriter;
import org.ketamineregistry.answer.PrivacySettings;
import org.ketamineregistry.audit.AuditSettings;
import org.ketamineregistry.database.EmbeddedDatabaseConfiguration;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.store.AuditInspection;
import org.ketamineregistry.store.CutsAlone;
import org.ketamineregistry.store.FlatRenewal;
import org.ketamineregistry.store.FlatVerification;
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
import picocli.CommandLine.Model.CommandSpec;

/**
 * The registry's database by the settings of {@code serve}, without the server: for commands that
 * need nothing else. It is no component, so that the server does not find it.
 */
@ImportAutoConfiguration({
  EmbeddedDatabaseConfiguration.class,
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class
})
@EnableConfigurationProperties({AuditSettings.class, PrivacySettings.class})
@Import({AuditInspection.class, FlatVerification.class, FlatRenewal.class, CutsAlone.class})
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

  /** The guide's views, which take a few seconds to compile. */
  static FlatViews views() {
    return FlatViews.of(Definitions.load(FhirContext.forR4Cached()));
  }

  /**
   * Tells why a command could not be done: the first cause in a chain is what an operator can do
   * something about.
   *
   * @return the exit code
   */
  static int refuse(CommandSpec command, String words, RuntimeException thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    PrintWriter err = command.commandLine().getErr();
    err.println(words + ": " + cause.getMessage());
    err.flush();
    return 2;
  }
}
