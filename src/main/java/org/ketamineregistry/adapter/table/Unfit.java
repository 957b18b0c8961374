package org.ketamineregistry.adapter.table;

import org.ketamineregistry.refusal.ErrorCode;

/** A cell that cannot be read; the message says what would be right and never repeats the cell. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  Unfit(ErrorCode code, String wanted) {
    super(wanted);
    this.code = code;
  }

  ErrorCode code() {
    return code;
  }

  String wanted() {
    return String.valueOf(getMessage());
  }
}
