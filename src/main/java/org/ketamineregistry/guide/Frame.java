package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ketamineregistry.guide.GuideConfig.Entry;
import org.ketamineregistry.guide.Html.Heading;
import org.ketamineregistry.guide.Page.Crumb;

/** What stands around the content of every page: header, topics, way, contents, footer. */
final class Frame {
  /** A table of contents of fewer headings says nothing that the page does not. */
  private static final int WORTH_LISTING = 2;

  private static final Set<Kind> IN_SIDEBAR =
      Set.of(Kind.PROFILE, Kind.RULE_SET, Kind.MEASURE, Kind.QUESTIONNAIRE);

  private final Catalogue catalogue;
  private final GuideConfig config;
  private final List<Entry> topics;

  Frame(Catalogue catalogue) {
    this.catalogue = catalogue;
    config = catalogue.config();
    topics = topics(config);
  }

  /** The menu, and below it the pages that the menu does not have. */
  private static List<Entry> topics(GuideConfig config) {
    Set<String> inMenu = new TreeSet<>();
    targets(config.menu(), inMenu);
    List<Entry> others = new ArrayList<>();
    flat(config.pages(), others);
    others.removeIf(page -> page.target() == null || inMenu.contains(page.target()));
    List<Entry> topics = new ArrayList<>(config.menu());
    if (!others.isEmpty()) {
      topics.add(new Entry("More", null, others));
    }
    return topics;
  }

  private static void targets(List<Entry> entries, Set<String> targets) {
    for (Entry entry : entries) {
      if (entry.target() != null) {
        targets.add(entry.target());
      }
      targets(entry.below(), targets);
    }
  }

  private static void flat(List<Entry> pages, List<Entry> all) {
    for (Entry page : pages) {
      all.add(new Entry(page.title(), page.target(), List.of()));
      flat(page.below(), all);
    }
  }

  String around(Page page) {
    var html = new Html();
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
    head(page, html);
    html.open("body").element("a", "Skip to content", "class", "skip", "href", "#main");
    header(html);
    html.open("div", "class", "layout");
    sidebar(page, html);
    html.open("main", "id", "main", "tabindex", "-1");
    trail(page, html);
    html.element("h1", page.title());
    contents(page.body().headings(), html);
    html.open("div", "class", "content").raw(page.body().toString()).close("div").close("main");
    html.close("div");
    footer(html);
    return html.close("body").close("html").raw("\n").toString();
  }

  private void head(Page page, Html html) {
    html.open("head").open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", page.title() + " · " + config.title() + " " + config.version());
    html.open("link", "rel", "icon", "type", "image/svg+xml", "href", "assets/mark.svg");
    html.open("link", "rel", "stylesheet", "href", "assets/guide.css");
    html.element("script", "", "src", "assets/theme.js");
    html.element("script", "", "src", "assets/guide.js", "defer", "defer");
    html.close("head");
  }

  private void header(Html html) {
    html.open("header", "class", "top");
    html.element(
        "button",
        "Menu",
        "type",
        "button",
        "class",
        "menu-button",
        "aria-controls",
        "sidebar",
        "aria-expanded",
        "false");
    html.open("a", "class", "brand", "href", "index.html");
    html.open("img", "src", "assets/mark.svg", "alt", "", "width", "28", "height", "28");
    html.open("span").element("strong", config.title());
    html.element("span", "Implementation Guide " + config.version(), "class", "edition");
    html.close("span").close("a");
    html.open("form", "class", "search", "role", "search", "action", "artifacts.html");
    html.element("label", "Search the guide", "class", "unseen", "for", "search");
    html.open(
        "input",
        "id",
        "search",
        "type",
        "search",
        "placeholder",
        "Search profiles, codes, pages",
        "autocomplete",
        "off",
        "spellcheck",
        "false",
        "role",
        "combobox",
        "aria-expanded",
        "false",
        "aria-controls",
        "results",
        "aria-autocomplete",
        "list");
    html.element(
        "ul",
        "",
        "id",
        "results",
        "class",
        "results",
        "role",
        "listbox",
        "aria-label",
        "Search results",
        "hidden",
        "hidden");
    html.close("form");
    html.element("button", "Dark", "type", "button", "class", "theme-button", "hidden", "hidden");
    html.close("header");
  }

