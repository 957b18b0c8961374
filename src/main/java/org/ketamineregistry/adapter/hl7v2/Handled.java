package org.ketamineregistry.adapter.hl7v2;

/**
 * A message that was handled.
 *
 * @param acknowledgement what the sender is told
 * @param answer the same as it is sent
 */
@SuppressWarnings("ArrayRecordComponent") // what was handled is sent, never compared
public record Handled(Fate fate, Acknowledgement acknowledgement, byte[] answer) {
  /** What became of a message. */
  public enum Fate {
    /** Records were made or changed. */
    ACCEPTED,
    /** The registry had all of it. */
    UNCHANGED,
    /** It has nothing for the registry, as configured. */
    PASSED_OVER,
    /** Nothing of it was kept. */
    REFUSED,
    /** No registry was there: the same may be accepted later. */
    UNREACHABLE
  }
}
