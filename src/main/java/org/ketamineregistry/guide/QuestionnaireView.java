package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;

/** A questionnaire as the table of its questions. */
final class QuestionnaireView implements ArtefactView {
  private static final int DEEPEST = 9;

  /** Which are long, and for a form's software only. */
  private static final Set<String> LEFT_OUT = Set.of("rendering-xhtml", "rendering-markdown");

  private final Catalogue catalogue;

  QuestionnaireView(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void write(Artefact artefact, Html html) {
    var questionnaire = (Questionnaire) artefact.resource();
    html.heading(2, "questions", "Questions");
    html.table(
        artefact.title(),
        List.of("Question", "Answer", "Card.", "Details"),
        rows -> questionnaire.getItem().forEach(item -> item(rows, item, 0)));
  }

  private void item(Html rows, QuestionnaireItemComponent item, int depth) {
    rows.open("tr", "id", "item-" + item.getLinkId())
        .open("th", "scope", "row", "class", "name plain d" + Math.min(depth, DEEPEST))
        .text(item.hasText() ? item.getText() + " " : "")
        .element("code", item.getLinkId(), "class", "faint")
        .close("th")
        .element("td", item.getType().toCode())
        .element("td", (item.getRequired() ? "1" : "0") + (item.getRepeats() ? "..*" : "..1"))
        .open("td")
        .raw(String.join("<br/>", details(item)))
        .close("td")
        .close("tr");
    item.getItem().forEach(below -> item(rows, below, depth + 1));
  }

  private List<String> details(QuestionnaireItemComponent item) {
    List<String> details = new ArrayList<>();
    if (item.hasAnswerValueSet()) {
      details.add("One of " + catalogue.values().named(item.getAnswerValueSet()));
    }
    if (item.hasAnswerOption()) {
      details.add(
          "One of "
              + item.getAnswerOption().stream()
                  .map(option -> catalogue.values().inline(option.getValue()).orElse(""))
                  .collect(Collectors.joining(", ")));
    }
    if (item.hasEnableWhen()) {
      details.add(
          "Asked when "
              + item.getEnableWhen().stream()
                  .map(this::condition)
                  .collect(
                      Collectors.joining(
                          item.hasEnableBehavior()
                                  && item.getEnableBehavior().toCode().equals("any")
                              ? " or "
                              : " and ")));
    }
    if (item.hasInitial()) {
      details.add(
          "Begins as "
              + catalogue.values().inline(item.getInitialFirstRep().getValue()).orElse(""));
    }
    if (item.hasMaxLength()) {
      details.add("At most " + item.getMaxLength() + " characters");
    }
    if (item.hasDefinition()) {
      details.add("Extracted to " + definition(item.getDefinition()));
    }
    item.getExtension().stream()
        .filter(extension -> !LEFT_OUT.contains(extension.getUrl().replaceFirst("^.*/", "")))
        .forEach(
            extension ->
                details.add(
                    "<span class=\"faint\">"
                        + Html.escape(Values.spaced(extension.getUrl().replaceFirst("^.*/", "")))
                        + "</span> "
                        + catalogue.values().phrase(extension)));
    return details;
  }

  private String condition(QuestionnaireItemEnableWhenComponent when) {
    return new Html().link("#item-" + when.getQuestion(), when.getQuestion())
        + " "
        + Html.escape(when.getOperator().toCode())
        + " "
        + catalogue.values().inline(when.getAnswer()).orElse("");
  }

  /** A definition is a profile's canonical and the id of one of its elements. */
  private String definition(String definition) {
    int hash = definition.indexOf('#');
    return hash < 0
        ? catalogue.values().named(definition)
        : catalogue.values().named(definition.substring(0, hash))
            + " "
            + Values.code(definition.substring(hash + 1));
  }
}
