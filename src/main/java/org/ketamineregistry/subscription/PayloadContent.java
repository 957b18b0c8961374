package org.ketamineregistry.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How much a notification says. A record itself is never in one: it is read with a token, and
 * access and consent are asked then.
 */
public enum PayloadContent {
  /** That something happened, and nothing of what. */
  EMPTY,
  /** Which record it is about. */
  ID_ONLY;

  /** The code of HL7, {@code id-only} for example. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The content of a code. */
  public static Optional<PayloadContent> coded(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
