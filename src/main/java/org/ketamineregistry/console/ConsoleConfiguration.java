package org.ketamineregistry.console;

import ca.uhn.fhir.context.FhirContext;
import org.ketamineregistry.access.OpenMode;
import org.ketamineregistry.profiles.Definitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the pages show. */
@Configuration
class ConsoleConfiguration {

  @Bean
  Catalogue catalogue(Definitions definitions, OpenMode mode) {
    return Catalogue.of(definitions.guide(), mode);
  }

  @Bean
  ExampleTexts exampleTexts(Catalogue catalogue, FhirContext context) {
    return new ExampleTexts(catalogue, context);
  }
}
