package org.ketamineregistry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class DatabasePropertiesTest {

  @Test
  void hasDefaults() {
    DatabaseProperties properties = bind(Map.of());

    assertThat(properties.folder()).isEqualTo(Path.of("./data"));
    assertThat(properties.binariesFolder()).isEqualTo(Path.of("./data/binaries"));
    assertThat(properties.port()).isZero();
    assertThat(properties.sharedBuffers()).isEqualTo(DataSize.ofMegabytes(256));
    assertThat(properties.startTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(properties.stopTimeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void keepsTheProgramsWhereTheyAreWanted() {
    assertThat(bind(Map.of("registry.database.binaries", "/opt/postgres")).binariesFolder())
        .isEqualTo(Path.of("/opt/postgres"));
  }

  @ParameterizedTest
  @CsvSource({
    "port, -1",
    "port, 65536",
    "shared-buffers, 512KB",
    "start-timeout, 10ms",
    "stop-timeout, -1s"
  })
  void refusesWhatCannotWork(String name, String value) {
    String property = "registry.database." + name;
    assertThatThrownBy(() -> bind(Map.of(property, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(property);
  }

  private static DatabaseProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("registry.database", DatabaseProperties.class);
  }
}
