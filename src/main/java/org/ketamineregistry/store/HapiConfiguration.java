package org.ketamineregistry.store;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.ClientIdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.IdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.PartitionSettings.CrossPartitionReferenceMode;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** HAPI FHIR JPA on PostgreSQL, with the settings that the registry departs by. */
@Configuration
@Import({
  JpaR4Config.class,
  HapiJpaConfig.class,
  JpaBatch2Config.class,
  Batch2JobsConfig.class,
  SubscriptionChannelConfig.class,
  ThreadPoolFactoryConfig.class
})
class HapiConfiguration {

  @Bean
  JpaStorageSettings storageSettings() {
    var settings = new JpaStorageSettings();
    // Only the guide's search parameters are kept: extraction is most of what a write costs.
    settings.setAutoSupportDefaultSearchParams(false);
    settings.setResourceServerIdStrategy(IdStrategyEnum.UUID);
    settings.setResourceClientIdStrategy(ClientIdStrategyEnum.NOT_ALLOWED);
    // Records are corrected, never deleted; so an id once resolved may be remembered.
    settings.setDeleteEnabled(false);
    settings.setAllowMultipleDelete(false);
    settings.setExpungeEnabled(false);
    settings.setEnforceReferentialIntegrityOnWrite(true);
    settings.setAllowInlineMatchUrlReferences(false);
    settings.setAllowExternalReferences(false);
    settings.setAutoCreatePlaceholderReferenceTargets(false);
    settings.setIndexStorageOptimized(true);
    settings.setSuppressStringIndexingInTokens(true);
    settings.setMarkResourcesForReindexingUponSearchParameterChange(false);
    settings.setEnableTaskResourceReindexing(false);
    settings.setEnableTaskPreExpandValueSets(false);
    settings.setPreExpandValueSets(false);
    settings.setFetchSizeDefaultMaximum(1_000);
    settings.setReuseCachedSearchResultsForMillis(null);
    settings.setHibernateSearchIndexSearchParams(false);
    return settings;
  }

  @Bean
  PartitionSettings partitionSettings() {
    var settings = new PartitionSettings();
    settings.setPartitioningEnabled(true);
    settings.setUnnamedPartitionMode(true);
    // A record refers to its clinic, which is in the default partition.
    settings.setAllowReferencesAcrossPartitions(CrossPartitionReferenceMode.ALLOWED_UNQUALIFIED);
    return settings;
  }

  @Bean
  SubscriptionSettings subscriptionSettings() {
    return new SubscriptionSettings();
  }

  @Bean
  HapiSchema hapiSchema(DataSource dataSource) {
    return new HapiSchema(dataSource);
  }

  @Bean
  @Primary
  @DependsOn("hapiSchema")
  LocalContainerEntityManagerFactoryBean entityManagerFactory(
      DataSource dataSource,
      ConfigurableListableBeanFactory beans,
      FhirContext context,
      JpaStorageSettings settings) {
    LocalContainerEntityManagerFactoryBean factory =
        HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, context, settings);
    factory.setPersistenceUnitName("registry");
    factory.setDataSource(dataSource);
    factory.setJpaPropertyMap(
        Map.of(
            "hibernate.dialect", HapiFhirPostgresDialect.class.getName(),
            "hibernate.hbm2ddl.auto", "none",
            "hibernate.search.enabled", "false",
            "hibernate.jdbc.batch_size", "50",
            "hibernate.cache.use_query_cache", "false",
            "hibernate.cache.use_second_level_cache", "false"));
    return factory;
  }

  @Bean
  @Primary
  JpaTransactionManager transactionManager(EntityManagerFactory factory) {
    return new JpaTransactionManager(factory);
  }
}
