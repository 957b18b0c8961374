package org.ketamineregistry.privacy;

/**
 * Why a value is not shown. The reasons are few on purpose: one that said "nearly all" or "too few
 * clinics" would itself tell what is withheld.
 */
public enum Withholding {
  /**
   * The cell has too few persons, none included, or comes from too few clinics, or would tell of a
   * group that nearly everybody or nearly nobody in it has a property. Which of these is not said.
   */
  PROTECTED("protected"),
  /** A part of it is withheld, so that it cannot be computed. */
  PART_WITHHELD("part-withheld");

  private final String code;

  Withholding(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
