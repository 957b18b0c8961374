package org.ketamineregistry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

  private static final long NO_PROCESS = 4_194_305;

  private final Path cluster;

  PostmasterTest(@TempDir Path cluster) {
    this.cluster = cluster;
  }

  @Test
  void isAbsentWithoutAFile() throws IOException {
    assertThat(Postmaster.of(cluster)).isEmpty();
  }

  @Test
  void isAbsentWhenTheFileWasNotFinished() throws IOException {
    write("12");
    assertThat(Postmaster.of(cluster)).isEmpty();
  }

  @Test
  void isNeitherRunningNorAStrangerWhenTheProcessIsGone() throws IOException {
    write("%d\n%s\n1700000000\n5432\n".formatted(NO_PROCESS, cluster));
    Postmaster postmaster = Postmaster.of(cluster).orElseThrow();
    assertThat(postmaster.isRunning()).isFalse();
    assertThat(postmaster.isStranger()).isFalse();
  }

  @Test
  void isAStrangerWhenTheProcessIsNotPostgreSql() throws IOException {
    write("%d\n%s\n1700000000\n5432\n".formatted(ProcessHandle.current().pid(), cluster));
    Postmaster postmaster = Postmaster.of(cluster).orElseThrow();
    assertThat(postmaster.isRunning()).isFalse();
    assertThat(postmaster.isStranger()).isTrue();
  }

  private void write(String content) throws IOException {
    Files.writeString(cluster.resolve("postmaster.pid"), content);
  }
}
