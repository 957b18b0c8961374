package org.ketamineregistry.server;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;

/**
 * The identity provider's public keys. They are looked at again every five minutes, and when a
 * token names one that is not known, so that keys rotate without a restart. While the provider
 * cannot be reached, known keys go on and an unknown one is nobody's fault: it cannot be told from
 * a new one.
 */
final class KeyRing implements JWKSource<SecurityContext> {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 256 * 1024;
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration WAIT = Duration.ofSeconds(15);

  private final Provider provider;
  private final JWKSource<SecurityContext> keys;

  KeyRing(AccessSettings settings) {
    try {
      provider =
          new Provider(
              new URLBasedJWKSetSource<>(
                  settings.keys().toURL(),
                  new DefaultResourceRetriever(
                      (int) CONNECT.toMillis(), (int) READ.toMillis(), LARGEST_ANSWER)));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("registry.access.key-set is an http address", e);
    }
    keys =
        JWKSourceBuilder.create(provider)
            .cache(KEPT.toMillis(), WAIT.toMillis())
            .rateLimited(settings.keyRefreshInterval().toMillis())
            .outageTolerant(settings.keyOutage().toMillis())
            .build();
  }

  /**
   * @throws KeySourceException where the key is not known and the provider cannot be asked
   */
  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
    List<JWK> found;
    try {
      found = keys.get(selector, context);
    } catch (RateLimitReachedException e) {
      if (!provider.isReachable) {
        throw e;
      }
      // It was asked a moment ago, and does not have it.
      return List.of();
    }
    if (found.isEmpty() && !provider.isReachable) {
      throw new KeySourceException("The identity provider cannot be asked for a key");
    }
    return found;
  }

  /** Remembers whether the provider answered when it was last asked. */
  private static final class Provider extends JWKSetSourceWrapper<SecurityContext> {
    private volatile boolean isReachable = true;

    Provider(JWKSetSource<SecurityContext> source) {
      super(source);
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
        throws KeySourceException {
      boolean answered = false;
      try {
        JWKSet set = getSource().getJWKSet(refresh, now, context);
        answered = true;
        return set;
      } finally {
        isReachable = answered;
      }
    }
  }
}
