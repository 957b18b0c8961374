package org.ketamineregistry.cli.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.text.ParseException;
import java.util.Set;

/**
 * The public keys of a client: a JSON Web Key Set, or the https address of one, which lets the
 * client change its keys by itself.
 */
public final class PublicKeys {
  private static final int SMALLEST_RSA = 2048;
  private static final Set<String> ALGORITHMS =
      Set.of(JWSAlgorithm.RS384.getName(), JWSAlgorithm.ES384.getName());

  private final String text;
  private final boolean address;

  private PublicKeys(String text, boolean address) {
    this.text = text;
    this.address = address;
  }

  /**
   * Keys as a set.
   *
   * @throws IllegalArgumentException where it is no set of public keys for RS384 or ES384, with a
   *     {@code kid} each
   */
  public static PublicKeys of(String set) {
    JWKSet keys;
    try {
      keys = JWKSet.parse(set);
    } catch (ParseException e) {
      throw new IllegalArgumentException("This is no JSON Web Key Set: {\"keys\": […]}.", e);
    }
    if (keys.isEmpty() || !keys.getKeys().stream().allMatch(PublicKeys::isUsable)) {
      throw new IllegalArgumentException(
          "Each key is public and has a kid: RSA of 2048 bits or more with alg RS384, or EC of curve"
              + " P-384 with alg ES384. A private key stays with the client.");
    }
    // Keycloak looks at keys for signatures only, and many tools leave out what a key is for.
    return new PublicKeys(
        new JWKSet(keys.getKeys().stream().map(PublicKeys::forSignatures).toList()).toString(true),
        false);
  }

  /**
   * Keys at an address.
   *
   * @throws IllegalArgumentException where it is no https address
   */
  public static PublicKeys at(URI address) {
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("The address of a key set begins with https://.");
    }
    return new PublicKeys(address.toString(), true);
  }

  private static boolean isUsable(JWK key) {
    boolean strong =
        key instanceof RSAKey
            ? key.size() >= SMALLEST_RSA
            : key.getKeyType().equals(KeyType.EC) && key.size() == 384;
    return strong
        && !key.isPrivate()
        && key.getKeyID() != null
        && key.getAlgorithm() != null
        && ALGORITHMS.contains(key.getAlgorithm().getName());
  }

  private static JWK forSignatures(JWK key) {
    return key instanceof RSAKey rsa
        ? new RSAKey.Builder(rsa).keyUse(KeyUse.SIGNATURE).keyOperations(null).build()
        : new ECKey.Builder(key.toECKey()).keyUse(KeyUse.SIGNATURE).keyOperations(null).build();
  }

  boolean isAddress() {
    return address;
  }

  String text() {
    return text;
  }
}
