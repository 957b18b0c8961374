package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.ImplementationGuide.ImplementationGuideDefinitionGroupingComponent;
import org.hl7.fhir.r4.model.SearchParameter;
import org.ketamineregistry.guide.GuideConfig.Entry;
import org.ketamineregistry.guide.Page.Crumb;

/** The pages that lead to others: artefacts and contents. */
final class IndexPages {
  private static final List<Crumb> HOME = List.of(new Crumb("index.html", "Home"));

  private final Catalogue catalogue;

  IndexPages(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Every artefact: by topic where the guide has topics, and by kind. */
  Page artefacts() {
    var html = new Html();
    html.element(
        "p",
        catalogue.source().artefacts().size()
            + " resources of the package, each with a page of its own, in JSON and in XML.");
    topics(html);
    for (Kind kind : Kind.values()) {
      List<Artefact> artefacts = catalogue.of(kind);
      if (artefacts.isEmpty()) {
        continue;
      }
      html.heading(2, kind.anchor(), kind.title()).element("p", kind.about());
      if (kind == Kind.SEARCH_PARAMETER) {
        searchParameters(html, artefacts);
      } else if (kind == Kind.EXAMPLE) {
        examples(html, artefacts);
      } else {
        table(html, kind.title(), artefacts);
      }
    }
    return new Page("artifacts.html", "Artifacts", "Index", HOME, html, "all artefacts index");
  }

  private void topics(Html html) {
    for (ImplementationGuide guide : guides()) {
      for (ImplementationGuideDefinitionGroupingComponent topic :
          guide.getDefinition().getGrouping()) {
        List<Artefact> inTopic =
            guide.getDefinition().getResource().stream()
                .filter(resource -> topic.getId().equals(resource.getGroupingId()))
                .flatMap(
                    resource ->
                        catalogue
                            .links()
                            .referenced(resource.getReference().getReference())
                            .stream())
                .toList();
        if (!inTopic.isEmpty()) {
          html.heading(2, "topic-" + topic.getId(), topic.getName());
          html.raw(catalogue.markdown().text(topic.hasDescription() ? topic.getDescription() : ""));
          table(html, topic.getName(), inTopic);
        }
      }
    }
  }

  private List<ImplementationGuide> guides() {
    return catalogue.of(Kind.GUIDE).stream()
        .map(artefact -> (ImplementationGuide) artefact.resource())
        .toList();
  }

  private void table(Html html, String title, List<Artefact> artefacts) {
    html.table(
        title,
        List.of("Name", "What it is for", "Requirements"),
        rows ->
            artefacts.forEach(
                artefact -> {
                  named(rows, artefact);
                  rows.open("td")
                      .raw(catalogue.markdown().line(firstSentence(artefact.description())))
                      .close("td")
                      .open("td", "class", "requirements");
                  artefact.requirements().forEach(id -> catalogue.requirement(rows, id));
                  rows.close("td").close("tr");
                }));
  }

  private static void named(Html rows, Artefact artefact) {
    rows.open("tr").open("th", "scope", "row").link(artefact.page(), artefact.title()).close("th");
  }

  private void searchParameters(Html html, List<Artefact> parameters) {
    html.table(
        "Search parameters",
        List.of("Resource", "Name", "Type", "Finds by", "Reason"),
        rows ->
            parameters.forEach(
                artefact -> {
                  var parameter = (SearchParameter) artefact.resource();
                  String bases =
                      parameter.getBase().stream()
                          .map(base -> base.getCode())
                          .collect(Collectors.joining(", "));
                  rows.open("tr")
                      .element("td", bases)
                      .open("th", "scope", "row")
                      .link(artefact.page(), parameter.getCode())
                      .close("th")
                      .element("td", parameter.getType().toCode())
                      .open("td")
                      .raw(catalogue.markdown().line(artefact.description()))
                      .close("td")
                      .open("td")
                      .raw(catalogue.markdown().line(artefact.purpose()))
                      .close("td")
                      .close("tr");
                }));
  }

  private void examples(Html html, List<Artefact> examples) {
    Map<String, List<Artefact>> byType =
        examples.stream()
            .collect(Collectors.groupingBy(Artefact::type, TreeMap::new, Collectors.toList()));
    byType.forEach(
        (type, ofType) -> {
          html.element("h3", type, "id", "examples-" + type.toLowerCase(Locale.ROOT));
          html.table(
              "Examples of " + type,
              List.of("Name", "What it shows"),
              rows ->
                  ofType.forEach(
                      artefact -> {
                        named(rows, artefact);
                        rows.open("td")
                            .raw(catalogue.markdown().line(artefact.description()))
                            .close("td")
                            .close("tr");
                      }));
        });
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  /** Every page, in the order of the guide. */
  Page contents() {
    var html = new Html();
    List<Entry> pages = new ArrayList<>(catalogue.config().pages());
    pages.add(new Entry("Artifacts", "artifacts.html", List.of()));
    list(html, pages);
    return new Page("toc.html", "Table of contents", "Index", HOME, html, "contents pages");
  }

  private static void list(Html html, List<Entry> pages) {
    html.open("ul");
    for (Entry page : pages) {
      html.open("li");
      if (page.target() == null) {
        html.text(page.title());
      } else {
        html.link(page.target(), page.title());
      }
      if (!page.below().isEmpty()) {
        list(html, page.below());
      }
      html.close("li");
    }
    html.close("ul");
  }
}
