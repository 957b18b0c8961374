package org.ketamineregistry.audit;

/**
 * A link of the chain.
 *
 * @param position from 1, without gaps
 * @param number the number of the row that it seals
 * @param rowHash the hash of that row
 * @param link the chain's link here, see {@link Chain#link}
 */
public record Seal(long position, long number, String rowHash, String link) {

  /** The seal of the next row, after a seal or, where it is the first, after none. */
  public static Seal next(long position, String before, AuditRow row) {
    String hash = Chain.hash(row);
    return new Seal(position, row.number(), hash, Chain.link(before, position, hash));
  }

  /** Whether this link follows from the one before. */
  boolean follows(String before) {
    return link.equals(Chain.link(before, position, rowHash));
  }
}
