package org.ketamineregistry.privacy;

import java.util.Random;

/** Secrets of invented registries, the same for the same seed. */
final class Keys {
  private Keys() {}

  static CellKeys of(long seed) {
    byte[] secret = new byte[32];
    new Random(seed).nextBytes(secret);
    return CellKeys.of(secret);
  }
}
