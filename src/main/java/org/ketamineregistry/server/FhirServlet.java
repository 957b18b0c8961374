package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.store.ReadableRecords;
import org.ketamineregistry.store.Store;
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
      Store store,
      ReadableRecords records) {
    var server = new ReadingServer(context);
    server.setServerName("Ketamine Registry");
    server.setServerVersion(version());
    server.setImplementationDescription("Ketamine Registry, open mode: this machine only");
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setPagingProvider(paging);
    jpaProviders.createProviders().stream()
        .filter(FhirServlet::isServed)
        .forEach(server::registerProvider);
    server.registerProviders(definitionProviders(definitions));
    server.registerProvider(new TaskProvider(store, context));
    server.registerInterceptor(new ReadOnlyInterceptor());
    server.registerInterceptor(new ReadableParameters());
    server.registerInterceptor(new ConsentOnReading(records, context, servedTypes()));
    server.registerInterceptor(new ErrorTranslation());
    server.registerInterceptor(new RegistryApi());
    server.setServerConformanceProvider(
        new TruthfulCapabilities(server, searchParameters, support, definitions));
    return server;
  }

  @Bean
  ServletRegistrationBean<RestfulServer> fhirServletRegistration(RestfulServer server) {
    var registration = new ServletRegistrationBean<>(server, WriteDoor.BASE + "/*");
    registration.setName("fhir");
    registration.setLoadOnStartup(1);
    return registration;
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
