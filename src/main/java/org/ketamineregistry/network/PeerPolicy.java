package org.ketamineregistry.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How questions of a peer about an indicator are met (R10, R20); the guide's PeerPolicyCS. */
public enum PeerPolicy {
  /** They are answered. What is answered is protected all the same. */
  AUTOMATIC,
  /** A steward decides about each of them. */
  AFTER_A_LOOK,
  /** They are not answered. */
  NEVER;

  /** The code, for example {@code after-a-look}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The policy of a code. */
  public static Optional<PeerPolicy> coded(String code) {
    return Arrays.stream(values()).filter(policy -> policy.code().equals(code)).findFirst();
  }
}
