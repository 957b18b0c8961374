package org.ketamineregistry.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.ehr.Ehr;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test against a running registry, by HTTP. All such tests share one server and one database, so
 * each speaks for a clinic of its own ({@link Ehr}).
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
      // A test writes them.
      "registry.network.directory=target/test-network-${registry.test.fork:1}/directory.jws",
      "registry.network.signers=target/test-network-${registry.test.fork:1}/signers.json",
      "registry.network.first-wait=50ms",
      // A test seals itself.
      "registry.audit.seal-interval=0",
      // A test makes the rounds itself.
      "registry.review.interval=0"
    })
@Import({
  TestDatabase.class,
  RegistryUnderTest.class,
  Jurisdiction.class,
  MovableClock.class,
  Leavings.class,
  AssumedCaller.class
})
@TestConstructor(autowireMode = AutowireMode.ALL)
@interface RegistryTest {}
