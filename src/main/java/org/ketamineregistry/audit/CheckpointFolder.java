package org.ketamineregistry.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder that checkpoints are written to, one small JSON file each, with the public key beside
 * them. Whoever copies it elsewhere can prove what the log held.
 */
public final class CheckpointFolder {
  private static final String KEY = "public-key-%s.pem";
  private static final int NAMED = 12;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a checkpoint; a file is there whole or not at all. The name has part of the link, so
   * that a log that was written anew does not take the place of what was said of it before.
   */
  public void write(Checkpoint checkpoint, VerificationKey key) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("position", checkpoint.position());
    content.put("number", checkpoint.number());
    content.put("link", checkpoint.link());
    content.put("time", checkpoint.time().toString());
    content.put("signature", checkpoint.signature());
    try {
      Files.createDirectories(folder);
      Path publicKey = folder.resolve(KEY.formatted(Chain.sha256(key.pem()).substring(0, NAMED)));
      if (Files.notExists(publicKey)) {
        Files.writeString(publicKey, key.pem());
      }
      Path unfinished = Files.createTempFile(folder, "unfinished-", ".tmp");
      JSON.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), content);
      Files.move(
          unfinished,
          folder.resolve(
              "checkpoint-%012d-%s.json"
                  .formatted(checkpoint.position(), checkpoint.link().substring(0, NAMED))),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("A checkpoint cannot be written to " + folder, e);
    }
  }

  /**
   * The checkpoints in the folder, in the order of the log; none where there is no folder.
   *
   * @throws UncheckedIOException where a file is none
   */
  public List<Checkpoint> read() {
    List<Checkpoint> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "checkpoint-*.json")) {
      for (Path file : files) {
        found.add(read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoints cannot be read from " + folder, e);
    }
    found.sort(Comparator.comparingLong(Checkpoint::position));
    return found;
  }

  private static Checkpoint read(Path file) throws IOException {
    try {
      var content = JSON.readTree(file.toFile());
      return new Checkpoint(
          content.path("position").asLong(),
          content.path("number").asLong(),
          content.path("link").asText(),
          Instant.parse(content.path("time").asText()),
          content.path("signature").asText());
    } catch (RuntimeException e) {
      throw new IOException("This is no checkpoint: " + file, e);
    }
  }
}
