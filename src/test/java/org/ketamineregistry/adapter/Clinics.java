package org.ketamineregistry.adapter;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Clinics that bring something, always by the same key. */
public final class Clinics {
  private static final byte[] KEY =
      "a key of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8);

  private Clinics() {}

  public static Site riverside() {
    return new Site("GB-0001", "https://riverside.example", ZoneId.of("Europe/London"), pseudonyms());
  }

  public static Pseudonyms pseudonyms() {
    return Pseudonyms.under(KEY);
  }
}
