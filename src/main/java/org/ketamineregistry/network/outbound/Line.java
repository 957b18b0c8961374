package org.ketamineregistry.network.outbound;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.credentials.BackendService;
import org.ketamineregistry.network.Member;

/**
 * What is kept for speaking to one member: connections, which trust its keys alone; a token; and a
 * circuit breaker, by which a member that is away is not asked by everybody all the time.
 */
final class Line {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
  private static final int LOOKED_BACK = 10;
  private static final int AT_LEAST = 5;

  private final Member member;
  private final HttpClient http;
  private final @Nullable BackendService tokens;
  private final CircuitBreaker breaker;

  Line(Member member, Optional<Identity> identity, Clock clock) {
    this.member = member;
    HttpClient.Builder client = client();
    if (!member.tlsKeys().isEmpty()) {
      client.sslContext(PinnedTrust.context(member.tlsKeys()));
    }
    http = client.build();
    tokens =
        member
            .tokenAddress()
            .flatMap(address -> identity)
            .map(who -> service(who, clock))
            .orElse(null);
    breaker =
        CircuitBreaker.of(
            member.id(),
            CircuitBreakerConfig.custom()
                .slidingWindowSize(LOOKED_BACK)
                .minimumNumberOfCalls(AT_LEAST)
                .waitDurationInOpenState(LEFT_ALONE)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
  }

  /** The provider of tokens has a certificate of its own. */
  private BackendService service(Identity who, Clock clock) {
    return new BackendService(
        member.base(), who.client(), who.scope(), who.key(), client().build(), clock, member::owns);
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .connectTimeout(CONNECT_WITHIN);
  }

  Member member() {
    return member;
  }

  HttpClient http() {
    return http;
  }

  /** Who gets tokens for the member; empty where it asks for none, or this registry has no key. */
  Optional<BackendService> tokens() {
    return Optional.ofNullable(tokens);
  }

  CircuitBreaker breaker() {
    return breaker;
  }

  /** How long a member is left alone that was away. */
  static Duration leftAlone() {
    return LEFT_ALONE;
  }
}
