package org.ketamineregistry.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A signed statement of how far the log went and what it was then. A copy of it that is kept
 * elsewhere proves what the log held, whoever has had the database in his hands since.
 *
 * @param position how many rows were sealed
 * @param number the number of the last one
 * @param link the chain's link there
 * @param time when it was made
 * @param signature Ed25519 over {@link #signed}, in Base64
 */
public record Checkpoint(long position, long number, String link, Instant time, String signature) {

  /** Makes a checkpoint of what a seal stands for. */
  public static Checkpoint of(Seal seal, Instant time, CheckpointKey key) {
    var unsigned = new Checkpoint(seal.position(), seal.number(), seal.link(), time, "");
    return new Checkpoint(
        seal.position(), seal.number(), seal.link(), time, key.sign(unsigned.signed()));
  }

  /** What is signed: five lines of text. */
  byte[] signed() {
    return "Ketamine Registry, checkpoint of the audit, form 1\n%d\n%d\n%s\n%s\n"
        .formatted(position, number, link, time)
        .getBytes(StandardCharsets.UTF_8);
  }
}
