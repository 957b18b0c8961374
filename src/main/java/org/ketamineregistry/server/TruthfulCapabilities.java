package org.ketamineregistry.server;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Comparator;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.ketamineregistry.profiles.ProfileIndex;

/**
 * The CapabilityStatement: what HAPI says of reading, corrected by what the registry's doors do.
 */
final class TruthfulCapabilities extends ServerCapabilityStatementProvider {
  private static final String VALIDATE =
      "http://hl7.org/fhir/OperationDefinition/Resource-validate";
  private static final Set<TypeRestfulInteraction> READING =
      Set.of(
          TypeRestfulInteraction.READ,
          TypeRestfulInteraction.VREAD,
          TypeRestfulInteraction.SEARCHTYPE,
          TypeRestfulInteraction.HISTORYINSTANCE);

  TruthfulCapabilities(
      RestfulServer server, ISearchParamRegistry searchParameters, IValidationSupport support) {
    super(server, searchParameters, support);
  }

  @Override
  protected void postProcess(FhirTerser terser, IBaseConformance conformance) {
    super.postProcess(terser, conformance);
    var statement = (CapabilityStatement) conformance;
    statement.getPatchFormat().clear();
    for (CapabilityStatementRestComponent rest : statement.getRest()) {
      rest.getOperation().clear();
      rest.getInteraction().clear();
      rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
      rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
      rest.getSecurity()
          .setDescription(
              "Open mode: no identity provider is configured, the server listens on the loopback address only.");
      rest.getResource().removeIf(resource -> resource.getType().equals("OperationDefinition"));
      rest.getResource().forEach(TruthfulCapabilities::correct);
      rest.getResource()
          .sort(Comparator.comparing(CapabilityStatementRestResourceComponent::getType));
    }
  }

  private static void correct(CapabilityStatementRestResourceComponent resource) {
    boolean writable = ProfileIndex.ACCEPTED_TYPES.contains(resource.getType());
    resource.getOperation().clear();
    resource.getInteraction().removeIf(interaction -> !READING.contains(interaction.getCode()));
    resource.setConditionalCreate(writable);
    resource.setConditionalUpdate(writable);
    resource.setConditionalDelete(ConditionalDeleteStatus.NOTSUPPORTED);
    resource.setUpdateCreate(false);
    if (writable) {
      resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
      resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
      resource.addOperation().setName("validate").setDefinition(VALIDATE);
      resource.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE);
    }
  }
}
