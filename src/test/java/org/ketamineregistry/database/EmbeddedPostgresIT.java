package org.ketamineregistry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresIT {

  private final Path folder;

  EmbeddedPostgresIT(@TempDir Path temporary) {
    this.folder = temporary.resolve("data");
  }

  @Test
  void isDurableAndClosedToOthersAndKeepsItsDataOverARestart() throws IOException {
    Postmaster first;
    try (ConfigurableApplicationContext registry = DatabaseOnly.start(folder)) {
      first = postmasterOf(folder);
      JdbcClient database = registry.getBean(JdbcClient.class);
      database.sql("CREATE TABLE note (text TEXT)").update();
      database.sql("INSERT INTO note VALUES ('kept')").update();

      assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
          .allSatisfy(setting -> assertThat(show(database, setting)).isEqualTo("on"));
      assertThat(show(database, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(show(database, "shared_buffers")).isEqualTo("256MB");
      assertThat(show(database, "server_version")).startsWith(DataFolder.MAJOR_VERSION + ".");
      assertThat(show(database, "is_superuser")).isEqualTo("off");
      String url = registry.getBean(JdbcConnectionDetails.class).getJdbcUrl();
      assertThatThrownBy(() -> DriverManager.getConnection(url, Cluster.SUPERUSER, "postgres"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
    assertThat(first.isRunning()).isFalse();

    try (ConfigurableApplicationContext registry = DatabaseOnly.start(folder)) {
      assertThat(notes(registry)).containsExactly("kept");
    }
  }

  @Test
  void refusesASecondRegistryOnTheFolder() throws Exception {
    try (ConfigurableApplicationContext registry = DatabaseOnly.start(folder);
        RegistryProcess second = RegistryProcess.start(folder)) {
      assertThat(second.awaitExit()).isNotZero();
      assertThat(second.output())
          .contains("APPLICATION FAILED TO START")
          .contains("Another running registry uses the data folder " + folder);
      assertThatThrownBy(() -> DatabaseOnly.start(folder))
          .rootCause()
          .isInstanceOf(DatabaseStartException.class);
      assertThat(registry.getBean(JdbcClient.class).sql("SELECT 1").query().singleValue())
          .isEqualTo(1);
    }
  }

  @Test
  void takesOverFromAKilledRegistry() throws Exception {
    Path binaries = folder.resolve("binaries");
    Postmaster orphan;
    try (RegistryProcess killed = RegistryProcess.start(folder, binaries).awaitReady()) {
      killed.kill();
      killed.awaitExit();
      orphan = postmasterOf(folder);
    }
    // It must be known even then: a second server on the same files would destroy them.
    FileSystemUtils.deleteRecursively(binaries);
    assertThat(orphan.isRunning()).isTrue();

    try (ConfigurableApplicationContext registry = DatabaseOnly.start(folder)) {
      assertThat(orphan.isRunning()).isFalse();
      assertThat(postmasterOf(folder).pid()).isNotEqualTo(orphan.pid());
      assertThat(notes(registry)).containsExactly("written before the kill");
    }
  }

  @Test
  void leavesNoProcessWhenItIsAskedToEnd() throws Exception {
    try (RegistryProcess registry = RegistryProcess.start(folder).awaitReady()) {
      Postmaster postmaster = postmasterOf(folder);
      registry.stop();
      registry.awaitExit();

      assertThat(postmaster.isRunning()).isFalse();
      assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void sparesAStrangerThatHasTheProcessIdOfAnEarlierServer() throws Exception {
    DatabaseOnly.start(folder).close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          folder.resolve("postgres/postmaster.pid"),
          "%d\n%s\n0\n5432\n\n127.0.0.1\n".formatted(stranger.pid(), folder.resolve("postgres")));

      DatabaseOnly.start(folder).close();

      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void startsAfreshAfterAFirstStartThatWasKilled() throws IOException {
    Path unfinished = Files.createDirectories(folder.resolve("postgres.unfinished-1"));
    Files.writeString(unfinished.resolve("PG_VERSION"), "17");

    try (ConfigurableApplicationContext registry = DatabaseOnly.start(folder)) {
      assertThat(registry.getBean(DataSource.class)).isNotNull();
      assertThat(unfinished).doesNotExist();
    }
  }

  @Test
  void refusesAFolderOfAnotherMajorVersion() throws IOException {
    Path cluster = Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(cluster.resolve("PG_VERSION"), "16\n");

    assertThatThrownBy(() -> DatabaseOnly.start(folder))
        .rootCause()
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("written by PostgreSQL 16");
  }

  @Test
  void refusesAnOccupiedPort() throws Exception {
    try (ServerSocket occupied =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      String port = "registry.database.port=" + occupied.getLocalPort();
      assertThatThrownBy(() -> DatabaseOnly.start(folder, port))
          .rootCause()
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void staysOutOfTheWayOfAnExternalDatabase() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                EmbeddedDatabaseConfiguration.class, DataSourceAutoConfiguration.class))
        .withPropertyValues(
            "registry.database.directory=" + folder,
            "spring.datasource.url=jdbc:postgresql://database.example/registry")
        .run(
            registry -> {
              assertThat(registry).doesNotHaveBean(PostgresServer.class);
              assertThat(registry.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                  .isEqualTo("jdbc:postgresql://database.example/registry");
              assertThat(folder).doesNotExist();
            });
  }

  private static Postmaster postmasterOf(Path folder) throws IOException {
    return Postmaster.of(folder.resolve("postgres")).orElseThrow();
  }

  private static String show(JdbcClient database, String setting) {
    return database.sql("SHOW " + setting).query(String.class).single();
  }

  private static List<String> notes(ConfigurableApplicationContext registry) {
    return registry
        .getBean(JdbcClient.class)
        .sql("SELECT text FROM note")
        .query(String.class)
        .list();
  }
}
