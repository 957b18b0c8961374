package org.ketamineregistry.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.privacy.CellKeys;
import org.ketamineregistry.privacy.Lattice;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.store.CellCharges;
import org.ketamineregistry.store.Cohorts;
import org.ketamineregistry.store.CutMaking;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Puts the room together. */
@Configuration
@EnableConfigurationProperties(PrivacySettings.class)
class AnswerConfiguration {

  @Bean
  CellKeys cellKeys(PrivacySettings settings) {
    return CellKeyFile.read(Path.of(settings.keyFile()));
  }

  @Bean
  Lattice lattice() throws IOException {
    return Lattice.of(
        new ClassPathResource("privacy/lattice.txt").getContentAsString(StandardCharsets.UTF_8));
  }

  @Bean
  PublishedMeasures publishedMeasures(Lattice lattice, Definitions definitions) {
    return PublishedMeasures.of(lattice, definitions.guide());
  }

  @Bean
  ProtectedAnswers protectedAnswers(
      PublishedMeasures published,
      PrivacySettings settings,
      CellKeys keys,
      Cohorts cohorts,
      CellCharges charges,
      Clock clock) {
    return new ProtectedAnswers(published, settings, keys, cohorts, charges, clock);
  }

  @Bean
  ExactAnswers exactAnswers(
      PublishedMeasures published,
      PrivacySettings settings,
      CellKeys keys,
      Cohorts cohorts,
      Supplier<RuleSet> ruleSetInForce,
      Clock clock) {
    return new ExactAnswers(
        published, settings.parameters().schedule(), keys, cohorts, ruleSetInForce, clock);
  }

  @Bean
  CutRound cutRound(
      CutMaking making, PrivacySettings settings, Supplier<RuleSet> ruleSetInForce, Clock clock) {
    return new CutRound(
        making,
        settings.parameters().schedule(),
        ruleSetInForce,
        settings.cuts().interval(),
        clock);
  }
}
