package org.ketamineregistry.profiles;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements of requirements say what the rest of the guide says. */
class RequirementsTest {
  private static final ProfilePackage GUIDE = GuideDefinitions.get().guide();
  private static final String SERVES = "[RS]\\d+(, [RS]\\d+)*: .+";

  /** Types of which the registry makes the records itself. */
  private static final Set<String> MADE = Set.of("DetectedIssue", "Task");

  static List<CapabilityStatement> statements() {
    return GUIDE.of(CapabilityStatement.class);
  }

  private static CapabilityStatementRestComponent rest(String id) {
    return statements().stream()
        .filter(statement -> statement.getIdPart().equals(id))
        .findFirst()
        .orElseThrow()
        .getRestFirstRep();
  }

  @Test
  void thereIsOneForEachSide() {
    assertThat(statements())
        .extracting(CapabilityStatement::getIdPart)
        .containsExactlyInAnyOrder("ketamine-registry", "submitting-ehr", "network-peer");
  }

  @ParameterizedTest
  @MethodSource("statements")
  void eachElementSaysWhatItServes(CapabilityStatement statement) {
    assertThat(statement.getKind().toCode()).isEqualTo("requirements");
    assertThat(statement.getPurpose()).matches(SERVES);
    assertThat(statement.getRest()).isNotEmpty().allSatisfy(RequirementsTest::isDocumented);
  }

  private static void isDocumented(CapabilityStatementRestComponent rest) {
    assertThat(rest.getDocumentation()).matches(SERVES);
    assertThat(rest.getSecurity().getDescription()).matches(SERVES);
    assertThat(rest.getInteraction()).allSatisfy(one -> says(one.getDocumentation()));
    assertThat(rest.getResource()).isNotEmpty();
    for (var resource : rest.getResource()) {
      assertThat(resource.getDocumentation()).as(resource.getType()).matches(SERVES);
      assertThat(resource.getInteraction()).allSatisfy(one -> says(one.getDocumentation()));
      assertThat(resource.getSearchParam()).allSatisfy(one -> says(one.getDocumentation()));
      assertThat(resource.getOperation()).allSatisfy(one -> says(one.getDocumentation()));
    }
  }

  private static void says(String documentation) {
    assertThat(documentation).matches(SERVES);
  }

  // ---- the registry ------------------------------------------------------------------------

