package org.ketamineregistry.server;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceInteractionComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.StringType;
import org.ketamineregistry.ingest.Format;

/** A CapabilityStatement in the words of OpenAPI: what it states, and nothing else. */
final class ApiDocument {
  private static final String WHOLE = "Registry";

  private final OpenAPI document = new OpenAPI();

  private ApiDocument() {}

  static OpenAPI of(CapabilityStatement statement) {
    var api = new ApiDocument();
    api.document
        .info(
            new Info()
                .title(statement.getSoftware().getName())
                .version(statement.getSoftware().getVersion())
                .description(
                    "FHIR "
                        + statement.getFhirVersion().toCode()
                        + ". "
                        + statement.getRestFirstRep().getSecurity().getDescription()))
        .servers(List.of(new Server().url(statement.getImplementation().getUrl())))
        .paths(new Paths())
        .addTagsItem(new Tag().name(WHOLE));
    api.add(WHOLE, HttpMethod.GET, "/metadata", "The CapabilityStatement");
    api.add(WHOLE, HttpMethod.POST, "/", "Submit a Bundle: a transaction or a batch")
        .requestBody(body());
    statement
        .getRestFirstRep()
        .getOperation()
        .forEach(
            operation ->
                api.add(WHOLE, HttpMethod.GET, "/$" + operation.getName(), inShort(operation))
                    .description(operation.getDefinition())
                    .addParametersItem(asynchronous()));
    statement.getRestFirstRep().getResource().forEach(api::resource);
    return api.document;
  }

  private void resource(CapabilityStatementRestResourceComponent resource) {
    document.addTagsItem(
        new Tag()
            .name(resource.getType())
            .description(
                String.join(
                    ", ",
                    resource.getSupportedProfile().stream()
                        .map(CanonicalType::getValueAsString)
                        .toList())));
    resource.getInteraction().forEach(interaction -> interaction(resource, interaction));
    for (var operation : resource.getOperation()) {
      String path = "/$" + operation.getName();
      switch (operation.getName()) {
        case "validate" -> validate(resource);
        case "status" -> {
          add(resource, HttpMethod.GET, "/{id}" + path, operation);
          add(resource, HttpMethod.GET, path, operation);
        }
        case "disclosures", "everything", "events" ->
            add(resource, HttpMethod.GET, "/{id}" + path, operation);
        case "decide", "evaluate-protected", "evaluate-exact", "ask-network", "set-peer-policy" ->
            add(resource, HttpMethod.POST, "/{id}" + path, operation).requestBody(body());
        case "export", "viewdefinition-export" ->
            add(
                    resource,
                    HttpMethod.GET,
                    resource.getType().equals(ExportLevel.GROUP) ? "/{id}" + path : path,
                    operation)
                .addParametersItem(asynchronous());
        default -> add(resource, HttpMethod.POST, path, operation).requestBody(body());
      }
    }
  }

  private static Parameter asynchronous() {
    return parameter("header", "Prefer", "respond-async").required(true);
  }

  private void interaction(
      CapabilityStatementRestResourceComponent resource, ResourceInteractionComponent interaction) {
    switch (interaction.getCode()) {
      case READ -> add(resource, HttpMethod.GET, "/{id}", "Read it");
      case VREAD ->
          add(resource, HttpMethod.GET, "/{id}/_history/{version}", "Read a version of it");
      case HISTORYINSTANCE -> add(resource, HttpMethod.GET, "/{id}/_history", "Its versions");
      case SEARCHTYPE -> search(resource);
      case CREATE -> create(resource);
      case UPDATE -> update(resource);
      default -> throw new IllegalStateException("Not offered: " + interaction.getCode());
    }
  }

  private void create(CapabilityStatementRestResourceComponent resource) {
    Operation create = add(resource, HttpMethod.POST, "", "Create it").requestBody(body());
    if (resource.getConditionalCreate()) {
      create.addParametersItem(
          parameter("header", "If-None-Exist", "identifier=[system]|[value]: only once"));
    }
  }

