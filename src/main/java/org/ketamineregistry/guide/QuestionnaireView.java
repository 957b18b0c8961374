package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;

/** A questionnaire as the table of its questions. */
final class QuestionnaireView implements ArtefactView {
  private static final int DEEPEST = 9;

  private final Catalogue catalogue;
  private final FormExtensions extensions;

  QuestionnaireView(Catalogue catalogue) {
    this.catalogue = catalogue;
    extensions = new FormExtensions(catalogue);
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
      details.add("Goes to " + extensions.element(item.getDefinition()));
    }
    details.addAll(extensions.of(item));
    return details;
  }

  private String condition(QuestionnaireItemEnableWhenComponent when) {
    return new Html().link("#item-" + when.getQuestion(), when.getQuestion())
        + " "
        + Html.escape(when.getOperator().toCode())
        + " "
        + catalogue.values().inline(when.getAnswer()).orElse("");
  }
}
