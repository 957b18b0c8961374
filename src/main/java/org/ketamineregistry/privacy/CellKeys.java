package org.ketamineregistry.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The permanent secret keys of all that is counted, derived by HMAC-SHA-256 under one key of the
 * registry. The key of a cell is the sum of its members' keys modulo 2<sup>64</sup> (Fraser and
 * Wooton 2005; Marley and Leaver 2011), so that it does not depend on how the cell was asked for.
 *
 * <p>The noise is not looked up by that sum but by a second HMAC of it. Sums of keys are linear:
 * who knows two disjoint cells and sees their noise could tell something of the noise of their
 * union. After the HMAC the noise of every set of members is independent of that of all others.
 */
public final class CellKeys {
  private static final int LEAST_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  /**
   * Keyed, never fed, and cloned for each use: to make and key one anew costs ten times as much.
   */
  private final Mac keyed;

  private CellKeys(Mac keyed) {
    this.keyed = keyed;
  }

  /**
   * Keys under a secret that never leaves the registry and never changes: with another one all
   * noise is drawn anew, and who has both answers can average.
   *
   * @param secret 32 random bytes or more
   * @throws IllegalArgumentException where it is shorter
   */
  public static CellKeys of(byte[] secret) {
    if (secret.length < LEAST_BYTES) {
      throw new IllegalArgumentException("The secret of the cell keys has less than 32 bytes.");
    }
    try {
      Mac keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(secret, ALGORITHM));
      return new CellKeys(keyed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  /**
   * The key of one counting unit.
   *
   * @param id what names the unit for ever: of a patient the person, so that linked pseudonyms have
   *     one key; of all others the id of the record
   * @return all 64 bits are used; to be added up with overflow
   */
  public long unit(CountingUnit unit, String id) {
    return mac("unit", unit, id.getBytes(StandardCharsets.UTF_8));
  }

  /** The number by which a cell's noise is looked up, uniform over 64 bits. */
  long draw(CountingUnit unit, long cellKey) {
    return mac("cell", unit, ByteBuffer.allocate(Long.BYTES).putLong(cellKey).array());
  }

  private long mac(String use, CountingUnit unit, byte[] content) {
    try {
      Mac mac = (Mac) keyed.clone();
      mac.update((use + '|' + unit.code() + '|').getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(mac.doFinal(content)).getLong();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HmacSHA256 of the Java platform can be cloned.", e);
    }
  }
}
