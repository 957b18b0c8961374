package org.ketamineregistry.store;

import org.ketamineregistry.access.Access;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.consent.Clinics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what the store does for subscriptions together. */
@Configuration
class SubscriptionStoreConfiguration {
  private static final String HEADERS = "registry.subscription.headers";

  @Bean
  ToldRecords toldRecords(Access access, ReadableRecords readable, RecordTable records) {
    return new ToldRecords(access, readable, records);
  }

  @Bean
  HookSecrets hookSecrets(PayloadCipher cipher) {
    return new HookSecrets(cipher.forPurpose(HEADERS));
  }

  @Bean
  Subscriptions subscriptions(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      HookSecrets secrets,
      RecordTable records,
      AuditTrail audit) {
    return new Subscriptions(
        new SubscriptionTable(jdbc),
        secrets,
        new SubscriberStanding(jdbc, new Clinics(records)),
        new TransactionTemplate(transactions),
        audit);
  }

  @Bean
  EventHistory eventHistory(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      ToldRecords told,
      AuditTrail audit) {
    return new EventHistory(
        new SubscriptionTable(jdbc),
        new SubscriptionEvents(jdbc),
        new ToldErasures(jdbc),
        new ToldEvents(told),
        new TransactionTemplate(transactions),
        audit);
  }

  @Bean
  Notifications notifications(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Outbox outbox,
      HookSecrets secrets,
      ToldRecords told,
      RecordTable records,
      AuditTrail audit) {
    return new Notifications(
        new SubscriptionTable(jdbc),
        new HookTable(jdbc),
        new SubscriptionEvents(jdbc),
        outbox,
        new ToldErasures(jdbc),
        new SubscriberStanding(jdbc, new Clinics(records)),
        secrets,
        told,
        new TransactionTemplate(transactions),
        audit);
  }
}
