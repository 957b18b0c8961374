package org.ketamineregistry.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to a data folder; the operating system takes it back from a killed
 * process.
 */
final class FolderLock implements AutoCloseable {

  /**
   * The folders that this process holds. A second channel to a lock file must not even be opened in
   * the same process: on POSIX systems closing it would release the lock of the first.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param folder the real path of an existing folder
   * @throws DatabaseStartException when it is held
   */
  static FolderLock take(Path folder) throws IOException {
    if (!HELD.add(folder)) {
      throw taken(folder);
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve("registry.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw taken(folder);
      }
      return new FolderLock(folder, channel);
    } catch (IOException | RuntimeException refused) {
      release(folder, channel);
      throw refused;
    }
  }

  @Override
  public void close() throws IOException {
    release(folder, channel);
  }

  private static void release(Path folder, @Nullable FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
    HELD.remove(folder);
  }

  private static DatabaseStartException taken(Path folder) {
    return new DatabaseStartException(
        "Another running registry uses the data folder " + folder,
        "Stop the other registry, or give this one a folder of its own with"
            + " registry.database.directory.");
  }
}
