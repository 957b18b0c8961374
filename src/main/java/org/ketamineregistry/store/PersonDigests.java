package org.ketamineregistry.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Digests of persons under the registry's key, HMAC-SHA-256 in hexadecimal digits. By them an
 * erased person is known again without being remembered: without the key nobody can try pseudonyms
 * out.
 */
final class PersonDigests {
  private static final String PURPOSE = "registry.erasure|";

  private final SecretKey key;

  PersonDigests(SecretKey key) {
    this.key = key;
  }

  /**
   * The digests of persons.
   *
   * @param persons keys of persons: registry pseudonyms, or a clinic's id and its own pseudonym
   */
  Set<String> of(Collection<String> persons) {
    return persons.stream().map(this::of).collect(Collectors.toUnmodifiableSet());
  }

  private String of(String person) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of()
          .formatHex(mac.doFinal((PURPOSE + person).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No digest can be made", e);
    }
  }
}
