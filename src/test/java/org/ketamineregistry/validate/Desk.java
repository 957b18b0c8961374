package org.ketamineregistry.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/** Ingest and validation as they stand in the server, at a fixed time. */
public final class Desk {
  static final Path EXAMPLES = Path.of("profiles/package/example");

  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final Ingest INGEST = new Ingest(GuideDefinitions.get());
  private static final Validation VALIDATION =
      new Validation(GuideDefinitions.get(), Clock.fixed(NOW, ZoneOffset.UTC), 1);

  private Desk() {}

  static List<Problem> problems(String text, Format format) {
    Incoming incoming = incoming(text, format);
    try {
      return VALIDATION.verdict(INGEST.receive(incoming), List.of()).problems();
    } catch (Refused refused) {
      return Places.place(incoming, refused.problems());
    }
  }

  public static List<Problem> problems(String json) {
    return problems(json, Format.JSON);
  }

  static Verdict verdict(String json) {
    return VALIDATION.verdict(receive(json), List.of());
  }

  static Validated check(String json) {
    return VALIDATION.check(receive(json));
  }

  static Submitted receive(String json) {
    return INGEST.receive(incoming(json, Format.JSON));
  }

  static String example(String name) {
    return read(EXAMPLES.resolve(name + ".json"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Incoming incoming(String text, Format format) {
    return new Incoming(
        Door.verdict(), format, text.getBytes(StandardCharsets.UTF_8), NOW, "test", Caller.open());
  }
}
