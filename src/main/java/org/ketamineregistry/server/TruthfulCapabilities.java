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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /** What the registry's own providers search by, beside what HAPI knows of. */
  private static final Map<String, List<CapabilityStatementRestResourceSearchParamComponent>>
      SEARCHED_BY =
          Map.of(
              "AuditEvent",
              List.of(
                  parameter("AuditEvent", "action", SearchParamType.TOKEN, "C, R, U, D or E."),
                  parameter("AuditEvent", "altid", SearchParamType.TOKEN, "The caller's client."),
                  parameter("AuditEvent", "date", SearchParamType.DATE, "When it was recorded."),
                  parameter(
                      "AuditEvent", "patient", SearchParamType.REFERENCE, "Whose record it was."),
                  parameter(
                      "AuditEvent", "subtype", SearchParamType.TOKEN, "The interaction, read.")),
              "NamingSystem",
              List.of(
                  parameter("NamingSystem", "value", SearchParamType.STRING, "A system's URI.")),
              SubscriptionProvider.TYPE,
              List.of(
                  parameter(
                      SubscriptionProvider.TYPE,
                      "status",
                      SearchParamType.TOKEN,
                      "requested, active, error or off.")),
              "Task",
              List.of(
                  parameter(
                      "Task",
                      "identifier",
                      SearchParamType.TOKEN,
                      "Bundle.identifier of a submission, system and value; required.")));

  /** Types whose parameter {@code url} R4 defines by itself; that of the others is one for all. */
  private static final Set<String> WITH_THEIR_OWN_URL =
      Set.of("Library", "Measure", "PlanDefinition", "Questionnaire");

  private final ProfilePackage guide;
  private final ProfileIndex index;
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
      rest.addOperation(export("export", "At the base."));
      rest.getInteraction().clear();
      rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
      rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
      SecurityStatement.of(access, rest.getSecurity());
      rest.getResource().forEach(this::correct);
      judgedOnly(rest).forEach(type -> rest.addResource(judgedOnly(type)));
      rest.addResource()
          .setType(ExportLevel.GROUP)
          .addOperation(
              export(
                  "group-export",
                  "Groups are no records: the id of a clinic's Organization means its patients, that"
                      + " of a ResearchStudy its subjects."));
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
    operations(resource.getType()).forEach(resource::addOperation);
    if (resource.getType().equals("Patient")) {
      handingOut().forEach(resource::addOperation);
    }
    if (resource.getType().equals(SubscriptionProvider.TYPE)) {
      SubscriptionStatement.add(resource);
    }
    if (index.judgedTypes().contains(resource.getType())) {
      resource.addOperation(validate(true));
    }
    if (writable) {
      resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
      resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
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

  private static void correctSearch(CapabilityStatementRestResourceComponent resource) {
    resource.getSearchInclude().clear();
    resource.getSearchRevInclude().clear();
    resource.getSearchParam().clear();
    if (offers(resource, TypeRestfulInteraction.SEARCHTYPE)) {
      SEARCHED_BY
          .getOrDefault(
              resource.getType(),
              List.of(
                  parameter(
                      WITH_THEIR_OWN_URL.contains(resource.getType())
                          ? resource.getType()
                          : "conformance",
                      "url",
                      SearchParamType.URI,
                      "The canonical URL.")))
          .forEach(resource::addSearchParam);
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

  /** What HL7 defines for handing out many records, with the parameters that are supported. */
  private static Stream<CapabilityStatementRestResourceOperationComponent> handingOut() {
    return Stream.of(
        new CapabilityStatementRestResourceOperationComponent()
            .setName("everything")
            .setDefinition(HL7 + "OperationDefinition/Patient-everything")
            .setDocumentation("At a record, with the parameters _type, _since and _count."),
        export("patient-export", "At the type."));
  }

  private static CapabilityStatementRestResourceOperationComponent export(
      String definition, String where) {
    return new CapabilityStatementRestResourceOperationComponent()
        .setName("export")
        .setDefinition(HL7 + "uv/bulkdata/OperationDefinition/" + definition)
        .setDocumentation(
            where
                + " With Prefer: respond-async and the parameters _type, _since, _typeFilter and"
                + " _outputFormat.");
  }

  private static CapabilityStatementRestResourceSearchParamComponent parameter(
      String type, String name, SearchParamType kind, String documentation) {
    return new CapabilityStatementRestResourceSearchParamComponent()
        .setName(name)
        .setType(kind)
        .setDefinition(HL7 + "SearchParameter/" + type + "-" + name)
        .setDocumentation(documentation);
  }

  /** The types of which nothing is on record, and about which something can be asked. */
  private List<String> judgedOnly(CapabilityStatementRestComponent rest) {
    Set<String> types = new TreeSet<>(index.judgedTypes());
    types.add("Bundle");
    guide.of(OperationDefinition.class).stream()
        .filter(operation -> operation.getStatus() == PublicationStatus.ACTIVE)
        .flatMap(operation -> operation.getResource().stream())
        .forEach(type -> types.add(type.getCode()));
    rest.getResource().forEach(resource -> types.remove(resource.getType()));
    return List.copyOf(types);
  }

  private CapabilityStatementRestResourceComponent judgedOnly(String type) {
    var resource = new CapabilityStatementRestResourceComponent().setType(type);
    operations(type).forEach(resource::addOperation);
    if (type.equals("Bundle") || index.judgedTypes().contains(type)) {
      resource.addOperation(validate(false));
    }
    profiles(type).forEach(resource::addSupportedProfile);
    return resource;
  }

  private static CapabilityStatementRestResourceOperationComponent validate(boolean onRecord) {
    String what = "On what is sent, with the parameters resource, mode (create) and profile";
    return new CapabilityStatementRestResourceOperationComponent()
        .setName("validate")
        .setDefinition(VALIDATE)
        .setDocumentation(
            onRecord
                ? what
                    + "; on a record too, by GET or POST, with mode update or profile. The mode delete is"
                    + " answered by a refusal, since nothing is deleted."
                : what + ".");
  }
}
