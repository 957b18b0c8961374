package org.ketamineregistry.server;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
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
  private static final Set<TypeRestfulInteraction> READING =
      Set.of(
          TypeRestfulInteraction.READ,
          TypeRestfulInteraction.VREAD,
          TypeRestfulInteraction.SEARCHTYPE,
          TypeRestfulInteraction.HISTORYINSTANCE);

  /** What HAPI counts among the parameters of every type, and does not keep or do here. */
  private static final Set<String> NOT_SEARCHED_BY =
      Set.of("_content", "_filter", "_language", "_list", "_text");

  private final ProfilePackage guide;
  private final ProfileIndex index;
  private final OperationStatement operations;
  private final AccessSettings access;

  TruthfulCapabilities(
      RestfulServer server,
      ISearchParamRegistry searchParameters,
      IValidationSupport support,
      Definitions definitions,
      AccessSettings access) {
    super(server, searchParameters, support);
    guide = definitions.guide();
    index = definitions.index();
    operations = new OperationStatement(guide);
    this.access = access;
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
      rest.addOperation(OperationStatement.export("export", "At the base."));
      rest.getInteraction().clear();
      rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
      rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
      SecurityStatement.of(access, rest.getSecurity());
      rest.getResource().forEach(this::correct);
      judgedOnly(rest).forEach(type -> rest.addResource(judgedOnly(type)));
      rest.addResource()
          .setType(ExportLevel.GROUP)
          .addOperation(
              OperationStatement.export(
                  "group-export",
                  "Groups are no records: the id of a clinic's Organization means its patients,"
                      + " that of a ResearchStudy its subjects."));
      rest.getResource()
          .sort(Comparator.comparing(CapabilityStatementRestResourceComponent::getType));
    }
  }

  @Override
  protected boolean searchParamEnabled(String type, String name) {
    return !NOT_SEARCHED_BY.contains(name)
        && !(name.equals("_has") && SearchReach.isAboutNoPerson(type))
        && super.searchParamEnabled(type, name);
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
    operations.of(resource.getType()).forEach(resource::addOperation);
    if (resource.getType().equals("Patient")) {
      OperationStatement.handingOut().forEach(resource::addOperation);
    }
    if (resource.getType().equals(SubscriptionProvider.TYPE)) {
      SubscriptionStatement.add(resource);
    }
    if (index.judgedTypes().contains(resource.getType())) {
      resource.addOperation(OperationStatement.validate(true));
    }
    if (writable) {
      resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
      resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
      resource.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE);
    } else if (isKept(resource)) {
      resource.setVersioning(ResourceVersionPolicy.VERSIONED);
    } else {
      resource.setVersioning(ResourceVersionPolicy.NOVERSION);
      SearchStatement.correct(resource);
    }
  }

  /** Whether its records are in HAPI's tables, which are what HAPI speaks of. */
  private static boolean isKept(CapabilityStatementRestResourceComponent resource) {
    return SearchStatement.offers(resource, TypeRestfulInteraction.VREAD);
  }

  private Stream<String> profiles(String type) {
    return guide.of(StructureDefinition.class).stream()
        .filter(profile -> profile.getType().equals(type))
        .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
        .filter(profile -> profile.getDerivation() == TypeDerivationRule.CONSTRAINT)
        .filter(profile -> !profile.getAbstract())
        .map(StructureDefinition::getUrl);
  }

  /** The types of which nothing is on record, and about which something can be asked. */
  private List<String> judgedOnly(CapabilityStatementRestComponent rest) {
    Set<String> types = new TreeSet<>(index.judgedTypes());
    types.add("Bundle");
    types.addAll(operations.types());
    rest.getResource().forEach(resource -> types.remove(resource.getType()));
    return List.copyOf(types);
  }

  private CapabilityStatementRestResourceComponent judgedOnly(String type) {
    var resource = new CapabilityStatementRestResourceComponent().setType(type);
    operations.of(type).forEach(resource::addOperation);
    if (type.equals("Bundle") || index.judgedTypes().contains(type)) {
      resource.addOperation(OperationStatement.validate(false));
    }
    profiles(type).forEach(resource::addSupportedProfile);
    return resource;
  }
}
