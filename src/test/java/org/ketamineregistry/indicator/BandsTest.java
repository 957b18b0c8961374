package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;

/** The bands that the guide publishes are those by which its CQL divides. */
class BandsTest {
  /** A band with its bounds as the code system has them. */
  record Band(String code, BigDecimal from, @Nullable BigDecimal below) {}

  @ParameterizedTest
  @CsvSource({
    "age-band-cs, Age Band Of, Integer, 1",
    "dose-band-cs, Dose Band, Decimal, 1",
    "cumulative-dose-band-cs, Cumulative Dose Band, Decimal, 1",
    "sessions-so-far-cs, Sessions So Far Band, Integer, 1",
    "time-since-session-cs, Time Since Session Band, Integer, 3600"
  })
  void aBandBeginsAndEndsWhereItIsSaidTo(
      String system, String function, String type, BigDecimal scale) {
    var records = new Cql("KetamineRecords", CaseNotes.ofAPatient().records());
    BigDecimal step = type.equals("Integer") ? BigDecimal.ONE : new BigDecimal("0.00000001");
    List<Band> bands = bands(system);
    assertThat(bands).hasSizeGreaterThan(4);
    for (Band band : bands) {
      BigDecimal from = band.from().multiply(scale);
      assertThat(records.ofNumber(function, type, from)).as("from").isEqualTo(band.code());
      BigDecimal last =
          band.below() == null
              ? from.add(new BigDecimal(1_000_000))
              : band.below().multiply(scale).subtract(step);
      assertThat(records.ofNumber(function, type, last)).as("to").isEqualTo(band.code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "age-band-cs",
    "dose-band-cs",
    "cumulative-dose-band-cs",
    "sessions-so-far-cs",
    "time-since-session-cs"
  })
  void bandsLeaveNoGap(String system) {
    List<Band> bands = bands(system);
    for (int i = 1; i < bands.size(); i++) {
      assertThat(bands.get(i).from()).isEqualByComparingTo(bands.get(i - 1).below());
    }
    assertThat(bands.get(bands.size() - 1).below()).isNull();
  }

  static Stream<ConceptDefinitionComponent> dimensions() {
    return codeSystem("indicator-dimension-cs").getConcept().stream();
  }

  @ParameterizedTest
  @MethodSource("dimensions")
  void aDimensionHasItsBands(ConceptDefinitionComponent dimension) {
    if (Set.of("year", "clinic").contains(dimension.getCode())) {
      assertThat(property(dimension, "bands")).isNull();
    } else {
      assertThat(
              GuideDefinitions.get().guide().of(ValueSet.class).stream()
                  .map(ValueSet::getUrl)
                  .collect(Collectors.toSet()))
          .contains(property(dimension, "bands"));
    }
  }

  private static List<Band> bands(String system) {
    var bands = new ArrayList<Band>();
    for (ConceptDefinitionComponent concept : codeSystem(system).getConcept()) {
      String below = property(concept, "below");
      bands.add(
          new Band(
              concept.getCode(),
              new BigDecimal(property(concept, "from")),
              below == null ? null : new BigDecimal(below)));
    }
    return bands;
  }

  private static CodeSystem codeSystem(String id) {
    return GuideDefinitions.get().guide().of(CodeSystem.class).stream()
        .filter(system -> system.getUrl().equals(Canonical.codeSystem(id)))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String property(ConceptDefinitionComponent concept, String code) {
    return concept.getProperty().stream()
        .filter(property -> property.getCode().equals(code))
        .map(ConceptPropertyComponent::getValue)
        .map(value -> value.primitiveValue())
        .findFirst()
        .orElse(null);
  }
}
