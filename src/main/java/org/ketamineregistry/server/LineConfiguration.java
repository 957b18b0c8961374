package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Matrix;
import org.ketamineregistry.consent.Clinics;
import org.ketamineregistry.consent.ConsentGate;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.forms.Extraction;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.store.Store;
import org.ketamineregistry.submission.SubmissionLine;
import org.ketamineregistry.validate.Validation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Puts the line together: ingest, validate, consent, store. */
@Configuration
class LineConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Definitions definitions(FhirContext context) {
    return Definitions.load(context);
  }

  @Bean
  Ingest ingest(Definitions definitions) {
    return new Ingest(definitions);
  }

  @Bean
  Validation validation(Definitions definitions, Clock clock) {
    return new Validation(definitions, clock, Runtime.getRuntime().availableProcessors());
  }

  @Bean
  Extraction extraction(Definitions definitions, Ingest ingest, Validation validation) {
    return new Extraction(definitions, ingest, validation);
  }

  @Bean
  Access access() throws IOException {
    return new Access(
        Matrix.of(
            new ClassPathResource("access/matrix.txt").getContentAsString(StandardCharsets.UTF_8)));
  }

  @Bean
  Clinics clinics(Records records) {
    return new Clinics(records);
  }

  @Bean
  SubmissionLine submissionLine(
      Ingest ingest,
      Access access,
      Validation validation,
      Clock clock,
      Records records,
      Supplier<RuleSet> ruleSetInForce,
      Store store) {
    return new SubmissionLine(
        ingest, access, validation, new ConsentGate(records, ruleSetInForce, clock), store);
  }
}
