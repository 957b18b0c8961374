package org.ketamineregistry.adapter.mapping;

import org.ketamineregistry.refusal.ErrorCode;

/** What cannot be read; the message says what would be right and never repeats what is there. */
public final class Unfit extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  public Unfit(ErrorCode code, String wanted) {
    super(wanted);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }

  public String wanted() {
    return String.valueOf(getMessage());
  }
}
