package org.ketamineregistry.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A secret key of the registry, kept as a file of text that only its owner can read. */
public final class KeyFile {
  private static final int LARGEST = 64 * 1024;

  private KeyFile() {}

  /**
   * The key in a file. Where there is no file, or an empty one, a key is made, written to the disk
   * and read again; of any number of processes and threads that start at once one makes it, and all
   * read the same. A file that cannot be written, such as a mounted secret, is read as it is.
   *
   * @param made makes a key, as text
   * @throws UncheckedIOException where the file cannot be read or made
   */
  public static synchronized String read(Path file, Supplier<String> made) {
    try {
      if (Files.exists(file) && !Files.isWritable(file)) {
        return Files.readString(file);
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  Set.of(
                      StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                  ownersAlone(file));
          FileLock lock = channel.lock()) {
        if (channel.size() == 0) {
          write(channel, made.get());
        }
        return read(channel);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The key is not readable: " + file, e);
    }
  }

  private static void write(FileChannel channel, String key) throws IOException {
    ByteBuffer content = StandardCharsets.UTF_8.encode(key);
    while (content.hasRemaining()) {
      channel.write(content);
    }
    channel.force(true);
  }

  private static String read(FileChannel channel) throws IOException {
    if (channel.size() > LARGEST) {
      throw new IOException("A key is shorter");
    }
    ByteBuffer content = ByteBuffer.allocate((int) channel.size());
    channel.position(0);
    while (content.hasRemaining() && channel.read(content) >= 0) {
      // Until all is read.
    }
    return StandardCharsets.UTF_8.decode(content.flip()).toString();
  }

  private static FileAttribute<?>[] ownersAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
