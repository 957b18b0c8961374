package org.ketamineregistry.network;

import java.util.Arrays;
import java.util.Optional;

/**
 * What became of a question at a member; the codes are those of the guide's AnswerStatusCS. Zero,
 * withheld, refused, late and failed never look alike (R10, R20).
 */
public enum MemberStatus {
  COMPLETE("complete"),
  /** It has no records of what is asked about. */
  NO_DATA("no-data"),
  /** It has an answer, and protection keeps it or a part of it back. */
  WITHHELD("withheld"),
  /** A person there has to decide. */
  DEFERRED("deferred"),
  DISALLOWED("disallowed"),
  ERROR("error"),
  UNREACHABLE("unreachable"),
  TIMED_OUT("timed-out"),
  VERSION_MISMATCH("version-mismatch");

  private final String code;

  MemberStatus(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Whether the member has answered, so that it is part of the merged answer. */
  public boolean isInTheAnswer() {
    return this == COMPLETE || this == NO_DATA || this == WITHHELD;
  }

  /** Whether nothing else is to be expected of the member. */
  boolean isLasting() {
    return isInTheAnswer() || this == DISALLOWED || this == ERROR || this == VERSION_MISMATCH;
  }

  /** The status of a code. */
  public static Optional<MemberStatus> coded(String code) {
    return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst();
  }
}
