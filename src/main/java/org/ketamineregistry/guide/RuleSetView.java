package org.ketamineregistry.guide;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;

/** A jurisdiction's rules of good practice as a table of limits. */
final class RuleSetView implements ArtefactView {
  private final Catalogue catalogue;

  RuleSetView(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void write(Artefact artefact, Html html) {
    var plan = (PlanDefinition) artefact.resource();
    html.heading(2, "validity", "Where and when it holds").open("dl", "class", "facts");
    fact(
        html,
        "Jurisdiction",
        plan.getJurisdiction().stream().map(this::concept).collect(Collectors.joining(", ")));
    fact(html, "In force", Html.escape(Values.period(plan.getEffectivePeriod())));
    for (Extension setting : plan.getExtension()) {
      fact(html, title(setting), catalogue.values().phrase(setting));
    }
    html.close("dl");
    html.heading(2, "rules", "Rules and limits");
    html.table(
        artefact.title(),
        List.of("Rule", "Limit", "In words"),
        rows -> plan.getAction().forEach(action -> rule(rows, action)));
  }

  private void rule(Html rows, PlanDefinitionActionComponent action) {
    String codes =
        action.getCode().stream().map(this::concept).collect(Collectors.joining("<br/>"));
    rows.open("tr").open("th", "scope", "row", "class", "rule-name");
    if (action.hasTitle()) {
      rows.text(action.getTitle()).raw("<br/>");
    }
    rows.open("span", "class", "faint small").raw(codes).close("span").close("th").open("td");
    if (action.hasExtension()) {
      rows.open("ul", "class", "bare");
      action.getExtension().forEach(limit -> rows.open("li").raw(limit(limit)).close("li"));
      rows.close("ul");
    }
    rows.close("td").open("td");
    if (action.hasDescription()) {
      rows.raw(catalogue.markdown().line(action.getDescription()));
    }
    rows.close("td").close("tr");
    action.getAction().forEach(below -> rule(rows, below));
  }

  private String limit(Extension limit) {
    String name = title(limit);
    String target = catalogue.links().toCanonical(limit.getUrl()).orElse("");
    String label = target.isEmpty() ? Html.escape(name) : new Html().link(target, name).toString();
    return "<span class=\"small\">" + label + "</span> " + catalogue.values().phrase(limit);
  }

  private String title(Extension extension) {
    String name =
        catalogue
            .links()
            .artefact(extension.getUrl())
            .map(Artefact::title)
            .orElseGet(() -> Values.spaced(extension.getUrl().replaceFirst("^.*/", "")));
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private String concept(CodeableConcept concept) {
    return catalogue.values().inline(concept).orElse("");
  }

  private static void fact(Html html, String name, String markup) {
    if (!markup.isBlank()) {
      html.element("dt", name).open("dd").raw(markup).close("dd");
    }
  }
}
