package org.ketamineregistry.server;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.ketamineregistry.profiles.ProfilePackage;

/**
 * What the CapabilityStatement says of operations: the guide's, and those of HL7 that are offered.
 */
final class OperationStatement {
  private static final String HL7 = "http://hl7.org/fhir/";
  private static final String VALIDATE = HL7 + "OperationDefinition/Resource-validate";

  private final ProfilePackage guide;

  OperationStatement(ProfilePackage guide) {
    this.guide = guide;
  }

  /** The types that operations of the guide are about. */
  Set<String> types() {
    return offered()
        .flatMap(operation -> operation.getResource().stream())
        .map(CodeType::getCode)
        .collect(Collectors.toSet());
  }

  /** What the guide drafts is not offered yet. */
  private Stream<OperationDefinition> offered() {
    return guide.of(OperationDefinition.class).stream()
        .filter(operation -> operation.getStatus() == PublicationStatus.ACTIVE);
  }

  /** Those of the guide that are about a type. */
  Stream<CapabilityStatementRestResourceOperationComponent> of(String type) {
    return offered()
        .filter(operation -> operation.hasResource(type))
        .map(
            operation ->
                new CapabilityStatementRestResourceOperationComponent()
                    .setName(operation.getCode())
                    .setDefinition(operation.getUrl())
                    .setDocumentation(operation.getDescription()));
  }

  /** What HL7 defines for handing out many records, with the parameters that are supported. */
  static Stream<CapabilityStatementRestResourceOperationComponent> handingOut() {
    return Stream.of(
        new CapabilityStatementRestResourceOperationComponent()
            .setName("everything")
            .setDefinition(HL7 + "OperationDefinition/Patient-everything")
            .setDocumentation(
                "All records of a patient. At a record, with the parameters _type, _since and"
                    + " _count."),
        export("patient-export", "At the type."));
  }

  /** An export of HL7's Bulk Data, by the id of its definition and where it is. */
  static CapabilityStatementRestResourceOperationComponent export(String definition, String where) {
    return new CapabilityStatementRestResourceOperationComponent()
        .setName("export")
        .setDefinition(HL7 + "uv/bulkdata/OperationDefinition/" + definition)
        .setDocumentation(
            "Records of many patients, after HL7's Bulk Data Access. "
                + where
                + " With Prefer: respond-async and the parameters _type, _since, _typeFilter and"
                + " _outputFormat.");
  }

  /**
   * The verdict on a resource.
   *
   * @param onRecord whether records of the type can be judged too
   */
  static CapabilityStatementRestResourceOperationComponent validate(boolean onRecord) {
    String what = "On what is sent, with the parameters resource, mode (create) and profile";
    return new CapabilityStatementRestResourceOperationComponent()
        .setName("validate")
        .setDefinition(VALIDATE)
        .setDocumentation(
            onRecord
                ? what
                    + "; on a record too, by GET or POST, with mode update or profile. The mode"
                    + " delete is answered by a refusal, since nothing is deleted."
                : what + ".");
  }
}
