package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.svc.IDeleteExpungeSvc;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.practice.RuleSetReader;
import org.ketamineregistry.profiles.Definitions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the room together. */
@Configuration
@EnableScheduling
@EnableConfigurationProperties({
  ReceiptSettings.class,
  JurisdictionSettings.class,
  ReviewSettings.class
})
class StoreConfiguration {

  @Bean
  RecordTable recordTable(JdbcTemplate jdbc) {
    return new RecordTable(jdbc);
  }

  @Bean
  ClinicPartitions clinicPartitions(JdbcTemplate jdbc) {
    return new ClinicPartitions(jdbc);
  }

  @Bean
  Outbox outbox(JdbcTemplate jdbc, Clock clock) {
    return new Outbox(jdbc, clock);
  }

  @Bean
  ReviewTable reviewTable(JdbcTemplate jdbc) {
    return new ReviewTable(jdbc);
  }

  /** The rule set is looked up by the day, so that a new version takes effect on its date. */
  @Bean
  Supplier<RuleSet> ruleSetInForce(
      Definitions definitions, JurisdictionSettings jurisdiction, Clock clock) {
    return new RuleSetOfTheDay(
        day -> RuleSetReader.inForce(definitions.guide(), jurisdiction.jurisdiction(), day), clock);
  }

  @Bean
  Findings findings(
      DaoRegistry daos,
      JdbcTemplate jdbc,
      RecordTable records,
      ReviewTable reviews,
      Outbox outbox,
      Supplier<RuleSet> ruleSetInForce,
      Clock clock) {
    return new Findings(
        new FindingTable(jdbc),
        new CaseFiles(jdbc, records),
        new FactRenewal(daos, jdbc),
        reviews,
        outbox,
        ruleSetInForce,
        clock);
  }

  @Bean
  ResourceWriters resourceWriters(DaoRegistry daos, ClinicPartitions partitions, FlatTables flat) {
    return new ResourceWriters(daos, partitions, flat);
  }

  @Bean
  FindingDecisions findingDecisions(
      JdbcTemplate jdbc,
      RecordTable records,
      ResourceWriters writers,
      PlatformTransactionManager transactions,
      AuditTrail audit) {
    return new FindingDecisions(
        new FindingTable(jdbc), records, writers, new TransactionTemplate(transactions), audit);
  }

  @Bean
  Askings askings(JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditTrail audit) {
    return new Askings(new AskingTable(jdbc), new TransactionTemplate(transactions), audit);
  }

  @Bean
  Peers peers(JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditTrail audit) {
    return new Peers(new PeerTable(jdbc), new TransactionTemplate(transactions), audit);
  }

  @Bean
  Store store(
      FhirContext context,
      ResourceWriters writers,
      ClinicPartitions partitions,
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      RecordTable records,
      Findings findings,
      ReviewTable reviews,
      Outbox outbox,
      ReceiptSettings settings,
      AuditTrail audit,
      PayloadCipher cipher,
      Erasure erasure) {
    return new Store(
        context,
        writers,
        partitions,
        new TransactionTemplate(transactions),
        records,
        new ReceiptTable(jdbc),
        findings,
        reviews,
        outbox,
        new RefusedPayloads(cipher, settings.retention()),
        audit,
        erasure);
  }

  @Bean
  PayloadCipher payloadCipher(ReceiptSettings settings) {
    return PayloadCipher.withKeyIn(Path.of(settings.keyFile()));
  }

  @Bean
  Erasure erasure(
      FhirContext context,
      DaoRegistry daos,
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      RecordTable records,
      PayloadCipher cipher,
      IDeleteExpungeSvc<JpaPid> storage,
      AuditTrail audit,
      Clock clock) {
    return new Erasure(
        new TransactionTemplate(transactions),
        records,
        new PersonFiles(jdbc),
        new SafetyRecords(daos, context),
        new ErasedReceipts(jdbc, cipher, context),
        new ErasureTable(jdbc),
        cipher.personDigests(),
        storage,
        audit,
        clock);
  }

  @Bean
  ReviewRound reviewRound(
      ResourceWriters writers,
      PlatformTransactionManager transactions,
      RecordTable records,
      ReviewTable reviews,
      Findings findings,
      Supplier<RuleSet> ruleSetInForce,
      Clock clock) {
    return new ReviewRound(
        writers,
        new TransactionTemplate(transactions),
        records,
        reviews,
        findings,
        ruleSetInForce,
        clock);
  }

  @Bean
  ReviewSchedule reviewSchedule(ReviewRound round, ReviewSettings settings, MeterRegistry meters) {
    return new ReviewSchedule(round, settings, meters);
  }

  @Bean
  PersonLinks personLinks(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditTrail audit) {
    return new PersonLinks(jdbc, new TransactionTemplate(transactions), audit);
  }

  @Bean
  ReadableRecords readableRecords(
      JdbcTemplate jdbc,
      RecordTable records,
      DaoRegistry daos,
      Supplier<RuleSet> ruleSetInForce,
      Clock clock) {
    return new ReadableRecords(jdbc, records, daos, ruleSetInForce, clock);
  }

  @Bean
  PayloadRetention payloadRetention(Store store, Clock clock) {
    return new PayloadRetention(store, clock);
  }
}
