package org.ketamineregistry.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.profiles.Canonical;

class FactReaderTest {
  private static final String INSTRUMENT = Canonical.codeSystem("instrument-cs");

  @Test
  void aPsychotomimeticScoreIsAMeasurementOfItsSession() {
    assertThat(
            read(
                "Observation-psychotomimetic-during-gb-1",
                Map.of("Encounter/session-gb-1", "Encounter/7")))
        .isEqualTo(new Fact.Measurement("7", List.of(INSTRUMENT + "|bprs-positive-0-6"), "during"));
  }

  @ParameterizedTest
  @CsvSource({
    "Observation-suicidality-before-gb-1",
    "Observation-craving-before-gb-1",
    "Observation-alanine-aminotransferase-gb-1",
    "Observation-urine-ketamine-gb-1"
  })
  void whatIsAskedAtFollowUpIsNoMeasurementOfASession(String example) {
    assertThat(read(example, Map.of())).isNull();
  }

  private static @Nullable Fact read(String example, Map<String, String> targets) {
    Resource resource =
        (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(text(example));
    String profile = ((Observation) resource).getMeta().getProfile().get(0).getValue();
    return FactReader.read(resource, profile, targets).orElse(null);
  }

  private static String text(String example) {
    try {
      return Files.readString(Path.of("profiles/package/example", example + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
