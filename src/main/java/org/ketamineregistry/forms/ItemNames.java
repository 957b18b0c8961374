package org.ketamineregistry.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r5.elementmodel.Element;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.Problem;

/**
 * Tells a problem by the items of the form: its expression goes by their linkIds, and its words
 * begin with the question's text, which is the form's own. A linkId that the form does not have is
 * somebody's words, and is not repeated.
 */
final class ItemNames {
  private static final Pattern ITEM = Pattern.compile("\\.(item|answer)(?:\\[(\\d{1,6})])?");

  private final Element response;
  private final Map<String, String> texts = new HashMap<>();

  ItemNames(Questionnaire form, Element response) {
    this.response = response;
    texts(form.getItem());
  }

  private void texts(List<QuestionnaireItemComponent> items) {
    for (QuestionnaireItemComponent item : items) {
      texts.put(item.getLinkId(), item.getText());
      texts(item.getItem());
    }
  }

  /**
   * @param problem its expression goes by places in the response
   * @param missing the linkId of the item that is missing at that place; null where none is
   */
  Problem named(Problem problem, @Nullable String missing) {
    if (problem.expression() == null) {
      return problem;
    }
    var named = new StringBuilder("QuestionnaireResponse");
    String question = null;
    Element at = response;
    Matcher step = ITEM.matcher(problem.expression());
    int from = named.length();
    while (at != null && problem.expression().length() > from && step.find(from)) {
      if (step.start() != from) {
        break;
      }
      at = child(at, step.group(1), step.group(2) == null ? 0 : Integer.parseInt(step.group(2)));
      String linkId = at == null ? null : at.getNamedChildValue("linkId");
      if (at == null || linkId == null || !texts.containsKey(linkId)) {
        named.append(step.group()); // An answer, or an item that the form does not have.
      } else {
        named.append(".item.where(linkId='").append(linkId).append("')");
        append(named, position(problem.expression().substring(0, step.start()), at, linkId));
        question = linkId;
      }
      from = step.end();
    }
    named.append(problem.expression().substring(Math.min(from, problem.expression().length())));
    if (missing != null && texts.containsKey(missing)) {
      named.append(".item.where(linkId='").append(missing).append("')");
      question = missing;
    }
    return new Problem(
        problem.code(),
        problem.rule(),
        named.toString(),
        problem.line(),
        problem.column(),
        question == null
            ? problem.message()
            : "“" + texts.get(question) + "” (" + question + "): " + problem.message());
  }

  private static void append(StringBuilder named, int position) {
    if (position > 0) {
      named.append('[').append(position).append(']');
    }
  }

  /** Which of the items with the same linkId it is, from 0. */
  private int position(String above, Element item, String linkId) {
    Element parent = response;
    Matcher step = ITEM.matcher(above);
    while (parent != null && step.find()) {
      parent =
          child(parent, step.group(1), step.group(2) == null ? 0 : Integer.parseInt(step.group(2)));
    }
    return parent == null
        ? 0
        : parent.getChildrenByName("item").stream()
            .filter(one -> linkId.equals(one.getNamedChildValue("linkId")))
            .toList()
            .indexOf(item);
  }

  private static @Nullable Element child(Element parent, String name, int index) {
    List<Element> named = parent.getChildrenByName(name);
    return index < named.size() ? named.get(index) : null;
  }
}
