package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.identity.ClientKey;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** Tokens as an attacker makes them, keys that change, and a provider that goes away. */
class TokenReaderTest {
  private static final String ISSUER = "https://issuer.example/realms/x";
  private static final String AUDIENCE = "https://registry.example/fhir";

  private static final ClientKey KEY = ClientKey.fresh(JWSAlgorithm.RS256);
  private static final ClientKey OTHER = ClientKey.fresh(JWSAlgorithm.RS256);

  private HttpServer provider = serving(0, KEY.publicKeys());
  private TokenReader reader = reader("1ms");

  @BeforeEach
  void knowsTheKey() {
    assertThat(reader.caller(KEY.sign(claims().build())).role()).isEqualTo(Role.STEWARD);
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Nested
  class Forged {

    @Test
    void withoutASignature() {
      refuses(new PlainJWT(claims().build()).serialize(), ErrorCode.TOKEN_INVALID);
      String[] parts = KEY.sign(claims().build()).split("\\.");
      String none = Base64URL.encode("{\"alg\":\"none\"}").toString();
      refuses(none + "." + parts[1] + "." + parts[2], ErrorCode.TOKEN_INVALID);
      refuses(parts[0] + "." + parts[1] + ".", ErrorCode.TOKEN_INVALID);
      for (String name : List.of("None", "NONE", "nOnE", "", "null")) {
        String header = Base64URL.encode("{\"alg\":\"" + name + "\"}").toString();
        refuses(header + "." + parts[1] + ".", ErrorCode.TOKEN_INVALID);
      }
    }

    /** The public key, which everybody has, as if it were a shared secret. */
    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void signedWithThePublicKeyAsASecret(String algorithm) throws JOSEException {
      byte[][] secrets = {
        KEY.jwk().toRSAKey().toPublicKey().getEncoded(),
        KEY.publicKeys().getBytes(StandardCharsets.UTF_8),
        KEY.jwk().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)
      };
      for (byte[] secret : secrets) {
        var token =
            new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                    .keyID(KEY.jwk().getKeyID())
                    .build(),
                claims().build());
        token.sign(new MACSigner(secret));
        refuses(token.serialize(), ErrorCode.TOKEN_INVALID);
      }
    }

