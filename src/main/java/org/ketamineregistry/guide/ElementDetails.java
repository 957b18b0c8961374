package org.ketamineregistry.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Type;

/** Everything about each element that a profile says something of, to read at leisure. */
final class ElementDetails {
  private final Catalogue catalogue;

  ElementDetails(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void write(StructureDefinition structure, Html html) {
    Map<String, ElementDefinition> whole = new HashMap<>();
    structure.getSnapshot().getElement().forEach(element -> whole.put(element.getId(), element));
    for (ElementDefinition said : structure.getDifferential().getElement()) {
      element(html, whole.getOrDefault(said.getId(), said));
    }
  }

  private void element(Html html, ElementDefinition element) {
    html.open("div", "class", "detail", "id", TreeMarkup.anchor(element.getId()));
    html.open("h4").raw(Values.element(element.getId())).close("h4").open("dl");
    if ("0".equals(element.getMax())) {
      fact(html, "Cardinality", "0..0, not allowed");
      html.close("dl").close("div");
      return;
    }
    fact(
        html,
        "Definition",
        catalogue
            .markdown()
            .specified(element.getDefinition() == null ? "" : element.getDefinition()));
    fact(
        html,
        "Comment",
        catalogue.markdown().specified(element.hasComment() ? element.getComment() : ""));
    fact(
        html,
        "Requirements",
        catalogue.markdown().specified(element.hasRequirements() ? element.getRequirements() : ""));
    fact(html, "Cardinality", element.getMin() + ".." + element.getMax());
    fact(html, "Type", types(element.getType()));
    if (element.hasBinding() && element.getBinding().hasValueSet()) {
      fact(
          html,
          "Binding",
          catalogue.values().named(element.getBinding().getValueSet())
              + " ("
              + element.getBinding().getStrength().toCode()
              + ")");
    }
    if (element.hasFixed() || element.hasPattern()) {
      fact(
          html,
          "Fixed value",
          value(element.hasFixed() ? element.getFixed() : element.getPattern()));
    }
    if (element.hasMaxLength()) {
      fact(html, "Longest", element.getMaxLength() + " characters");
    }
    fact(html, "Must support", element.getMustSupport() ? "yes" : "");
    fact(
        html,
        "Rules",
        element.getConstraint().stream()
            .filter(Catalogue::isOwn)
            .map(rule -> new Html().link("#" + rule.getKey(), rule.getKey()).toString())
            .collect(Collectors.joining(", ")));
    html.close("dl").close("div");
  }

  private String types(List<TypeRefComponent> types) {
    return types.stream().map(this::type).collect(Collectors.joining(" or "));
  }

  private String type(TypeRefComponent type) {
    String code = type.getCode().replaceFirst("^http://hl7.org/fhirpath/System\\.", "");
    String name = new Html().link(catalogue.links().toType(code), code).toString();
    String targets =
        (type.hasTargetProfile() ? type.getTargetProfile() : type.getProfile())
            .stream()
                .map(target -> catalogue.values().named(target.getValue()))
                .collect(Collectors.joining(", "));
    return targets.isEmpty() ? name : name + " (" + targets + ")";
  }

  private String value(Type value) {
    return value instanceof PrimitiveType<?> primitive
        ? Values.code(primitive.getValueAsString())
        : catalogue.values().inline(value).orElse("");
  }

  private static void fact(Html html, String name, String markup) {
    if (!markup.isBlank()) {
      html.element("dt", name).open("dd").raw(markup).close("dd");
    }
  }
}
