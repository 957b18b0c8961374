package org.ketamineregistry.subscription;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * To which addresses the registry calls: those of the open Internet, since whoever names a hook
 * could otherwise reach what only the registry's own network reaches. It is asked of each address
 * that a name has, each time, and the call goes to that very address.
 */
public final class AddressGuard {
  /** Every block that is not for anybody on the Internet (IANA's special-purpose registries). */
  private static final List<Block> CLOSED_4 =
      List.of(
          Block.of(8, 0),
          Block.of(8, 10),
          Block.of(10, 100, 64),
          Block.of(8, 127),
          Block.of(16, 169, 254),
          Block.of(12, 172, 16),
          Block.of(24, 192, 0, 0),
          Block.of(24, 192, 0, 2),
          Block.of(24, 192, 31, 196),
          Block.of(24, 192, 52, 193),
          Block.of(24, 192, 88, 99),
          Block.of(16, 192, 168),
          Block.of(24, 192, 175, 48),
          Block.of(15, 198, 18),
          Block.of(24, 198, 51, 100),
          Block.of(24, 203, 0, 113),
          Block.of(3, 224));

  /** Of IPv6 global unicast is open, save what leads into IPv4 or to nobody. */
  private static final Block OPEN_6 = Block.of(3, 0x20);

  private static final List<Block> CLOSED_6 =
      List.of(
          Block.of(23, 0x20, 0x01, 0x00),
          Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
          Block.of(16, 0x20, 0x02),
          Block.of(48, 0x26, 0x20, 0x00, 0x4f, 0x80, 0x00),
          Block.of(20, 0x3f, 0xff, 0x00));

  private final boolean openMode;
  private final Set<String> hosts;

  /**
   * @param openMode whether the registry is open to this machine alone, whose own addresses may
   *     then be called
   * @param hosts names that may have any address, since the operator trusts them
   */
  public AddressGuard(boolean openMode, Set<String> hosts) {
    this.openMode = openMode;
    this.hosts =
        hosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a host may be called at one of its addresses. */
  public boolean allows(String host, InetAddress address) {
    return hosts.contains(host.toLowerCase(Locale.ROOT))
        || isOpen(address)
        || (openMode && address.isLoopbackAddress());
  }

  /** Whether the registry itself, and nobody else, has a host's name. */
  boolean isThisMachine(String host) {
    return openMode && Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
  }

  /** An IPv4 address that is written as one of IPv6 is the former to Java. */
  private static boolean isOpen(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? CLOSED_4.stream().noneMatch(block -> block.holds(bytes))
        : OPEN_6.holds(bytes) && CLOSED_6.stream().noneMatch(block -> block.holds(bytes));
  }

  /** The addresses that begin with the same bits. */
  private record Block(int bits, List<Integer> start) {
    static Block of(int bits, Integer... start) {
      return new Block(bits, List.of(start));
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        int wanted = bit / 8 < start.size() ? start.get(bit / 8) : 0;
        if ((address[bit / 8] & mask) != (wanted & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
