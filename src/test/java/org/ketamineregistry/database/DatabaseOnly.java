package org.ketamineregistry.database;

import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A registry reduced to its database, as a context of this process or as a process of its own. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  EmbeddedDatabaseConfiguration.class,
  DataSourceAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class
})
class DatabaseOnly {

  /** Unpacked once for all tests. */
  static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

  static final String READY = "ready";

  static ConfigurableApplicationContext start(Path folder, String... properties) {
    return new SpringApplicationBuilder(DatabaseOnly.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.main.banner-mode=off",
            "registry.database.directory=" + folder,
            "registry.database.binaries=" + BINARIES)
        .properties(properties)
        .run();
  }

  /** Starts on the folder of the first argument, writes one note and waits for its end. */
  public static void main(String[] arguments) throws InterruptedException {
    ConfigurableApplicationContext registry = start(Path.of(arguments[0]));
    JdbcClient database = registry.getBean(JdbcClient.class);
    database.sql("CREATE TABLE note (text TEXT)").update();
    database.sql("INSERT INTO note VALUES ('written before the kill')").update();
    System.out.println(READY);
    Thread.currentThread().join();
  }
}
