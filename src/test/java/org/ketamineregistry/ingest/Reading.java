package org.ketamineregistry.ingest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/** Reads texts as the first stage of the line does. */
final class Reading {
  private static final Ingest INGEST = new Ingest(GuideDefinitions.get());

  private Reading() {}

  static Submitted json(String text) {
    return read(Door.verdict(), Format.JSON, text);
  }

  static Submitted xml(String text) {
    return read(Door.verdict(), Format.XML, text);
  }

  static Submitted read(Door door, Format format, String text) {
    return INGEST.receive(incoming(door, format, text));
  }

  static Incoming incoming(Door door, Format format, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Incoming(door, format, body, Instant.EPOCH, "test", Caller.open());
  }

  /** The only problem for which bytes are refused before anybody reads them as FHIR. */
  static Problem refusal(byte[] body, Format format) {
    Refused refused = catchThrowableOfType(Refused.class, () -> TextCheck.wellFormed(body, format));
    return refused.problems().get(0);
  }

  static Problem refusal(String text, Format format) {
    return refusal(text.getBytes(StandardCharsets.UTF_8), format);
  }
}