  @Test
  void theRegistryTakesWhatIsProfiledAndShowsWhatIsDefined() {
    Set<String> expected = new HashSet<>(submitted());
    expected.addAll(MADE);
    GUIDE.types().map(Class::getSimpleName).forEach(expected::add);
    expected.add("Bundle");
    // What a form was answered with is extracted, and neither taken nor shown.
    expected.add("QuestionnaireResponse");
    // A subscription is a client's own, and passes a door of its own.
    expected.add("Subscription");
    // A clinic's patients and a study's subjects are exported as one, and are no record.
    expected.add("Group");
    assertThat(resources(rest("ketamine-registry")).keySet())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theRegistryMeansTheProfilesOfTheGuide() {
    resources(rest("ketamine-registry"))
        .forEach(
            (type, resource) ->
                assertThat(profiles(resource))
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(profilesOf(type)));
  }

  /** The parameters of the guide and no others, each with the guide's own reason. */
  @Test
  void theRegistryIsSearchedByTheParametersOfTheGuide() {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (SearchParameter parameter : GUIDE.of(SearchParameter.class)) {
      assertThat(parameter.getPurpose()).as(parameter.getUrl()).matches(SERVES);
      parameter
          .getBase()
          .forEach(
              base ->
                  expected
                      .computeIfAbsent(base.getValue(), none -> new TreeSet<>())
                      .add(
                          line(
                              parameter.getCode(),
                              parameter.getType().toCode(),
                              parameter.getUrl(),
                              parameter.getPurpose())));
    }
    var stated =
        resources(rest("ketamine-registry")).values().stream()
            .filter(resource -> expected.containsKey(resource.getType()))
            .collect(
                Collectors.toMap(
                    CapabilityStatementRestResourceComponent::getType,
                    RequirementsTest::parameters));
    assertThat(stated).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static Set<String> parameters(CapabilityStatementRestResourceComponent resource) {
    return resource.getSearchParam().stream()
        .map(
            one ->
                line(
                    one.getName(),
                    one.getType().toCode(),
                    one.getDefinition(),
                    one.getDocumentation()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As the line of FSH that is missing where the two differ. */
  private static String line(String name, String type, String definition, String reason) {
    return "* insert SearchedBy(SHALL, %s, %s, %s, [[%s]])"
        .formatted(name, type, definition, reason);
  }

  @Test
  void theRegistryOffersEveryOperationThatIsNoDraft() {
    assertThat(operations(rest("ketamine-registry")))
        .containsExactlyInAnyOrderElementsOf(operations(PublicationStatus.ACTIVE));
  }

  // ---- the others --------------------------------------------------------------------------

  @Test
  void theHealthRecordSystemSendsWhatTheRegistryTakes() {
    var resources = resources(rest("submitting-ehr"));
    assertThat(resources.keySet()).containsAll(submitted());
    submitted()
        .forEach(
            type ->
                assertThat(profiles(requireNonNull(resources.get(type))))
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(profilesOf(type)));
  }

  @Test
  void whatAPeerOffersTheRegistryOffers() {
    var statement =
        statements().stream()
            .filter(one -> one.getIdPart().equals("network-peer"))
            .findFirst()
            .orElseThrow();
    assertThat(statement.getStatus()).isEqualTo(PublicationStatus.ACTIVE);
    assertThat(statement.getRest())
        .allSatisfy(
            rest -> {
              assertThat(operations(rest)).isNotEmpty();
              assertThat(operations(PublicationStatus.ACTIVE)).containsAll(operations(rest));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient-supply-check"})
  void aDraftSaysThatItIsOne(String id) {
    var operation =
        GUIDE.of(OperationDefinition.class).stream()
            .filter(one -> one.getIdPart().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(operation.getStatus()).isEqualTo(PublicationStatus.DRAFT);
    assertThat(operation.getDescription()).contains("This is a draft");
  }

  @Test
  void whatIsReferredToIsThere() {
    Set<String> known =
        GUIDE.resources().stream().map(MetadataResource::getUrl).collect(Collectors.toSet());
    assertThat(statements().stream().flatMap(RequirementsTest::references))
        .filteredOn(url -> url.startsWith(Canonical.BASE))
        .isNotEmpty()
        .allSatisfy(url -> assertThat(known).contains(url));
    assertThat(
            GUIDE.of(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getParameter().stream())
                .flatMap(RequirementsTest::valueSets))
        .isNotEmpty()
        .allSatisfy(url -> assertThat(known).contains(url));
  }

  private static Stream<String> references(CapabilityStatement statement) {
    return statement.getRest().stream()
        .flatMap(rest -> rest.getResource().stream())
        .flatMap(
            resource ->
                Stream.of(
                        profiles(resource).stream(),
                        resource.getSearchParam().stream().map(one -> one.getDefinition()),
                        resource.getOperation().stream().map(one -> one.getDefinition()))
                    .flatMap(all -> all));
  }

  private static Stream<String> valueSets(OperationDefinitionParameterComponent parameter) {
    return Stream.concat(Stream.of(parameter), parameter.getPart().stream())
        .map(one -> one.getBinding().getValueSet())
        .filter(url -> url != null);
  }

  // ------------------------------------------------------------------------------------------

  private static Map<String, CapabilityStatementRestResourceComponent> resources(
      CapabilityStatementRestComponent rest) {
    return rest.getResource().stream()
        .collect(
            Collectors.toMap(
                CapabilityStatementRestResourceComponent::getType, resource -> resource));
  }

  private static List<String> profiles(CapabilityStatementRestResourceComponent resource) {
    return resource.getSupportedProfile().stream().map(CanonicalType::getValue).toList();
  }

  /**
   * The types that a clinic submits, or that are registered for it, and that the guide profiles.
   */
  private static Set<String> submitted() {
    return ProfileIndex.ACCEPTED_TYPES.stream()
        .filter(type -> !profilesOf(type).isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> profilesOf(String type) {
    return GUIDE.of(StructureDefinition.class).stream()
        .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
        .filter(profile -> profile.getDerivation() == TypeDerivationRule.CONSTRAINT)
        .filter(profile -> profile.getType().equals(type))
        .map(StructureDefinition::getUrl)
        .collect(Collectors.toSet());
  }

  private static Set<String> operations(CapabilityStatementRestComponent rest) {
    return rest.getResource().stream()
        .flatMap(
            resource ->
                resource.getOperation().stream()
                    .filter(one -> one.getDefinition().startsWith(Canonical.BASE))
                    .map(one -> resource.getType() + " " + one.getName()))
        .collect(Collectors.toSet());
  }

  private static Set<String> operations(PublicationStatus status) {
    return GUIDE.of(OperationDefinition.class).stream()
        .filter(operation -> operation.getStatus() == status)
        .flatMap(
            operation ->
                operation.getResource().stream()
                    .map(type -> type.getValue() + " " + operation.getCode()))
        .collect(Collectors.toSet());
  }
}
