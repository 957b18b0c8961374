package org.ketamineregistry.store;

import org.ketamineregistry.profiles.Definitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What answers to others are computed by: cuts, the ledger of what was told, and indicators. */
@Configuration
class CutConfiguration {

  /** After the flat tables, of which a cut is made, are filled. */
  @Bean
  CutMaking cutMaking(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Definitions definitions,
      FlatTables filled) {
    return new CutMaking(jdbc, transactions, definitions.guide());
  }

  @Bean
  CellCharges cellCharges(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return new CellCharges(jdbc, new TransactionTemplate(transactions));
  }

  @Bean
  Indicators indicators(JdbcTemplate jdbc, Definitions definitions) {
    return new Indicators(jdbc, definitions.guide());
  }

  @Bean
  Cohorts cohorts(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Indicators indicators) {
    return new Cohorts(jdbc, new TransactionTemplate(transactions), indicators);
  }
}
