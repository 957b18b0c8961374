package org.ketamineregistry.adapter.hl7v2;

/**
 * A message that was handled.
 *
 * @param control its control id (MSH-10); empty where it has none that can be repeated
 * @param type such as {@code ORU^R01}; empty where it is none that is taken
 * @param acknowledgement what became of it
 * @param answer the acknowledgement as it is sent
 * @param unreachable whether it was refused because no registry was there, so that the same may be
 *     accepted later
 */
@SuppressWarnings("ArrayRecordComponent") // what was handled is sent, never compared
public record Handled(
    String control, String type, Acknowledgement acknowledgement, byte[] answer, boolean unreachable) {}
