package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionMappingComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionMappingComponent;
import org.ketamineregistry.guide.TreeTables.View;

/**
 * A profile or an extension: its tree tables, rules, bindings, mappings and examples. One instance
 * serves one thread.
 */
final class StructureView implements ArtefactView {
  private static final String KEY =
      "S must support, ?! modifier, Σ in summaries, C has rules. A name that is struck out is not"
          + " allowed.";

  private final Catalogue catalogue;
  private final TreeTables trees;
  private final ElementDetails details;

  StructureView(Catalogue catalogue) {
    this.catalogue = catalogue;
    trees =
        new TreeTables(
            catalogue.source().definitions().workerContext(),
            catalogue.links(),
            catalogue.config().canonical());
    details = new ElementDetails(catalogue);
  }

  @Override
  public void write(Artefact artefact, Html html) {
    var structure = (StructureDefinition) artefact.resource();
    html.heading(2, "structure", "Structure");
    html.open("div", "class", "tabs");
    for (View view : View.values()) {
      panel(html, view.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), view.title());
      html.add(trees.table(structure.getUrl(), view)).close("section");
    }
    panel(html, "details", "Element details");
    details.write(structure, html);
    html.close("section").close("div").element("p", KEY, "class", "note");
    rules(structure, html);
    bindings(structure, html);
    mappings(structure, html);
    examples(artefact, html);
    invalid(artefact, html);
  }

  private static void panel(Html html, String id, String title) {
    html.open("section", "class", "panel", "id", id, "data-tab", title)
        .element("h3", title, "class", "panel-title");
  }

  private void rules(StructureDefinition structure, Html html) {
    Map<String, List<ElementDefinition>> places = new LinkedHashMap<>();
    Map<String, ElementDefinitionConstraintComponent> rules = new LinkedHashMap<>();
    for (ElementDefinition element : structure.getSnapshot().getElement()) {
      for (ElementDefinitionConstraintComponent rule : element.getConstraint()) {
        if (Catalogue.isOwn(rule)) {
          rules.putIfAbsent(rule.getKey(), rule);
          places.computeIfAbsent(rule.getKey(), key -> new ArrayList<>()).add(element);
        }
      }
    }
    if (rules.isEmpty()) {
      return;
    }
    html.heading(2, "rules", "Rules");
    html.table(
        "Rules",
        List.of("Rule", "Where", "What it asks for", "Expression"),
        rows ->
            rules.forEach(
                (key, rule) ->
                    rows.open("tr", "id", key)
                        .open("th", "scope", "row")
                        .raw(Values.code(key))
                        .close("th")
                        .open("td")
                        .raw(
                            places.getOrDefault(key, List.of()).stream()
                                .map(element -> Values.element(element.getId()))
                                .collect(Collectors.joining("<br/>")))
                        .close("td")
                        .element("td", rule.getHuman())
                        .open("td")
                        .raw(Values.code(rule.getExpression()))
                        .close("td")
                        .close("tr")));
  }

  private void bindings(StructureDefinition structure, Html html) {
    List<ElementDefinition> bound =
        structure.getDifferential().getElement().stream()
            .filter(element -> element.hasBinding() && element.getBinding().hasValueSet())
            .toList();
    if (bound.isEmpty()) {
      return;
    }
    html.heading(2, "bindings", "Bindings");
    html.table(
        "Bindings",
        List.of("Element", "Value set", "Strength"),
        rows ->
            bound.forEach(
                element ->
                    rows.open("tr")
                        .open("th", "scope", "row")
                        .raw(Values.element(element.getId()))
                        .close("th")
                        .open("td")
                        .raw(catalogue.values().named(element.getBinding().getValueSet()))
                        .close("td")
                        .element("td", element.getBinding().getStrength().toCode())
                        .close("tr")));
  }

  private void mappings(StructureDefinition structure, Html html) {
    Map<String, List<ElementDefinition>> mapped = new LinkedHashMap<>();
    for (ElementDefinition element : structure.getDifferential().getElement()) {
      element.getMapping().stream()
          .map(ElementDefinitionMappingComponent::getIdentity)
          .distinct()
          .forEach(to -> mapped.computeIfAbsent(to, key -> new ArrayList<>()).add(element));
    }
    if (mapped.isEmpty()) {
      return;
    }
    html.heading(2, "mappings", "Mappings");
    mapped.forEach(
        (identity, elements) -> {
          String title =
              structure.getMapping().stream()
                  .filter(mapping -> mapping.getIdentity().equals(identity))
                  .filter(StructureDefinitionMappingComponent::hasName)
                  .map(StructureDefinitionMappingComponent::getName)
                  .findFirst()
                  .orElse(identity);
          html.heading(3, "mapping-" + identity, title);
          html.table(
              title,
              List.of("Element", "Maps to", "Comment"),
              rows -> elements.forEach(element -> mapping(rows, element, identity)));
        });
  }

  private void mapping(Html rows, ElementDefinition element, String identity) {
    for (ElementDefinitionMappingComponent mapping : element.getMapping()) {
      if (mapping.getIdentity().equals(identity)) {
        rows.open("tr")
            .open("th", "scope", "row")
            .raw(Values.element(element.getId()))
            .close("th")
            .element("td", mapping.getMap())
            .open("td")
            .raw(catalogue.markdown().line(mapping.hasComment() ? mapping.getComment() : ""))
            .close("td")
            .close("tr");
      }
    }
  }

  private void examples(Artefact artefact, Html html) {
    List<Artefact> examples =
        catalogue.users(artefact).filter(user -> user.kind() == Kind.EXAMPLE).toList();
    if (examples.isEmpty()) {
      return;
    }
    html.heading(2, "examples", "Examples");
    html.open("ul");
    examples.forEach(example -> html.open("li").link(example.page(), example.title()).close("li"));
    html.close("ul");
  }

  private void invalid(Artefact artefact, Html html) {
    List<InvalidExample> invalid = catalogue.invalid(artefact.id());
    if (invalid.isEmpty()) {
      return;
    }
    html.heading(2, "invalid-examples", "Invalid examples");
    html.element(
        "p",
        "Each has exactly one defect. The registry, its command line and HL7's validator refuse it"
            + " for that defect; the registry's answer has the code of the third column.");
    html.table(
        "Invalid examples",
        List.of("Defect", "What it breaks", "Answer", "Where"),
        rows ->
            invalid.forEach(
                example ->
                    rows.open("tr")
                        .open("th", "scope", "row")
                        .link("invalid/" + example.path(), example.defect())
                        .close("th")
                        .open("td")
                        .raw(broken(example))
                        .close("td")
                        .open("td", "class", "unbroken")
                        .raw(Values.code(example.code().code()))
                        .close("td")
                        .open("td")
                        .raw(Values.element(example.expression()))
                        .close("td")
                        .close("tr")));
  }

  private String broken(InvalidExample example) {
    return catalogue
        .rule(example.rule())
        .map(words -> Values.code(example.rule()) + " " + Html.escape(words))
        .orElseGet(
            () ->
                switch (example.rule()) {
                  case "required" -> "A required element is missing";
                  case "forbidden" -> "An element is there that is not allowed";
                  case "binding" -> "A code is not in its value set";
                  case "pattern" -> "A value is not the one that is fixed";
                  case "slicing" -> "A slice is there that is not allowed";
                  case "type" -> "A value is of another type or form";
                  default -> Values.code(example.rule());
                });
  }
}
