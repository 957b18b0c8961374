package org.ketamineregistry.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.identity.Identity;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * As {@link RegistryTest}, with a real identity provider before it ({@link Identity}), which gives
 * the tokens. All such tests share one server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = RegistryServer.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.address=127.0.0.1",
      "server.tomcat.connection-timeout=3s",
      "server.tomcat.keep-alive-timeout=60s",
      "spring.datasource.hikari.connection-timeout=2000",
      "management.prometheus.metrics.export.enabled=true",
      "registry.door.body-timeout=2s",
      "registry.receipts.key-file=target/test-receipts.key",
      // A test calls the hooks itself.
      "registry.subscriptions.interval=0",
      "registry.subscriptions.attempts=3",
      "registry.audit.key-file=target/test-audit.key",
      "registry.privacy.key-file=target/test-privacy.key",
      // A test makes the cuts itself.
      "registry.privacy.cuts.interval=0",
      "registry.audit.checkpoint-folder=target/test-checkpoints/${random.uuid}",
      "registry.audit.checkpoint-interval=0",
      "registry.audit.seal-interval=0",
      "registry.review.interval=0",
      // A test writes them.
      "registry.network.directory=target/test-real-network/directory.jws",
      "registry.network.signers=target/test-real-network/signers.json",
      "registry.network.first-wait=50ms",
      "registry.network.deferred-wait=1s",
      "registry.access.audience=" + Identity.AUDIENCE,
      // A test that forges keys must not keep another from a new one.
      "registry.access.key-refresh-interval=1ms",
      "registry.rate.per-address=100000"
    })
@ContextConfiguration(initializers = GuardedRegistryTest.Guarded.class)
@Import({
  TestDatabase.class,
  RegistryUnderTest.class,
  Jurisdiction.class,
  MovableClock.class,
  Leavings.class
})
@TestConstructor(autowireMode = AutowireMode.ALL)
@interface GuardedRegistryTest {

  /**
   * Tells the registry of the identity provider, whose port is known once it runs, and of its own
   * key there, by which it asks other registries.
   */
  final class Guarded implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Identity.Client self = Identity.provider().register(Role.PEER, null);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "identity provider",
                  Map.of(
                      "registry.access.issuer",
                      Identity.provider().issuer(),
                      "registry.network.client-id",
                      self.id(),
                      "registry.network.key-file",
                      self.keyFile().toString())));
    }
  }
}
