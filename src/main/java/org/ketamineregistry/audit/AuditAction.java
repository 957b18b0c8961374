package org.ketamineregistry.audit;

/** What was done: the codes of HL7's {@code audit-event-action}. */
public enum AuditAction {
  CREATE("C"),
  READ("R"),
  UPDATE("U"),
  DELETE("D"),
  /** A search, an operation, a bundle of several acts. */
  EXECUTE("E");

  private final String code;

  AuditAction(String code) {
    this.code = code;
  }

  /** The letter of HL7. */
  public String code() {
    return code;
  }

  /**
   * The action with a letter.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static AuditAction coded(String code) {
    for (AuditAction action : values()) {
      if (action.code.equals(code)) {
        return action;
      }
    }
    throw new IllegalArgumentException("There is no such action");
  }
}
