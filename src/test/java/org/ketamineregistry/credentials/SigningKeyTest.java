package org.ketamineregistry.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which private keys a system may have, and how it signs by them. */
class SigningKeyTest {
  private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder().subject("one").build();

  private static KeyPair rsa(int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static KeyPair ec(String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  @Test
  void signsByRsa() throws Exception {
    KeyPair pair = rsa(2048);
    SignedJWT signed = SignedJWT.parse(SigningKey.of(pem(pair), "one").sign(CLAIMS));

    assertThat(signed.getHeader().toJSONObject())
        .containsEntry("alg", "RS384")
        .containsEntry("typ", "JWT")
        .containsEntry("kid", "one");
    assertThat(signed.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic()))).isTrue();
  }

  @Test
  void signsByAnEllipticCurve() throws Exception {
    KeyPair pair = ec("secp384r1");
    SignedJWT signed = SignedJWT.parse(SigningKey.of(pem(pair), "one").sign(CLAIMS));

    assertThat(signed.getHeader().getAlgorithm().getName()).isEqualTo("ES384");
    assertThat(signed.verify(new ECDSAVerifier((ECPublicKey) pair.getPublic()))).isTrue();
  }

  @Test
  void hasAnId() throws Exception {
    String key = pem(ec("secp384r1"));

    assertThatThrownBy(() -> SigningKey.of(key, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kid");
  }

  @Test
  void isStrong() throws Exception {
    String small = pem(rsa(1024));
    String other = pem(ec("secp256r1"));

    assertThatThrownBy(() -> SigningKey.of(small, "one")).hasMessageContaining("RS384");
    assertThatThrownBy(() -> SigningKey.of(other, "one")).hasMessageContaining("RS384");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"kid\":\"1\"}", "secret"})
  void isNotWhateverStandsInAFile(String text) {
    assertThatThrownBy(() -> SigningKey.of(text, "one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("c2VjcmV0")
        .hasNoCause();
  }
}
