package org.ketamineregistry.adapter.hl7v2;

import java.time.Duration;

/**
 * How much of a listener anybody may take.
 *
 * @param connections at once; whoever comes then waits to be let in
 * @param largest message in bytes
 * @param idle how long a connection may be silent between messages
 * @param message how long a message may take from its first byte to its last
 * @param answer how long the taking of an answer may last
 */
public record Bounds(
    int connections, int largest, Duration idle, Duration message, Duration answer) {
  /** More senders than a clinic has. */
  public static final int MOST_CONNECTIONS = 64;

  private static final int LARGEST = 1024 * 1024;

  public Bounds {
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException("There are 1 to 64 connections.");
    }
  }

  /** What a clinic needs. */
  public static Bounds usual(int connections) {
    return new Bounds(
        connections,
        LARGEST,
        Duration.ofMinutes(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30));
  }
}
