package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.SearchAllowance;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.audit.CheckpointKey;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.store.AuditLog;
import org.ketamineregistry.store.ClinicPartitions;
import org.ketamineregistry.store.ReadableRecords;
import org.ketamineregistry.store.Store;
import org.ketamineregistry.store.Subscriptions;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** HAPI's FHIR server for everything that reads. */
@Configuration
class FhirServlet {
  /** Types of which the registry makes the records itself, and stores them beside the others. */
  private static final Set<String> OWN_TYPES = Set.of("DetectedIssue");

  @Bean
  RestfulServer restfulServer(
      FhirContext context,
      ResourceProviderFactory jpaProviders,
      DatabaseBackedPagingProvider paging,
      ISearchParamRegistry searchParameters,
      IValidationSupport support,
      Definitions definitions,
      PartitionsOfCallers partitionsOfCallers,
      AccessToReading accessToReading,
      CallerClinics clinics,
      AccessSettings settings,
      Store store,
      AuditLog log,
      Subscriptions subscriptions,
      Access access,
      DisclosureReport disclosures,
      ReadAudit readAudit,
      RequestAudit requestAudit,
      ReadableRecords records) {
    var server = new ReadingServer(context);
    server.setServerName("Ketamine Registry");
    server.setServerVersion(version());
    server.setImplementationDescription(
        settings.isGuarded()
            ? "Ketamine Registry"
            : "Ketamine Registry, open mode: this machine only");
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setPagingProvider(paging);
    jpaProviders.createProviders().stream()
        .filter(FhirServlet::isServed)
        .forEach(server::registerProvider);
    server.registerProviders(definitionProviders(definitions));
    server.registerProvider(new TaskProvider(store, context, clinics));
    server.registerProvider(new AuditEventProvider(log));
    server.registerProvider(new SubscriptionProvider(subscriptions, access));
    server.registerProvider(disclosures);
    server.registerInterceptor(new ReadOnlyInterceptor());
    server.registerInterceptor(new ReadableParameters());
    server.registerInterceptor(new ErrorTranslation(requestAudit));
    server.registerInterceptor(partitionsOfCallers);
    server.registerInterceptor(accessToReading);
    server.registerInterceptor(new ConsentOnReading(records, context, servedTypes()));
    server.registerInterceptor(readAudit);
    server.registerInterceptor(new RegistryApi());
    server.setServerConformanceProvider(
        new TruthfulCapabilities(server, searchParameters, support, definitions, settings));
    return server;
  }

  @Bean
  SearchAllowance searchAllowance(Access access, ISearchParamRegistry searchParameters) {
    return new SearchAllowance(
        access,
        (type, name) ->
            Optional.ofNullable(
                    searchParameters.getActiveSearchParam(
                        type, name, SearchParamLookupContextEnum.SEARCH))
                .map(RuntimeSearchParam::getTargets));
  }

  @Bean
  AccessToReading accessToReading(
      Access access, SearchAllowance searches, CallerClinics clinics, ClinicPartitions partitions) {
    return new AccessToReading(access, searches, clinics, partitions);
  }

  /** The storage has a registry of interceptors of its own. */
  @Bean
  PartitionsOfCallers partitionsOfCallers(
      ClinicPartitions partitions, CallerClinics clinics, IInterceptorService storage) {
    var interceptor = new PartitionsOfCallers(partitions, clinics);
    storage.registerInterceptor(interceptor);
    return interceptor;
  }

  @Bean
  ReadAudit readAudit(
      AuditTrail trail,
      ISearchParamRegistry searchParameters,
      CheckpointKey key,
      Clock clock,
      Definitions definitions) {
    return new ReadAudit(
        trail,
        new QueryDigests(searchParameters, key),
        clock,
        definitions.guide().types().map(Class::getSimpleName).collect(Collectors.toSet()));
  }

  @Bean
  ServletRegistrationBean<RestfulServer> fhirServletRegistration(RestfulServer server) {
    var registration = new ServletRegistrationBean<>(server, WriteDoor.BASE + "/*");
    registration.setName("fhir");
    registration.setLoadOnStartup(1);
    return registration;
  }

  /** Whether records of a type are stored, which HAPI searches. */
  static boolean isRecord(String type) {
    return servedTypes().contains(type);
  }

  private static boolean isServed(Object provider) {
    return provider instanceof IResourceProvider resources
        && servedTypes().contains(resources.getResourceType().getSimpleName());
  }

  private static Set<String> servedTypes() {
    var types = new HashSet<>(ProfileIndex.ACCEPTED_TYPES);
    types.addAll(OWN_TYPES);
    return types;
  }

  /** One for each type of which the guide defines something. */
  private static List<GuideProvider<?>> definitionProviders(Definitions definitions) {
    return definitions
        .guide()
        .types()
        .<GuideProvider<?>>map(type -> provider(definitions, type))
        .toList();
  }

  private static GuideProvider<?> provider(
      Definitions definitions, Class<? extends MetadataResource> type) {
    return type == NamingSystem.class
        ? new NamingSystemProvider(definitions)
        : new DefinitionProvider<>(definitions, type);
  }

  private static String version() {
    String version = FhirServlet.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
