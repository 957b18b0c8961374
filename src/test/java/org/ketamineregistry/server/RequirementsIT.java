package org.ketamineregistry.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.profiles.ProfilePackage;

/** What the guide requires of a registry is what this registry says that it offers. */
@RegistryTest
class RequirementsIT {
  private final CapabilityStatement offered;
  private final CapabilityStatement required;

  RequirementsIT(RegistryUnderTest registry) {
    offered = registry.get("/metadata").resource(CapabilityStatement.class);
    required =
        ProfilePackage.load(FhirContext.forR4Cached()).of(CapabilityStatement.class).stream()
            .filter(statement -> statement.getIdPart().equals("ketamine-registry"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void ofTheWhole() {
    assertThat(offered.getFhirVersion()).isEqualTo(required.getFhirVersion());
    assertThat(offered.getFormat())
        .extracting(CodeType::getValue)
        .containsAll(required.getFormat().stream().map(CodeType::getValue).toList());
    assertThat(offered.getRestFirstRep().getInteraction())
        .extracting(interaction -> interaction.getCode())
        .containsExactlyInAnyOrderElementsOf(
            required.getRestFirstRep().getInteraction().stream()
                .map(interaction -> interaction.getCode())
                .toList());
  }

  @Test
  void ofAllTypes() {
    assertThat(byType(offered).keySet()).containsAll(byType(required).keySet());
  }

  @Test
  void ofEachType() {
    var stated = byType(offered);
    byType(required)
        .forEach(
            (type, wanted) -> {
              var given = requireNonNull(stated.get(type), type);
              assertThat(given.getInteraction())
                  .as(type)
                  .extracting(interaction -> interaction.getCode())
                  .containsExactlyInAnyOrderElementsOf(
                      wanted.getInteraction().stream().map(one -> one.getCode()).toList());
              assertThat(given.getSupportedProfile())
                  .as(type)
                  .extracting(CanonicalType::getValue)
                  .containsExactlyInAnyOrderElementsOf(
                      wanted.getSupportedProfile().stream().map(CanonicalType::getValue).toList());
              if (wanted.hasVersioning()) {
                assertThat(given.getVersioning()).as(type).isEqualTo(wanted.getVersioning());
              }
              assertThat(given.getConditionalCreate())
                  .as(type)
                  .isEqualTo(wanted.getConditionalCreate());
              assertThat(given.getConditionalUpdate())
                  .as(type)
                  .isEqualTo(wanted.getConditionalUpdate());
              assertThat(given.getOperation())
                  .as(type)
                  .extracting(operation -> operation.getName() + " " + operation.getDefinition())
                  .containsAll(
                      wanted.getOperation().stream()
                          .map(operation -> operation.getName() + " " + operation.getDefinition())
                          .toList());
            });
  }

  /** The server has HAPI's parameters of every type too, such as {@code _lastUpdated}. */
  @Test
  void ofTheSearchParameters() {
    var stated = byType(offered);
    byType(required)
        .forEach(
            (type, wanted) ->
                assertThat(parameters(requireNonNull(stated.get(type), type)))
                    .as(type)
                    .containsAllEntriesOf(parameters(wanted)));
  }

  private static Map<String, String> parameters(CapabilityStatementRestResourceComponent resource) {
    return resource.getSearchParam().stream()
        .filter(parameter -> !parameter.getName().startsWith("_"))
        .collect(
            Collectors.toMap(
                parameter -> parameter.getName(),
                parameter -> parameter.getType().toCode() + " " + parameter.getDefinition()));
  }

  private static Map<String, CapabilityStatementRestResourceComponent> byType(
      CapabilityStatement statement) {
    CapabilityStatementRestComponent rest = statement.getRestFirstRep();
    return rest.getResource().stream()
        .collect(
            Collectors.toMap(
                CapabilityStatementRestResourceComponent::getType, resource -> resource));
  }
}
