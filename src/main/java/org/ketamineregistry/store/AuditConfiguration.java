package org.ketamineregistry.store;

import java.nio.file.Path;
import java.time.Clock;
import org.ketamineregistry.audit.AuditSettings;
import org.ketamineregistry.audit.CheckpointFolder;
import org.ketamineregistry.audit.CheckpointKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit's table, its sealer and its key. */
@Configuration
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

  @Bean
  AuditTable auditTable(JdbcTemplate jdbc) {
    return new AuditTable(jdbc);
  }

  @Bean
  AuditLog auditLog(JdbcTemplate jdbc) {
    return new AuditLog(jdbc);
  }

  @Bean
  AuditInspection auditInspection(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return new AuditInspection(jdbc, transactions);
  }

  @Bean
  CheckpointKey checkpointKey(AuditSettings settings) {
    return CheckpointKey.in(Path.of(settings.keyFile()));
  }

  @Bean
  AuditSealer auditSealer(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      CheckpointKey key,
      AuditSettings settings,
      Clock clock) {
    return new AuditSealer(
        jdbc,
        new TransactionTemplate(transactions),
        key,
        new CheckpointFolder(Path.of(settings.checkpointFolder())),
        settings.checkpointInterval(),
        clock);
  }

  @Bean
  AuditSchedule auditSchedule(AuditSealer sealer, AuditSettings settings) {
    return new AuditSchedule(sealer, settings.sealInterval());
  }
}