  /** HL7's definition has it for types and records; here a record is one that can be read. */
  private void validate(CapabilityStatementRestResourceComponent resource) {
    asking(add(resource, HttpMethod.POST, "/$validate", "A verdict on what is sent"))
        .requestBody(body());
    if (resource.getInteraction().stream()
        .anyMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.READ)) {
      asking(add(resource, HttpMethod.GET, "/{id}/$validate", "A verdict on a record"));
      asking(
              add(
                  resource,
                  HttpMethod.POST,
                  "/{id}/$validate",
                  "A verdict on a record, or a change"))
          .requestBody(body().required(false));
    }
  }

  private static Operation asking(Operation operation) {
    return operation
        .addParametersItem(parameter("query", "mode", "create, update, delete or profile"))
        .addParametersItem(
            parameter("query", "profile", "The canonical URL of a profile to hold it against too"));
  }

  private void search(CapabilityStatementRestResourceComponent resource) {
    Operation search = add(resource, HttpMethod.GET, "", "Search");
    resource.getSearchParam().forEach(stated -> search.addParametersItem(query(stated)));
    search.addParametersItem(parameter("query", "_count", "How many to a page"));
    including(search, "_include", resource.getSearchInclude());
    including(search, "_revinclude", resource.getSearchRevInclude());
    add(resource, HttpMethod.POST, "/_search", "Search, by the same parameters as a form");
  }

  private void update(CapabilityStatementRestResourceComponent resource) {
    Parameter ifMatch = parameter("header", "If-Match", "The version that is changed: W/\"1\"");
    add(resource, HttpMethod.PUT, "/{id}", "Change it")
        .addParametersItem(ifMatch)
        .requestBody(body());
    if (!resource.getConditionalUpdate()) {
      return;
    }
    add(resource, HttpMethod.PUT, "", "Change it by its identifier, or create it")
        .addParametersItem(parameter("query", "identifier", "[system]|[value]").required(true))
        .addParametersItem(ifMatch)
        .requestBody(body());
  }

  private Operation add(
      CapabilityStatementRestResourceComponent resource,
      HttpMethod method,
      String path,
      String summary) {
    return add(resource.getType(), method, "/" + resource.getType() + path, summary);
  }

  /** An operation, by the first sentence of what is stated about it, and by its definition. */
  private Operation add(
      CapabilityStatementRestResourceComponent resource,
      HttpMethod method,
      String path,
      CapabilityStatementRestResourceOperationComponent operation) {
    return add(resource, method, path, inShort(operation)).description(operation.getDefinition());
  }

  private static String inShort(CapabilityStatementRestResourceOperationComponent operation) {
    return operation.getDocumentation().split("(?<=\\.) ", 2)[0];
  }

  private Operation add(String tag, HttpMethod method, String path, String summary) {
    var operation = new Operation();
    operation.addTagsItem(tag).setSummary(summary);
    for (String name : List.of("id", "version")) {
      if (path.contains("{" + name + "}")) {
        operation.addParametersItem(parameter("path", name, "").required(true));
      }
    }
    operation.setResponses(
        new ApiResponses()
            .addApiResponse("2XX", new ApiResponse().description("Done").content(content()))
            .addApiResponse(
                "default",
                new ApiResponse().description("An OperationOutcome").content(content())));
    document.getPaths().computeIfAbsent(path, none -> new PathItem()).operation(method, operation);
    return operation;
  }

  private static void including(Operation search, String name, List<StringType> stated) {
    if (!stated.isEmpty()) {
      var one = new StringSchema();
      stated.forEach(value -> one.addEnumItem(value.getValue()));
      search.addParametersItem(parameter("query", name, "").schema(one));
    }
  }

  private static Parameter query(CapabilityStatementRestResourceSearchParamComponent stated) {
    String meaning = stated.getDocumentation() == null ? "" : ": " + stated.getDocumentation();
    return parameter("query", stated.getName(), stated.getType().toCode() + meaning);
  }

  private static Parameter parameter(String in, String name, String description) {
    return new Parameter().in(in).name(name).description(description).schema(new StringSchema());
  }

  private static RequestBody body() {
    return new RequestBody().required(true).content(content());
  }

  private static Content content() {
    var content = new Content();
    for (Format format : Format.values()) {
      Schema<?> resource = new ObjectSchema().description("A FHIR resource");
      content.addMediaType(format.mediaType(), new MediaType().schema(resource));
    }
    return content;
  }
}
