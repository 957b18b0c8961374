package org.ketamineregistry.cli.adapt;

import org.ketamineregistry.adapter.Sha256;

/** What a run is about, as one text that tells nothing of it. */
public final class Digest {
  private Digest() {}

  /** SHA-256 of texts, each apart from the next. */
  public static String of(String... texts) {
    return Sha256.of(String.join("\0", texts) + '\0');
  }
}
