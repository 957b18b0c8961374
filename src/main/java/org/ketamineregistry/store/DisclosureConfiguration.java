package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.consent.Clinics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the store as a whole: the records of a patient, and exports. */
@Configuration
@EnableConfigurationProperties(ExportSettings.class)
class DisclosureConfiguration {

  @Bean
  HeldVersions heldVersions(
      EntityManagerFactory entities,
      IJpaStorageResourceParser parser,
      PlatformTransactionManager transactions) {
    return new HeldVersions(
        SharedEntityManagerCreator.createSharedEntityManager(entities),
        parser,
        new TransactionTemplate(transactions));
  }

  @Bean
  PatientRecords patientRecords(
      JdbcTemplate jdbc, ReadableRecords readable, HeldVersions versions, FhirContext context) {
    return new PatientRecords(jdbc, readable, versions, context);
  }

  @Bean
  Exports exports(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      ReadableRecords readable,
      HeldVersions versions,
      RecordTable records,
      DaoRegistry daos,
      MatchUrlService urls,
      FhirContext context,
      ExportSettings settings,
      AuditTrail audit,
      Clock clock) {
    return new Exports(
        new TransactionTemplate(transactions),
        new ExportTable(jdbc),
        new ExportList(jdbc),
        new ExportFilters(daos, urls, context),
        readable,
        versions,
        new ErasureTable(jdbc),
        new Clinics(records),
        settings,
        audit,
        clock);
  }

  @Bean
  ExportSchedule exportSchedule(Exports exports, ExportSettings settings) {
    return new ExportSchedule(exports, settings.sweepInterval());
  }
}
