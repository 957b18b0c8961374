package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.profiles.ProfilePackage;

/**
 * The CapabilityStatement: what HAPI says of reading, corrected by what the registry's doors do.
 */
final class TruthfulCapabilities extends ServerCapabilityStatementProvider {
  private static final String HL7 = "http://hl7.org/fhir/";
  private static final String VALIDATE = HL7 + "OperationDefinition/Resource-validate";

  private static final Set<TypeRestfulInteraction> READING =
      Set.of(
          TypeRestfulInteraction.READ,
          TypeRestfulInteraction.VREAD,
          TypeRestfulInteraction.SEARCHTYPE,
          TypeRestfulInteraction.HISTORYINSTANCE);

  /** What HAPI counts among the parameters of every type, and does not keep or do here. */
  private static final Set<String> NOT_SEARCHED_BY =
      Set.of("_content", "_filter", "_language", "_list", "_text");

  /** What the registry's own providers search by, beside what HAPI knows of, and what it means. */
  private static final Map<String, Map.Entry<String, String>> SEARCHED_BY =
      Map.of(
          "NamingSystem",
          Map.entry("value", "A system's URI."),
          "Task",
          Map.entry(
              "identifier", "Bundle.identifier of a submission, system and value; required."));

  private static final Map.Entry<String, String> BY_CANONICAL =
      Map.entry("url", "The canonical URL.");

  private final FhirContext context;
  private final ProfilePackage guide;

  TruthfulCapabilities(
      RestfulServer server,
      ISearchParamRegistry searchParameters,
      IValidationSupport support,
      Definitions definitions) {
    super(server, searchParameters, support);
    context = definitions.context();
    guide = definitions.guide();
    setPublisher("Ketamine Registry");
  }

  @Override
  protected void postProcess(FhirTerser terser, IBaseConformance conformance) {
    super.postProcess(terser, conformance);
    var statement = (CapabilityStatement) conformance;
    // It is made anew for each request, so there is no address to read it at by an id.
    statement.setId((String) null);
    statement.setName("KetamineRegistry");
    statement.getPatchFormat().clear();
    guide
        .of(ImplementationGuide.class)
        .forEach(one -> statement.addImplementationGuide(one.getUrl() + "|" + one.getVersion()));
    for (CapabilityStatementRestComponent rest : statement.getRest()) {
      rest.getOperation().clear();
      rest.getInteraction().clear();
      rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
      rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
      rest.getSecurity()
          .setCors(false)
          .setDescription(
              "Open mode: no identity provider is configured, the server listens on the loopback address only.");
      rest.getResource().forEach(this::correct);
      rest.addResource().setType("Bundle").addOperation(validate());
      rest.getResource()
          .sort(Comparator.comparing(CapabilityStatementRestResourceComponent::getType));
    }
  }

  @Override
  protected boolean searchParamEnabled(String type, String name) {
    return !NOT_SEARCHED_BY.contains(name) && super.searchParamEnabled(type, name);
  }

  /** The guide's, and not HAPI's, whose operations are closed. */
  @Override
  public IBaseResource readOperationDefinition(IIdType id, RequestDetails request) {
    return guide.of(OperationDefinition.class).stream()
        .filter(operation -> operation.getIdElement().getIdPart().equals(id.getIdPart()))
        .findFirst()
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  private void correct(CapabilityStatementRestResourceComponent resource) {
    boolean writable = ProfileIndex.ACCEPTED_TYPES.contains(resource.getType());
    resource.getOperation().clear();
    resource.getInteraction().removeIf(interaction -> !READING.contains(interaction.getCode()));
    profiles(resource.getType()).forEach(resource::addSupportedProfile);
    resource.setConditionalCreate(writable);
    resource.setConditionalUpdate(writable);
    resource.setConditionalDelete(ConditionalDeleteStatus.NOTSUPPORTED);
    resource.setUpdateCreate(false);
    operations(resource.getType()).forEach(resource::addOperation);
    if (writable) {
      resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
      resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
      resource.addOperation(validate());
      resource.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE);
    } else if (isKept(resource)) {
      resource.setVersioning(ResourceVersionPolicy.VERSIONED);
    } else {
      resource.setVersioning(ResourceVersionPolicy.NOVERSION);
      correctSearch(resource);
    }
  }

  /** Whether its records are in HAPI's tables, which are what HAPI speaks of. */
  private static boolean isKept(CapabilityStatementRestResourceComponent resource) {
    return offers(resource, TypeRestfulInteraction.VREAD);
  }

  private static boolean offers(
      CapabilityStatementRestResourceComponent resource, TypeRestfulInteraction wanted) {
    return resource.getInteraction().stream()
        .anyMatch(interaction -> interaction.getCode() == wanted);
  }

  private void correctSearch(CapabilityStatementRestResourceComponent resource) {
    resource.getSearchInclude().clear();
    resource.getSearchRevInclude().clear();
    resource.getSearchParam().clear();
    if (offers(resource, TypeRestfulInteraction.SEARCHTYPE)) {
      resource.addSearchParam(
          parameter(
              resource.getType(), SEARCHED_BY.getOrDefault(resource.getType(), BY_CANONICAL)));
    }
  }

  private Stream<String> profiles(String type) {
    return guide.of(StructureDefinition.class).stream()
        .filter(profile -> profile.getType().equals(type))
        .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
        .filter(profile -> profile.getDerivation() == TypeDerivationRule.CONSTRAINT)
        .filter(profile -> !profile.getAbstract())
        .map(StructureDefinition::getUrl);
  }

  private Stream<CapabilityStatementRestResourceOperationComponent> operations(String type) {
    return guide.of(OperationDefinition.class).stream()
        // What the guide drafts is not offered yet.
        .filter(operation -> operation.getStatus() == PublicationStatus.ACTIVE)
        .filter(operation -> operation.hasResource(type))
        .map(
            operation ->
                new CapabilityStatementRestResourceOperationComponent()
                    .setName(operation.getCode())
                    .setDefinition(operation.getUrl()));
  }

  /** A parameter as R4 itself defines it. */
  private CapabilityStatementRestResourceSearchParamComponent parameter(
      String type, Map.Entry<String, String> documented) {
    RuntimeSearchParam known =
        context.getResourceDefinition(type).getSearchParam(documented.getKey());
    return new CapabilityStatementRestResourceSearchParamComponent()
        .setName(known.getName())
        .setType(SearchParamType.fromCode(known.getParamType().getCode()))
        .setDefinition(known.getUri())
        .setDocumentation(documented.getValue());
  }

  private static CapabilityStatementRestResourceOperationComponent validate() {
    return new CapabilityStatementRestResourceOperationComponent()
        .setName("validate")
        .setDefinition(VALIDATE);
  }
}
