package org.ketamineregistry.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Leaves behind what a registry under test showed to its operator, for {@link
 * EverythingWrittenCheck}: its metrics and its audit, when it ends. Its log is there already.
 */
@TestComponent
final class Leavings {
  static final Path FOLDER = Path.of("target", "written");

  private final PrometheusMeterRegistry metrics;
  private final JdbcTemplate jdbc;

  Leavings(PrometheusMeterRegistry metrics, JdbcTemplate jdbc) {
    this.metrics = metrics;
    this.jdbc = jdbc;
  }

  @EventListener(ContextClosedEvent.class)
  void leave() {
    try {
      Files.createDirectories(FOLDER);
      write("metrics", metrics.scrape());
      write(
          "audit",
          String.join(
              "\n", jdbc.queryForList("SELECT a::text FROM registry.audit a", String.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String what, String text) throws IOException {
    Files.writeString(FOLDER.resolve(what + "-" + UUID.randomUUID() + ".txt"), text);
  }
}
