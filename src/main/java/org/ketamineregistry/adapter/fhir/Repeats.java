package org.ketamineregistry.adapter.fhir;

import java.util.HashMap;
import java.util.Map;
import org.ketamineregistry.adapter.fhir.Head.Version;

/**
 * Which versions of a resource are older than another that is there too. Resources that are there
 * once, which nearly all are, take no memory of their own: a field of bits tells them apart, and
 * one that is taken for repeated by chance is only looked at for nothing.
 */
final class Repeats {
  private static final int BITS = 26;

  private final long[] seen = new long[1 << (BITS - 6)];
  private final Map<Long, Version> latest = new HashMap<>();

  /** Takes note of a resource, as the first look at the files finds it. */
  void note(Head head) {
    long resource = head.resource();
    if (resource == 0) {
      return;
    }
    int bit = (int) ((resource * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
    long mask = 1L << bit;
    if ((seen[bit >> 6] & mask) == 0) {
      seen[bit >> 6] |= mask;
    } else {
      latest.merge(resource, head.version(), (one, other) -> other.isOlderThan(one) ? one : other);
    }
  }

  /** Whether a newer version is there, or was; asked in the order of the files. */
  boolean isOld(Head head) {
    Version known = latest.get(head.resource());
    if (known == null) {
      return false;
    }
    if (head.version().isOlderThan(known)) {
      return true;
    }
    latest.put(head.resource(), head.version());
    return false;
  }
}
