package org.ketamineregistry.network;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of the network, in a version that somebody whom this registry trusts has signed.
 *
 * @param network what the network is called, by the directory's identifier
 * @param version a whole number that only rises
 * @param digest the SHA-256 digest of the signed text, in hexadecimal: one version is one text
 * @param members by their ids, in the order of the document
 */
public record Directory(String network, long version, String digest, Map<String, Member> members) {
  public Directory {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** All members. */
  public Collection<Member> all() {
    return members.values();
  }

  public Optional<Member> member(String id) {
    return Optional.ofNullable(members.get(id));
  }

  /**
   * Takes the place of the directory that was accepted last.
   *
   * @param accepted the version and the digest that were accepted last
   * @throws DirectoryRefused where this one is older, or another text of the same version: who was
   *     taken off the list does not come back by an old copy
   */
  public void replaces(Accepted accepted) {
    if (version < accepted.version()) {
      throw new DirectoryRefused(
          DirectoryRefused.Reason.OLD_VERSION,
          "Version %d of the directory is older than version %d, which was in use before."
              .formatted(version, accepted.version()));
    }
    if (version == accepted.version() && !digest.equals(accepted.digest())) {
      throw new DirectoryRefused(
          DirectoryRefused.Reason.OLD_VERSION,
          "Version %d of the directory was in use with another content: a change needs a new version."
              .formatted(version));
    }
  }

  /** What was accepted last. */
  public record Accepted(long version, String digest) {}
}
