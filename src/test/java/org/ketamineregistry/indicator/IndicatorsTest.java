package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.model.CompiledLibrary;
import org.cqframework.cql.cql2elm.tracking.Trackable;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupPopulationComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupStratifierComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.store.Indicators;

/** The measures of the guide name expressions that exist in their CQL and give what they count. */
class IndicatorsTest {
  private static final LibraryManager LIBRARIES = CqlFolder.manager();

  /** What a population is a list of in CQL, by its counting unit; {@code boolean} for patients. */
  private static final Map<String, String> BASIS =
      codeSystem("counting-unit-cs").getConcept().stream()
          .collect(
              Collectors.toMap(
                  ConceptDefinitionComponent::getCode,
                  unit -> unit.getPropertyFirstRep().getValue().primitiveValue()));

  /** A group of an indicator, with the library that has its criteria. */
  record Group(Measure indicator, MeasureGroupComponent group) {
    @Override
    public String toString() {
      return indicator.getIdElement().getIdPart() + ", " + group.getId();
    }

    CompiledLibrary library() {
      String url = indicator.getLibrary().get(0).getValue();
      return LIBRARIES.resolveLibrary(
          new VersionedIdentifier().withId(url.substring(url.lastIndexOf('/') + 1)));
    }
  }

  static List<Measure> indicators() {
    return GuideDefinitions.get().guide().of(Measure.class);
  }

  static Stream<Group> groups() {
    return indicators().stream()
        .flatMap(
            indicator -> indicator.getGroup().stream().map(group -> new Group(indicator, group)));
  }

  static List<Library> cqlLibraries() {
    return GuideDefinitions.get().guide().of(Library.class).stream()
        .filter(library -> library.getType().getCodingFirstRep().getCode().equals("logic-library"))
        .toList();
  }

  @Test
  void everyQuestionOfTheNetworkIsAsked() {
    assertThat(indicators())
        .extracting(indicator -> indicator.getIdElement().getIdPart())
        .containsExactlyInAnyOrder(
            "sessions",
            "patients-treated",
            "adverse-events",
            "serious-events",
            "stopped-infusions",
            "raised-blood-pressure",
            "response",
            "remission",
            "relapse",
            "suicidality-follow-up",
            "bladder-symptoms",
            "craving-and-misuse",
            "liver-function",
            "long-term-follow-up",
            "short-intervals",
            "dose-escalation",
            "consent-completeness",
            "information-sheet-current",
            "review-overdue",
            "submission-completeness",
            "incentives");
  }

  @Test
  void everyIndicatorIsCounted() {
    assertThat(Indicators.MEASURES)
        .containsExactlyInAnyOrderElementsOf(
            indicators().stream().map(indicator -> indicator.getIdElement().getIdPart()).toList());
  }

  @Test
  void everyFileOfCqlStandsInALibraryOfItsName() {
    assertThat(cqlLibraries())
        .extracting(Library::getName)
        .containsExactlyInAnyOrderElementsOf(CqlFolder.libraries());
    assertThat(cqlLibraries())
        .allSatisfy(
            library -> {
              Attachment content = library.getContentFirstRep();
              assertThat(content.getContentType()).isEqualTo("text/cql");
              assertThat(new String(content.getData(), StandardCharsets.UTF_8))
                  .isEqualTo(CqlFolder.text(library.getName()));
              assertThat(library.getUrl()).endsWith("/" + library.getName());
            });
  }

