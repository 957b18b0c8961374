package org.ketamineregistry.cli.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * The folder of a source: since when the next round asks, and the round that is under way with what
 * it fetched. It is of one process at a time, and can be read by its owner alone.
 */
final class StateFolder implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private StateFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens it, and makes it where there is none.
   *
   * @throws Unusable where another process has it
   */
  static StateFolder open(Path folder) throws IOException, Unusable {
    if (!Files.isDirectory(folder)) {
      Path made = Files.createDirectories(folder);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
      }
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new StateFolder(folder, channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // It is told like one of another process.
    }
    channel.close();
    throw new Unusable(
        "Another process brings this source: it has the folder "
            + folder
            + ". Two on the same folder would send everything twice.");
  }

  /**
   * As of when a source is known whole; empty where it is not.
   *
   * @param identity of the source and the mapping
   */
  String since(String identity) throws IOException {
    JsonNode since = read("since.json");
    return since.path("of").asText().equals(identity) ? since.path("since").asText() : "";
  }

  /** Keeps that a round came to its end. */
  void known(String identity, String transactionTime) throws IOException {
    ObjectNode since = JSON.createObjectNode();
    since.put("of", identity).put("since", transactionTime);
    write("since.json", since);
  }

  /**
   * The round that is under way, or a new one.
   *
   * @param identity of what it fetches
   */
  Round round(String identity) throws IOException {
    Round left = Round.of(read("round.json"));
    if (left.identity().equals(identity)) {
      return left;
    }
    end();
    Round begun = Round.begun(identity);
    keep(begun);
    return begun;
  }

  void keep(Round round) throws IOException {
    write("round.json", round.json());
  }

  /** The file of a run's state. */
  Path run() {
    return folder.resolve("run.json");
  }

  /** Where fetched files stand. */
  Path fetched() throws IOException {
    return Files.createDirectories(folder.resolve("fetched"));
  }

  /** A name for refused resources that is free. */
  Path refused() {
    Path free = folder.resolve("source-refused.ndjson");
    for (int number = 2; Files.exists(free); number++) {
      free = folder.resolve("source-refused-" + number + ".ndjson");
    }
    return free.toAbsolutePath();
  }

  /** Forgets the round and all that it fetched. */
  void end() throws IOException {
    Files.deleteIfExists(folder.resolve("round.json"));
    Files.deleteIfExists(run());
    List<Path> files;
    try (Stream<Path> all = Files.list(fetched())) {
      files = all.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private JsonNode read(String name) throws IOException {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.missingNode();
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is not what this program wrote; move the folder away.", e);
    }
  }

  private void write(String name, JsonNode json) throws IOException {
    Path next = folder.resolve(name + ".next");
    try (FileChannel open =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer content = ByteBuffer.wrap(JSON.writeValueAsBytes(json));
      while (content.hasRemaining()) {
        open.write(content);
      }
      open.force(true);
    }
    Files.move(
        next,
        folder.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    }
  }
}
