package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.SearchParameter;

/** Capability statements, operations and search parameters. */
final class BehaviourViews {
  private static final String EXPECTATION =
      "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation";

  private final Catalogue catalogue;

  BehaviourViews(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void capabilities(Artefact artefact, Html html) {
    var statement = (CapabilityStatement) artefact.resource();
    for (CapabilityStatementRestComponent rest : statement.getRest()) {
      String mode = rest.getMode().toCode();
      html.heading(2, "rest-" + mode, mode.equals("server") ? "As a server" : "As a client");
      html.raw(catalogue.markdown().text(rest.hasDocumentation() ? rest.getDocumentation() : ""));
      if (rest.getSecurity().hasDescription()) {
        html.heading(3, "security-" + mode, "Security");
        html.raw(catalogue.markdown().text(rest.getSecurity().getDescription()));
      }
      if (rest.hasInteraction()) {
        html.open("p").text("For the system as a whole: ");
        html.raw(
                rest.getInteraction().stream()
                    .map(told -> expected(told, told.getCode().toCode()))
                    .collect(Collectors.joining(", ")))
            .close("p");
      }
      if (rest.hasResource()) {
        html.table(
            "Resources, " + mode,
            List.of("Resource", "Profiles", "Interactions", "Search parameters", "Notes"),
            rows -> rest.getResource().forEach(resource -> resource(rows, resource)));
      }
      if (rest.hasOperation()) {
        html.heading(3, "operations-" + mode, "Operations").open("ul");
        rest.getOperation()
            .forEach(
                operation ->
                    html.open("li")
                        .raw(expected(operation, "$" + operation.getName()))
                        .text(" ")
                        .raw(catalogue.values().named(operation.getDefinition()))
                        .close("li"));
        html.close("ul");
      }
    }
  }

  private void resource(Html rows, CapabilityStatementRestResourceComponent resource) {
    Stream<String> profiles =
        Stream.concat(
                Stream.ofNullable(resource.hasProfile() ? resource.getProfile() : null),
                resource.getSupportedProfile().stream().map(CanonicalType::getValue))
            .map(catalogue.values()::named);
    rows.open("tr")
        .open("th", "scope", "row")
        .link(catalogue.links().toType(resource.getType()), resource.getType())
        .close("th")
        .open("td")
        .raw(profiles.collect(Collectors.joining("<br/>")))
        .close("td")
        .open("td")
        .raw(
            resource.getInteraction().stream()
                .map(told -> expected(told, told.getCode().toCode()))
                .collect(Collectors.joining("<br/>")))
        .close("td")
        .open("td")
        .raw(
            resource.getSearchParam().stream()
                .map(told -> expected(told, told.getName()))
                .collect(Collectors.joining("<br/>")))
        .close("td")
        .open("td")
        .raw(
            catalogue
                .markdown()
                .text(resource.hasDocumentation() ? resource.getDocumentation() : ""))
        .close("td")
        .close("tr");
  }

  /** What is told, with SHALL or SHOULD where the statement says so. */
  private static String expected(Element told, String name) {
    return told.hasExtension(EXPECTATION)
        ? "<span class=\"unbroken\">"
            + Values.code(name)
            + " <span class=\"faint\">"
            + Html.escape(told.getExtensionString(EXPECTATION))
            + "</span></span>"
        : Values.code(name);
  }

  void operation(Artefact artefact, Html html) {
    var operation = (OperationDefinition) artefact.resource();
    html.heading(2, "invocation", "How it is called").open("ul");
    String name = "/$" + operation.getCode();
    if (operation.getSystem()) {
      html.open("li").raw(Values.code("[base]" + name)).close("li");
    }
    operation
        .getResource()
        .forEach(
            type -> {
              if (operation.getType()) {
                html.open("li").raw(Values.code("[base]/" + type.getValue() + name)).close("li");
              }
              if (operation.getInstance()) {
                html.open("li")
                    .raw(Values.code("[base]/" + type.getValue() + "/[id]" + name))
                    .close("li");
              }
            });
    html.close("ul");
    html.element(
        "p",
        operation.getAffectsState()
            ? "It changes what the registry holds, so it is called by POST."
            : "It changes nothing.");
    html.heading(2, "parameters", "Parameters");
    html.table(
        "Parameters",
        List.of("Name", "Use", "Card.", "Type", "Meaning"),
        rows -> operation.getParameter().forEach(parameter -> parameter(rows, parameter, "", 0)));
  }

  private void parameter(
      Html rows, OperationDefinitionParameterComponent parameter, String use, int depth) {
    String direction = parameter.hasUse() ? parameter.getUse().toCode() : use;
    rows.open("tr")
        .open("th", "scope", "row", "class", "name plain d" + depth)
        .raw(Values.code(parameter.getName()))
        .close("th")
        .element("td", direction)
        .element("td", parameter.getMin() + ".." + parameter.getMax())
        .open("td");
    if (parameter.hasType()) {
      rows.link(catalogue.links().toType(parameter.getType()), parameter.getType());
    }
    parameter
        .getTargetProfile()
        .forEach(target -> rows.text(" ").raw(catalogue.values().named(target.getValue())));
    rows.close("td").open("td");
    rows.raw(
        catalogue
            .markdown()
            .line(parameter.hasDocumentation() ? parameter.getDocumentation() : ""));
    if (parameter.hasBinding()) {
      rows.text(" Codes: ").raw(catalogue.values().named(parameter.getBinding().getValueSet()));
    }
    rows.close("td").close("tr");
    parameter.getPart().forEach(part -> parameter(rows, part, direction, depth + 1));
  }

  void searchParameter(Artefact artefact, Html html) {
    var parameter = (SearchParameter) artefact.resource();
    List<String[]> facts = new ArrayList<>();
    String bases =
        parameter.getBase().stream()
            .map(
                base ->
                    new Html()
                        .link(catalogue.links().toType(base.getCode()), base.getCode())
                        .toString())
            .collect(Collectors.joining(", "));
    facts.add(new String[] {"Resource", bases});
    facts.add(new String[] {"Name", Values.code(parameter.getCode())});
    facts.add(new String[] {"Type", Html.escape(parameter.getType().toCode())});
    if (parameter.hasExpression()) {
      facts.add(new String[] {"Expression", Values.code(parameter.getExpression())});
    }
    if (parameter.hasTarget()) {
      facts.add(
          new String[] {
            "Refers to",
            parameter.getTarget().stream()
                .map(target -> Html.escape(target.getCode()))
                .collect(Collectors.joining(", "))
          });
    }
    facts.add(
        new String[] {
          "Example",
          Values.code(
              "GET [base]/"
                  + parameter.getBase().get(0).getCode()
                  + "?"
                  + parameter.getCode()
                  + "=…")
        });
    html.heading(2, "parameter", "Parameter").open("dl", "class", "facts");
    facts.forEach(fact -> html.element("dt", fact[0]).open("dd").raw(fact[1]).close("dd"));
    html.close("dl");
  }
}
