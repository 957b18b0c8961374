package org.ketamineregistry.server;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** What the CapabilityStatement says of searches that the registry's own providers answer. */
final class SearchStatement {
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

  private SearchStatement() {}

  /** Corrects the search of a type that HAPI's tables do not keep. */
  static void correct(CapabilityStatementRestResourceComponent resource) {
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

  /** Whether an interaction is offered with a type. */
  static boolean offers(
      CapabilityStatementRestResourceComponent resource, TypeRestfulInteraction wanted) {
    return resource.getInteraction().stream()
        .anyMatch(interaction -> interaction.getCode() == wanted);
  }

  private static CapabilityStatementRestResourceSearchParamComponent parameter(
      String type, String name, SearchParamType kind, String documentation) {
    return new CapabilityStatementRestResourceSearchParamComponent()
        .setName(name)
        .setType(kind)
        .setDefinition("http://hl7.org/fhir/SearchParameter/" + type + "-" + name)
        .setDocumentation(documentation);
  }
}