  @ParameterizedTest
  @MethodSource("groups")
  void anIndicatorHasOneLibraryOfTheGuide(Group group) {
    assertThat(group.indicator().getLibrary())
        .extracting(CanonicalType::getValue)
        .hasSize(1)
        .isSubsetOf(cqlLibraries().stream().map(Library::getUrl).toList());
    assertThat(group.group().getCode().getCodingFirstRep().getCode())
        .isEqualTo(group.group().getId());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aPopulationGivesWhatItCounts(Group group) {
    for (MeasureGroupPopulationComponent population : group.group().getPopulation()) {
      String expression = population.getCriteria().getExpression();
      assertThat(typeOf(group.library().resolveExpressionRef(expression)))
          .as(expression)
          .isEqualTo(typeOf(unit(population)));
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aDimensionDividesWhatIsCounted(Group group) {
    for (MeasureGroupStratifierComponent dimension : group.group().getStratifier()) {
      for (String unit : dividedUnits(group.group(), dimension)) {
        assertThat(typeOfDimension(group.library(), dimension.getCriteria().getExpression(), unit))
            .as(dimension.getCode().getCodingFirstRep().getCode() + " of a " + unit)
            .isEqualTo("System.String");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aDimensionIsThereOnce(Group group) {
    assertThat(group.group().getStratifier())
        .extracting(dimension -> dimension.getCode().getCodingFirstRep().getCode())
        .doesNotHaveDuplicates()
        .isNotEmpty();
  }

  /** The thresholds are stated in the code systems of the instruments; the CQL repeats them. */
  @Test
  void remissionIsWhatTheInstrumentSays() {
    var effect = new Cql("EffectIndicators", CaseNotes.ofAPatient().records());
    var known = new HashMap<String, Object>();
    for (String id : List.of("instrument-cs", "loinc-instrument-cs")) {
      codeSystem(id)
          .getConcept()
          .forEach(
              concept ->
                  concept.getProperty().stream()
                      .filter(property -> property.getCode().equals("remission-at-most"))
                      .forEach(
                          property ->
                              known.put(
                                  concept.getCode(), property.getValueIntegerType().getValue())));
    }
    for (var include : depressionInstruments().getCompose().getInclude()) {
      for (var instrument : include.getConcept()) {
        assertThat(effect.ofText("Remission Threshold", instrument.getCode()))
            .as(instrument.getCode())
            .isNotNull()
            .isEqualTo(known.get(instrument.getCode()));
      }
    }
  }

  private static ValueSet depressionInstruments() {
    return GuideDefinitions.get().guide().of(ValueSet.class).stream()
        .filter(set -> set.getUrl().endsWith("/depression-instrument-vs"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void anIndicatorStandsOnThePage(Measure indicator) throws Exception {
    assertThat(Files.readString(Path.of("implementation-guide/input/pagecontent/indicators.md")))
        .contains("#### " + indicator.getTitle() + "\n")
        .contains("(Measure-" + indicator.getIdElement().getIdPart() + ".html)")
        .contains(indicator.getGuidance());
  }

  /** A dimension of the numerator alone divides what the numerator counts. */
  private static List<String> dividedUnits(
      MeasureGroupComponent group, MeasureGroupStratifierComponent dimension) {
    boolean numeratorOnly = dimension.hasExtension(Canonical.extension("numerator-only"));
    return group.getPopulation().stream()
        .filter(
            population ->
                !numeratorOnly
                    || population.getCode().getCodingFirstRep().getCode().equals("numerator"))
        .map(IndicatorsTest::unit)
        .distinct()
        .toList();
  }

  private static @Nullable String typeOfDimension(
      CompiledLibrary library, String expression, String unit) {
    if (unit.equals("patient")) {
      return typeOf(library.resolveExpressionRef(expression));
    }
    return StreamSupport.stream(library.resolveFunctionRef(expression).spliterator(), false)
        .filter(function -> takes(function, BASIS.get(unit)))
        .map(IndicatorsTest::typeOf)
        .findFirst()
        .orElse(null);
  }

  private static boolean takes(FunctionDef function, @Nullable String type) {
    return function.getOperand().size() == 1
        && String.valueOf(Trackable.INSTANCE.getResultType(function.getOperand().get(0)))
            .equals("FHIR." + type);
  }

  private static @Nullable String typeOf(@Nullable ExpressionDef definition) {
    return definition == null ? null : String.valueOf(Trackable.INSTANCE.getResultType(definition));
  }

  private static String typeOf(String unit) {
    return unit.equals("patient") ? "System.Boolean" : "list<FHIR." + BASIS.get(unit) + ">";
  }

  private static String unit(MeasureGroupPopulationComponent population) {
    return population
        .getExtensionByUrl(Canonical.extension("counting-unit"))
        .getValue()
        .primitiveValue();
  }

  private static CodeSystem codeSystem(String id) {
    return GuideDefinitions.get().guide().of(CodeSystem.class).stream()
        .filter(system -> system.getUrl().equals(Canonical.codeSystem(id)))
        .findFirst()
        .orElseThrow();
  }
}