    @Test
    void signedByAnotherKey() {

      refuses(OTHER.sign(claims().build()), ErrorCode.TOKEN_INVALID);
      refuses(
          OTHER.sign(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.jwk().getKeyID()).build(),
              claims().build()),
          ErrorCode.TOKEN_INVALID);
    }

    /** The key that the token itself brings along, or an address of one. */
    @Test
    void bringingItsOwnKey() throws Exception {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(OTHER.jwk().getKeyID());

      refuses(
          OTHER.sign(header.jwk(OTHER.jwk().toPublicJWK()).build(), claims().build()),
          ErrorCode.TOKEN_INVALID);
      refuses(
          OTHER.sign(header.jwkURL(new URI("https://evil.example/keys")).build(), claims().build()),
          ErrorCode.TOKEN_INVALID);
    }

    @Test
    void changedOnTheWay() {
      String[] parts = KEY.sign(claims().build()).split("\\.");
      String payload =
          claims().claim("registry_role", "auditor").build().toPayload().toBase64URL().toString();

      refuses(parts[0] + "." + payload + "." + parts[2], ErrorCode.TOKEN_INVALID);
    }

    @Test
    void withAHeaderThatHasToBeUnderstoodAndIsNot() {
      refuses(
          KEY.sign(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(KEY.jwk().getKeyID())
                  .criticalParams(java.util.Set.of("x"))
                  .customParam("x", true)
                  .build(),
              claims().build()),
          ErrorCode.TOKEN_INVALID);
    }

    /** A client assertion or another kind of token that is signed by the provider itself. */
    @Test
    void ofAnotherType() {
      refuses(
          KEY.sign(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(KEY.jwk().getKeyID())
                  .type(new JOSEObjectType("logout+jwt"))
                  .build(),
              claims().build()),
          ErrorCode.TOKEN_INVALID);
    }

    @Test
    void asGarbage() {
      var random = new Random(1);
      String good = KEY.sign(claims().build());
      for (int i = 0; i < 2_000; i++) {
        byte[] bytes = good.getBytes(StandardCharsets.ISO_8859_1);
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
          // The last character of a part has bits that say nothing.
          bytes[random.nextInt(bytes.length - 2)] = (byte) (33 + random.nextInt(90));
        }
        String bad = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!decodesAlike(good, bad)) {
          refuses(bad, ErrorCode.TOKEN_INVALID);
        }
      }
      for (String bad :
          List.of(
              "",
              ".",
              "..",
              "...",
              "....",
              "a.b.c",
              "e30.e30.",
              "e30.e30.e30",
              good + ".",
              "." + good,
              good + "." + good,
              "x".repeat(100_000),
              Base64URL.encode("[".repeat(100_000)) + ".e30.e30",
              Base64URL.encode("{\"alg\":\"RS256\",\"kid\":" + "{\"a\":".repeat(50_000))
                  + ".e30.e30")) {
        refuses(bad, ErrorCode.TOKEN_INVALID);
      }
    }

    private boolean decodesAlike(String one, String other) {
      String[] a = one.split("\\.", -1);
      String[] b = other.split("\\.", -1);
      return b.length == 3
          && a[0].equals(b[0])
          && a[1].equals(b[1])
          && new Base64URL(a[2]).decode().length == new Base64URL(b[2]).decode().length
          && java.util.Arrays.equals(new Base64URL(a[2]).decode(), new Base64URL(b[2]).decode());
    }
  }

  @Test
  void sayWhatIsWrongOfAGenuineToken() {
    refuses(KEY.sign(claims().issuer("https://evil.example").build()), ErrorCode.TOKEN_INVALID);
    refuses(KEY.sign(claims().audience("https://other/fhir").build()), ErrorCode.TOKEN_INVALID);
    refuses(KEY.sign(claims().expirationTime(in(3_600)).build()), ErrorCode.TOKEN_INVALID);
    refuses(
        KEY.sign(claims().issueTime(in(-400)).expirationTime(in(-100)).build()),
        ErrorCode.TOKEN_EXPIRED);
    refuses(KEY.sign(claims().claim("registry_role", null).build()), ErrorCode.ROLE_MISSING);
  }

  @Nested
  class Keys {

    @Test
    void rotateWithoutARestart() {
      ClientKey next = ClientKey.fresh(JWSAlgorithm.ES384);
      refuses(next.sign(claims().build()), ErrorCode.TOKEN_INVALID);

      int port = provider.getAddress().getPort();
      provider.stop(0);
      provider = serving(port, next.publicKeys());

      assertThat(reader.caller(next.sign(claims().build())).role()).isEqualTo(Role.STEWARD);
      refuses(KEY.sign(claims().build()), ErrorCode.TOKEN_INVALID);
    }

    @Test
    void thatAreKnownGoOnWhileTheProviderIsAway() {
      ClientKey next = OTHER;
      int port = provider.getAddress().getPort();
      provider.stop(0);

      refuses(next.sign(claims().build()), ErrorCode.IDENTITY_PROVIDER_UNAVAILABLE);
      assertThat(reader.caller(KEY.sign(claims().build())).role()).isEqualTo(Role.STEWARD);
      // Nothing is let in for the provider being away: a forgery by a known key's name is one.
      refuses(
          next.sign(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.jwk().getKeyID()).build(),
              claims().build()),
          ErrorCode.TOKEN_INVALID);

      provider = serving(port, next.publicKeys());
      assertThat(reader.caller(next.sign(claims().build())).role()).isEqualTo(Role.STEWARD);
    }

    @Test
    void areWaitedForWhereTheProviderWasNeverReached() {
      provider.stop(0);
      reader = reader("1ms");

      refuses(KEY.sign(claims().build()), ErrorCode.IDENTITY_PROVIDER_UNAVAILABLE);
    }

    /** Who sends one unknown key after the other does not make the registry a hammer. */
    @Test
    void areNotAskedForAtEveryForgery() {
      var asked = new java.util.concurrent.atomic.AtomicInteger();
      provider.removeContext("/");
      provider.createContext(
          "/",
          exchange -> {
            asked.incrementAndGet();
            answer(exchange, KEY.publicKeys());
          });
      reader = reader("1m");
      for (int i = 0; i < 20; i++) {
        refuses(
            KEY.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown-" + i).build(),
                claims().build()),
            ErrorCode.TOKEN_INVALID);
      }
      assertThat(asked).hasValueLessThan(4);
      assertThat(reader.caller(KEY.sign(claims().build())).role()).isEqualTo(Role.STEWARD);
    }

    @Test
    void thatAreNoneLetNobodyIn() {
      int port = provider.getAddress().getPort();
      for (String keys : List.of("", "{}", "{\"keys\":[]}", "<html>", "[".repeat(10_000))) {
        provider.stop(0);
        provider = serving(port, keys);
        reader = reader("1ms");
        assertThatThrownBy(() -> reader.caller(KEY.sign(claims().build())))
            .isInstanceOf(Refused.class);
      }
    }
  }

  private void refuses(String token, ErrorCode code) {
    assertThatThrownBy(() -> reader.caller(token))
        .as(token.length() > 200 ? token.substring(0, 200) : token)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problems().get(0).code()).isEqualTo(code);
              if (token.length() > 10) {
                assertThat(refused.problems().get(0).message()).doesNotContain(token);
              }
            });
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .issueTime(in(0))
        .expirationTime(in(300))
        .claim("azp", "keeper")
        .claim("client_id", "keeper")
        .claim("registry_role", "steward")
        .claim("scope", "purpose/HSYSADMIN system/*.rs");
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private TokenReader reader(String refreshInterval) {
    AccessSettings settings =
        Guarding.with(
            Map.of(
                "issuer", ISSUER,
                "audience", AUDIENCE,
                "key-set", "http://127.0.0.1:" + provider.getAddress().getPort() + "/",
                "key-refresh-interval", refreshInterval));
    return new TokenReader(settings, new KeyRing(settings), Clock.systemUTC());
  }

  private static HttpServer serving(int port, String keys) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext("/", exchange -> answer(exchange, keys));
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void answer(com.sun.net.httpserver.HttpExchange exchange, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
