package org.ketamineregistry.privacy;

/**
 * How many units of one person count in a cell.
 *
 * @param quarter in a cell of one quarter, 1 to 50
 * @param year in a cell of a year, from as many as in a quarter to 50
 */
public record Cap(int quarter, int year) {
  static final int MOST = 50;

  public Cap {
    if (quarter < 1 || year < quarter || year > MOST) {
      throw new IllegalArgumentException(
          "A cap is 1 to 50, and that of a year is not under that of a quarter.");
    }
  }
}
