package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How far a run has come, in a small file beside its source. It is replaced as a whole, so that a
 * machine that stops leaves the one before. It holds numbers and reasons, and nothing of an item.
 */
public final class StateFile implements Standing {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final String identity;
  private final String refused;

  /**
   * What an earlier run left.
   *
   * @param refused the file of its refused items
   */
  public record State(long settled, String refused, long refusedBytes, Tally tally) {}

  /**
   * @param identity what the run is about: source, mapping, registry and key as one digest
   * @param refused the name of the file of refused items
   */
  public StateFile(Path file, String identity, String refused) {
    this.file = file;
    this.identity = identity;
    this.refused = refused;
  }

  /**
   * What an earlier run about the same thing left when it ended early.
   *
   * @throws IOException where the file is there and cannot be read
   */
  public static Optional<State> left(Path file, String identity) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode state = JSON.readTree(file.toFile());
    return state.path("of").asText().equals(identity)
        ? Optional.of(
            new State(
                state.path("settled").asLong(),
                state.path("refused").asText(),
                state.path("refusedBytes").asLong(),
                Tally.of(state.path("tally"))))
        : Optional.empty();
  }

  @Override
  public void keep(long settled, long refusedBytes, Tally tally) throws IOException {
    ObjectNode state = JSON.createObjectNode();
    state.put("of", identity).put("settled", settled);
    state.put("refused", refused).put("refusedBytes", refusedBytes);
    state.set("tally", tally.json());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer content = ByteBuffer.wrap(JSON.writeValueAsBytes(state));
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets a run that has come to its end. */
  public void done() throws IOException {
    Files.deleteIfExists(file);
  }
}
