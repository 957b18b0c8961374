package org.ketamineregistry.store;

import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.projection.FlatViews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The flat tables, filled before anything else is served. */
@Configuration
class FlatConfiguration {

  @Bean
  FlatViews flatViews(Definitions definitions) {
    return FlatViews.of(definitions);
  }

  /** Beans are made before the server listens, so nobody writes while the tables are filled. */
  @Bean
  @DependsOn("hapiSchema")
  FlatTables flatTables(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, FlatViews views) {
    new FlatRenewal(jdbc, transactions).fillOnce(views);
    return new FlatTables(jdbc, views);
  }
}
