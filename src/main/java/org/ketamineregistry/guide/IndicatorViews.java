package org.ketamineregistry.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupStratifierComponent;
import org.hl7.fhir.r4.model.RelatedArtifact;

/** Measures and the libraries that they compute by. */
final class IndicatorViews {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Catalogue catalogue;

  IndicatorViews(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void measure(Artefact artefact, Html html) {
    var measure = (Measure) artefact.resource();
    html.heading(2, "question", "The measure").open("dl", "class", "facts");
    if (measure.hasScoring()) {
      fact(html, "Scoring", concept(measure.getScoring()));
    }
    if (measure.hasImprovementNotation()) {
      fact(html, "Better is", concept(measure.getImprovementNotation()));
    }
    if (measure.hasLibrary()) {
      fact(
          html,
          "Computed by",
          measure.getLibrary().stream()
              .map(library -> catalogue.values().named(library.getValue()))
              .collect(Collectors.joining("<br/>")));
    }
    if (measure.hasRationale()) {
      fact(html, "Rationale", catalogue.markdown().text(measure.getRationale()));
    }
    if (measure.hasGuidance()) {
      fact(html, "Guidance", catalogue.markdown().text(measure.getGuidance()));
    }
    html.close("dl");
    int number = 0;
    for (MeasureGroupComponent group : measure.getGroup()) {
      number++;
      String suffix = measure.getGroup().size() > 1 ? " " + number : "";
      populations(html, group, number, suffix);
      if (group.hasStratifier()) {
        html.heading(2, "stratifiers-" + number, "Stratifiers" + suffix);
        boolean described =
            group.getStratifier().stream()
                .anyMatch(stratifier -> stratifier.hasDescription() || stratifier.hasComponent());
        html.table(
            "Stratifiers",
            described
                ? List.of("Stratifier", "Description", "Criteria")
                : List.of("Stratifier", "Criteria"),
            rows ->
                group
                    .getStratifier()
                    .forEach(stratifier -> stratifier(rows, stratifier, described)));
      }
    }
    if (measure.hasSupplementalData()) {
      html.heading(2, "filters", "Supplemental data and filters");
      html.table(
          "Supplemental data",
          List.of("Data", "Use", "Description", "Criteria"),
          rows ->
              measure
                  .getSupplementalData()
                  .forEach(
                      data -> {
                        rows.open("tr").open("th", "scope", "row").raw(concept(data.getCode()));
                        rows.close("th").open("td");
                        rows.raw(
                            data.getUsage().stream()
                                .map(this::concept)
                                .collect(Collectors.joining("<br/>")));
                        rows.close("td");
                        rows.element("td", data.hasDescription() ? data.getDescription() : "");
                        criteria(rows, data.getCriteria());
                        rows.close("tr");
                      }));
    }
  }

  private void populations(Html html, MeasureGroupComponent group, int number, String suffix) {
    html.heading(2, "populations-" + number, "Populations" + suffix);
    if (group.hasDescription()) {
      html.raw(catalogue.markdown().text(group.getDescription()));
    }
    html.table(
        "Populations",
        List.of("Population", "Description", "Criteria"),
        rows ->
            group
                .getPopulation()
                .forEach(
                    population -> {
                      rows.open("tr")
                          .open("th", "scope", "row")
                          .raw(concept(population.getCode()))
                          .close("th");
                      rows.element(
                          "td", population.hasDescription() ? population.getDescription() : "");
                      criteria(rows, population.getCriteria());
                      rows.close("tr");
                    }));
  }

  private void stratifier(
      Html rows, MeasureGroupStratifierComponent stratifier, boolean described) {
    rows.open("tr").open("th", "scope", "row").raw(concept(stratifier.getCode())).close("th");
    if (described) {
      rows.element("td", stratifier.hasDescription() ? stratifier.getDescription() : "");
    }
    criteria(rows, stratifier.getCriteria());
    rows.close("tr");
    stratifier
        .getComponent()
        .forEach(
            part -> {
              rows.open("tr").open("th", "scope", "row").raw(concept(part.getCode())).close("th");
              rows.element("td", part.hasDescription() ? part.getDescription() : "");
              criteria(rows, part.getCriteria());
              rows.close("tr");
            });
  }

  private static void criteria(Html rows, Expression criteria) {
    rows.open("td");
    if (criteria.hasExpression()) {
      rows.raw(Values.code(criteria.getExpression()))
          .element("span", " " + criteria.getLanguage(), "class", "faint");
    }
    rows.close("td");
  }

  private String concept(CodeableConcept concept) {
    return catalogue.values().inline(concept).orElse("");
  }

  private static void fact(Html html, String name, String markup) {
    html.element("dt", name).open("dd").raw(markup).close("dd");
  }

  void library(Artefact artefact, Html html) {
    var library = (Library) artefact.resource();
    List<RelatedArtifact> related =
        library.getRelatedArtifact().stream().filter(RelatedArtifact::hasResource).toList();
    if (!related.isEmpty()) {
      html.heading(2, "related", "Related").open("ul");
      related.forEach(
          other ->
              html.open("li")
                  .text(Values.spaced(other.getType().toCode()) + " ")
                  .raw(catalogue.values().named(other.getResource()))
                  .close("li"));
      html.close("ul");
    }
    if (library.hasContent()) {
      html.heading(2, "content", "Content");
      for (Attachment content : library.getContent()) {
        if (content.hasTitle() && content.hasData()) {
          html.heading(3, Markdown.anchor(content.getTitle()), content.getTitle());
        }
        content(html, content);
      }
    }
  }

  /** What an attachment holds, read where it is text. */
  void content(Html html, Attachment content) {
    String type = content.hasContentType() ? content.getContentType() : "";
    String title = content.hasTitle() ? content.getTitle() : "";
    if (content.hasUrl()) {
      html.open("p").link(content.getUrl(), title.isEmpty() ? content.getUrl() : title);
      html.text(" ").raw(Values.code(type)).close("p");
    }
    if (content.hasData()) {
      html.open("p").raw(Values.code(type)).close("p");
      html.raw(text(type, content.getData()));
    }
  }

  private String text(String type, byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (type.contains("json")) {
      try {
        String laidOut = JSON.writeValueAsString(JSON.readTree(text));
        return SourceText.block(laidOut, "json", catalogue.links()::toString);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A library's content is no JSON", e);
      }
    }
    if (type.startsWith("text/markdown")) {
      return catalogue.markdown().text(text);
    }
    String language = type.contains("xml") ? "xml" : type.contains("cql") ? "cql" : "text";
    return type.startsWith("text/") || language.equals("xml") || type.contains("sql")
        ? SourceText.block(text, language, catalogue.links()::toString)
        : "<p>" + data.length + " bytes</p>";
  }
}
