package org.ketamineregistry.network;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member as somebody wrote it down, of which nothing is known to be right yet.
 *
 * @param id by which the network is to know it
 * @param name its name, for people
 * @param country by ISO 3166-1, two capital letters
 * @param address its FHIR base
 * @param tokens the one address where access tokens for it are got; null where none is told
 * @param guideVersions the versions of the guide that it works by
 * @param tlsKeys the SHA-256 digests of its TLS keys, in Base64; empty for any trusted certificate
 */
public record MemberEntry(
    String id,
    String name,
    String country,
    String address,
    @Nullable String tokens,
    List<String> guideVersions,
    List<String> tlsKeys) {
  /** What a member's id is made of. */
  static final String ID = "[A-Za-z0-9][A-Za-z0-9.\\-]{0,63}";

  private static final String VERSION = "[0-9]+\\.[0-9]+\\.[0-9]+(-[A-Za-z0-9.\\-]+)?";
  private static final int DIGEST = 32;

  public MemberEntry {
    guideVersions = List.copyOf(guideVersions);
    tlsKeys = List.copyOf(tlsKeys);
  }

  /** Everything that keeps it out of a directory, in sentences for whoever wrote it down. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!id.matches(ID)) {
      problems.add("id: 1 to 64 letters, digits, full stops and hyphens, such as gb.");
    }
    if (name.isBlank()) {
      problems.add("name: the registry's name, for people.");
    }
    if (!country.matches("[A-Z]{2}")) {
      problems.add("country: two capital letters of ISO 3166, such as GB.");
    }
    Optional<URI> base = Member.base(address);
    if (base.isEmpty()) {
      problems.add(
          "address: the FHIR base of the registry, which begins with https:// and has no query;"
              + " http:// is for registries on this machine alone.");
    }
    if (tokens != null && Member.address(tokens).isEmpty()) {
      problems.add("tokens: an address that begins with https:// and has no query.");
    }
    if (tokens == null && base.filter(one -> !Member.isOnThisMachine(one)).isPresent()) {
      problems.add(
          "tokens: the address where access tokens are got, as token_endpoint in"
              + " [address]/.well-known/smart-configuration.");
    }
    if (guideVersions.isEmpty()
        || !guideVersions.stream().allMatch(version -> version.matches(VERSION))) {
      problems.add("guide-versions: the versions of the guide that it works by, such as [0.3.0].");
    }
    if (!tlsKeys.stream().allMatch(MemberEntry::isDigest)) {
      problems.add("tls-keys: each is the SHA-256 digest of a public key, in Base64.");
    }
    return problems;
  }

  private static boolean isDigest(String text) {
    try {
      return Base64.getDecoder().decode(text).length == DIGEST;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
