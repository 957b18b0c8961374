package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import org.ketamineregistry.profiles.ProfilePackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The making of cuts for a command, without the server. It is no component of the server. */
public final class CutsAlone {

  /** Lazy, since most commands need no guide. */
  @Bean
  @Lazy
  CutMaking cutMaking(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return new CutMaking(jdbc, transactions, ProfilePackage.load(FhirContext.forR4Cached()));
  }
}
