package org.ketamineregistry.network;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registry of the network, as the directory describes it.
 *
 * @param id by which the network knows it
 * @param name its name, for people
 * @param jurisdiction the country whose rules it keeps to, by ISO 3166-1; empty where none is told
 * @param base its FHIR base, without a slash at its end
 * @param tokens the one address where access tokens for it are got; null where it asks for none
 * @param guideVersions the versions of the guide that it works by
 * @param tlsKeys the SHA-256 digests of its TLS keys, in Base64; empty where any certificate will
 *     do that the machine trusts
 */
public record Member(
    String id,
    String name,
    String jurisdiction,
    URI base,
    @Nullable URI tokens,
    Set<String> guideVersions,
    Set<String> tlsKeys) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public Member {
    guideVersions = Set.copyOf(guideVersions);
    tlsKeys = Set.copyOf(tlsKeys);
  }

  /** Where tokens are got. */
  public Optional<URI> tokenAddress() {
    return Optional.ofNullable(tokens);
  }

  /** Whether both sides work by the same version of the guide. */
  public boolean worksBy(String guideVersion) {
    return guideVersions.contains(guideVersion);
  }

  /** Whether an address is one of this member's: below its base, or where its tokens are got. */
  public boolean owns(URI address) {
    return address.equals(tokens)
        || (address.toString().startsWith(base + "/") && address.normalize().equals(address));
  }

  /**
   * An address of a member; empty where nobody may be spoken to at it: it is none, what travels
   * there can be read on the way, or it has more than a path.
   */
  static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      if (isConfidential(address)
          && address.getQuery() == null
          && address.getFragment() == null
          && address.getUserInfo() == null) {
        return Optional.of(address.normalize());
      }
    } catch (IllegalArgumentException e) {
      // It is no address at all.
    }
    return Optional.empty();
  }

  /** A FHIR base, which has no slash at its end; empty as {@link #address}. */
  static Optional<URI> base(String text) {
    return address(text.replaceAll("/+$", ""));
  }

  /** Whether what travels to an address cannot be read on the way. */
  private static boolean isConfidential(URI address) {
    return ("https".equals(address.getScheme()) && address.getHost() != null)
        || isOnThisMachine(address);
  }

  static boolean isOnThisMachine(URI address) {
    return "http".equals(address.getScheme())
        && address.getHost() != null
        && LOOPBACK.contains(address.getHost());
  }
}
