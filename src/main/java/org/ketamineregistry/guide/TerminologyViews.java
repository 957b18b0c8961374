package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyComponent;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** Code systems, value sets, concept maps and naming systems as tables. */
final class TerminologyViews {
  private static final int DEEPEST = 9;

  private final Catalogue catalogue;

  TerminologyViews(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void codeSystem(Artefact artefact, Html html) {
    var system = (CodeSystem) artefact.resource();
    List<PropertyComponent> properties = system.getProperty();
    List<String> columns = new ArrayList<>(List.of("Code", "Display", "Definition"));
    properties.forEach(property -> columns.add(Values.spaced(property.getCode())));
    html.heading(2, "codes", "Codes");
    html.table(
        artefact.title(),
        columns,
        rows -> concepts(artefact.id(), rows, system.getConcept(), properties, 0));
    if (properties.stream().anyMatch(PropertyComponent::hasDescription)) {
      html.heading(2, "properties", "Properties").open("dl", "class", "facts");
      properties.forEach(
          property ->
              html.open("dt")
                  .raw(Values.code(property.getCode()))
                  .close("dt")
                  .element("dd", property.hasDescription() ? property.getDescription() : ""));
      html.close("dl");
    }
  }

  private void concepts(
      String id,
      Html rows,
      List<ConceptDefinitionComponent> concepts,
      List<PropertyComponent> properties,
      int depth) {
    for (ConceptDefinitionComponent concept : concepts) {
      rows.open("tr", "id", id + "-" + concept.getCode())
          .open("th", "scope", "row", "class", "name plain d" + Math.min(depth, DEEPEST))
          .raw(Values.code(concept.getCode()))
          .close("th")
          .element("td", concept.hasDisplay() ? concept.getDisplay() : "")
          .element("td", concept.hasDefinition() ? concept.getDefinition() : "");
      for (PropertyComponent property : properties) {
        rows.open("td")
            .raw(
                concept.getProperty().stream()
                    .filter(value -> value.getCode().equals(property.getCode()))
                    .map(ConceptPropertyComponent::getValue)
                    .map(value -> catalogue.values().inline(value).orElse(""))
                    .collect(Collectors.joining("<br/>")))
            .close("td");
      }
      rows.close("tr");
      concepts(id, rows, concept.getConcept(), properties, depth + 1);
    }
  }

  void valueSet(Artefact artefact, Html html) {
    var set = (ValueSet) artefact.resource();
    html.heading(2, "codes", "Codes");
    set.getCompose().getInclude().forEach(include -> included(html, include, ""));
    set.getCompose().getExclude().forEach(exclude -> included(html, exclude, "Not: "));
  }

  private void included(Html html, ConceptSetComponent include, String before) {
    List<String> sources = new ArrayList<>();
    if (include.hasSystem()) {
      String version = include.hasVersion() ? " version " + Html.escape(include.getVersion()) : "";
      sources.add("From " + catalogue.values().named(include.getSystem()) + version);
    }
    for (CanonicalType set : include.getValueSet()) {
      sources.add("In " + catalogue.values().named(set.getValue()));
    }
    html.open("h3").text(before).raw(include.hasConcept() ? "" : "All codes ");
    html.raw(String.join(", ", sources)).close("h3");
    include
        .getFilter()
        .forEach(
            filter ->
                html.element(
                    "p",
                    "where "
                        + filter.getProperty()
                        + " "
                        + filter.getOp().toCode()
                        + " "
                        + filter.getValue()));
    if (include.hasConcept()) {
      boolean defined =
          include.getConcept().stream()
              .anyMatch(
                  concept ->
                      catalogue
                          .terms()
                          .definition(include.getSystem(), concept.getCode())
                          .isPresent());
      html.table(
          "Codes of " + Terms.systemName(include.getSystem()),
          defined ? List.of("Code", "Display", "Definition") : List.of("Code", "Display"),
          rows ->
              include
                  .getConcept()
                  .forEach(concept -> concept(rows, include.getSystem(), concept, defined)));
    }
  }

  private void concept(
      Html rows, String system, ConceptReferenceComponent concept, boolean defined) {
    Optional<Artefact> own = catalogue.links().artefact(system);
    String code = Values.code(concept.getCode());
    String linked =
        own.map(
                artefact ->
                    new Html()
                        .open(
                            "a",
                            "href",
                            artefact.page() + "#" + artefact.id() + "-" + concept.getCode())
                        .raw(code)
                        .close("a")
                        .toString())
            .orElse(code);
    String display =
        concept.hasDisplay()
            ? concept.getDisplay()
            : catalogue.terms().display(system, concept.getCode()).orElse("");
    rows.open("tr").open("th", "scope", "row").raw(linked).close("th").element("td", display);
    if (defined) {
      rows.element("td", catalogue.terms().definition(system, concept.getCode()).orElse(""));
    }
    rows.close("tr");
  }

  void conceptMap(Artefact artefact, Html html) {
    var map = (ConceptMap) artefact.resource();
    html.heading(2, "mappings", "Mappings");
    for (ConceptMapGroupComponent group : map.getGroup()) {
      html.open("h3")
          .raw(group.hasSource() ? catalogue.values().named(group.getSource()) : "any system")
          .text(" to ")
          .raw(group.hasTarget() ? catalogue.values().named(group.getTarget()) : "any system")
          .close("h3");
      html.table(
          artefact.title(),
          List.of("Code", "Relationship", "Target", "Comment"),
          rows -> group.getElement().forEach(element -> mapped(rows, group, element)));
    }
  }

  private void mapped(Html rows, ConceptMapGroupComponent group, SourceElementComponent element) {
    String source = word(group.getSource(), element.getCode(), element.getDisplay());
    if (element.getTarget().isEmpty()) {
      rows.open("tr").open("th", "scope", "row").raw(source).close("th");
      rows.element("td", "unmatched").element("td", "").element("td", "").close("tr");
    }
    for (TargetElementComponent target : element.getTarget()) {
      rows.open("tr").open("th", "scope", "row").raw(source).close("th");
      rows.element("td", target.hasEquivalence() ? target.getEquivalence().toCode() : "");
      rows.open("td")
          .raw(
              target.hasCode()
                  ? word(group.getTarget(), target.getCode(), target.getDisplay())
                  : "")
          .close("td");
      rows.element("td", target.hasComment() ? target.getComment() : "").close("tr");
    }
  }

  private String word(
      String system, String code, @org.jspecify.annotations.Nullable String display) {
    String words = display == null ? catalogue.terms().display(system, code).orElse("") : display;
    return Values.code(code) + (words.isEmpty() ? "" : " " + Html.escape(words));
  }

  void namingSystem(Artefact artefact, Html html) {
    var system = (NamingSystem) artefact.resource();
    html.heading(2, "identifiers", "Identifiers of the system");
    html.table(
        artefact.title(),
        List.of("Type", "Value", "Preferred", "Comment"),
        rows ->
            system
                .getUniqueId()
                .forEach(
                    id ->
                        rows.open("tr")
                            .element("th", id.getType().toCode(), "scope", "row")
                            .open("td")
                            .raw(Values.code(id.getValue()))
                            .close("td")
                            .element("td", id.getPreferred() ? "yes" : "")
                            .element("td", Objects.requireNonNullElse(id.getComment(), ""))
                            .close("tr")));
  }
}
