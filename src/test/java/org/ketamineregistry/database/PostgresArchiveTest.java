package org.ketamineregistry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresArchiveTest {

  private final Path binaries;

  PostgresArchiveTest(@TempDir Path temporary) {
    // The default folder is relative, with a leading point.
    Path here = Path.of("").toAbsolutePath();
    binaries = Path.of(".").resolve(here.relativize(temporary)).resolve("binaries");
  }

  @Test
  void unpacksOnceAndLeavesNothingUnfinished() throws IOException {
    Path home = PostgresArchive.unpackInto(binaries);

    assertThat(home).isAbsolute();
    assertThat(Files.isExecutable(home.resolve("bin/postgres"))).isTrue();
    assertThat(PostgresArchive.unpackInto(binaries)).isEqualTo(home);
    assertThat(binaries.toFile().list()).containsExactly(home.getFileName().toString());
  }
}