  private void sidebar(Page page, Html html) {
    html.open("nav", "id", "sidebar", "class", "sidebar", "aria-label", "Guide");
    html.open("ul");
    topics.forEach(topic -> topic(html, topic, page));
    html.close("ul");
    html.element("p", "All artifacts", "class", "topic");
    for (Kind kind : Kind.values()) {
      List<Artefact> artefacts = catalogue.of(kind);
      if (IN_SIDEBAR.contains(kind) && !artefacts.isEmpty()) {
        group(html, kind, artefacts, page);
      }
    }
    html.open("ul");
    for (Kind kind : Kind.values()) {
      if (!IN_SIDEBAR.contains(kind) && !catalogue.of(kind).isEmpty()) {
        html.open("li").link("artifacts.html#" + kind.anchor(), kind.title()).close("li");
      }
    }
    html.close("ul").close("nav");
  }

  private static void topic(Html html, Entry topic, Page page) {
    html.open("li");
    if (topic.target() == null) {
      html.element("p", topic.title(), "class", "topic");
    } else {
      link(html, topic.target(), topic.title(), page);
    }
    if (!topic.below().isEmpty()) {
      html.open("ul");
      topic.below().forEach(below -> topic(html, below, page));
      html.close("ul");
    }
    html.close("li");
  }

  private static void group(Html html, Kind kind, List<Artefact> artefacts, Page page) {
    boolean isHere = artefacts.stream().anyMatch(artefact -> artefact.page().equals(page.file()));
    html.open("details", isHere ? new String[] {"open", "open"} : new String[0]);
    html.element("summary", kind.title()).open("ul");
    for (Artefact artefact : artefacts) {
      html.open("li");
      link(html, artefact.page(), artefact.title(), page);
      html.close("li");
    }
    html.close("ul").close("details");
  }

  private static void link(Html html, String target, String title, Page page) {
    if (target.equals(page.file())) {
      html.element("a", title, "href", target, "aria-current", "page");
    } else {
      html.link(target, title);
    }
  }

  private static void trail(Page page, Html html) {
    if (page.trail().isEmpty()) {
      return;
    }
    html.open("nav", "aria-label", "Breadcrumb", "class", "trail").open("ol");
    for (Crumb crumb : page.trail()) {
      html.open("li").link(crumb.target(), crumb.title()).close("li");
    }
    html.element("li", page.title(), "aria-current", "page").close("ol").close("nav");
  }

  private static void contents(List<Heading> headings, Html html) {
    List<Heading> listed = headings.stream().filter(heading -> heading.level() <= 3).toList();
    if (listed.size() < WORTH_LISTING) {
      return;
    }
    html.open("details", "class", "contents", "open", "open").element("summary", "On this page");
    html.open("nav", "aria-label", "On this page").open("ul");
    for (Heading heading : listed) {
      html.open("li", "class", "level-" + heading.level())
          .link("#" + heading.id(), heading.title())
          .close("li");
    }
    html.close("ul").close("nav").close("details");
  }

  private void footer(Html html) {
    html.open("footer", "class", "bottom").open("div");
    html.open("p")
        .element("strong", config.title() + " " + config.version())
        .text(
            " · "
                + config.status()
                + " · "
                + config.date()
                + " · FHIR R4 ("
                + config.fhirVersion()
                + ")")
        .close("p");
    html.open("p")
        .text("Package ")
        .raw(Values.code(config.id()))
        .text(" · canonical ")
        .raw(Values.code(config.canonical()))
        .text(" · licence " + config.license())
        .close("p");
    html.element(
        "p",
        "Built without HL7's IG Publisher, which could not be run here; the folder of the guide is"
            + " laid out for it. All records are invented. This software is not a medical device.");
    html.open("p")
        .link("toc.html", "Table of contents")
        .text(" · ")
        .link("artifacts.html", "Artifacts")
        .text(" · ")
        .link("downloads.html", "Downloads")
        .close("p");
    html.close("div").close("footer");
  }
}
