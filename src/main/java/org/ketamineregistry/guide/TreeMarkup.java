package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Gives the table that HL7's renderer drew this site's form: what it says stays, and its inline
 * styles, scripts and images become classes and icons of this site. An icon that is not known here
 * is an error, so that none can be missing.
 */
final class TreeMarkup {
  /** Where the renderer's links to an element begin. */
  static final String DETAILS = "details#";

  private static final List<String> COLUMNS =
      List.of("Name", "Flags", "Card.", "Type", "Description & constraints");
  private static final Set<String> COPIED =
      Set.of("b", "i", "br", "code", "p", "ul", "ol", "li", "table", "tbody", "tr", "td", "th");
  private static final Pattern OWN_RULE = Pattern.compile("\\s*krn-[a-z]+-\\d+\\s*");
  private static final char NO_BREAK = '\u00a0';
  private static final Set<String> LEFT_OUT = Set.of("script", "input", "img");

  /** What a style of the renderer means. */
  private static final Map<String, String> CLASSES =
      Map.of(
          "background-color: red", "flag must",
          "maroon", "flag rule",
          "color: black", "flag",
          "line-through", "removed",
          "darkgreen", "value",
          "font-weight:bold", "label",
          "opacity", "faint");

  private final Links links;

  TreeMarkup(Links links) {
    this.links = links;
  }

  /** The anchor of an element's details. */
  static String anchor(String elementId) {
    return "def-" + elementId.replaceAll("[^A-Za-z0-9.]", "-");
  }

  /**
   * The table.
   *
   * @param explained ids of the elements that have details on the page
   */
  Html of(XhtmlNode table, String label, Set<String> explained) {
    List<Row> rows = new ArrayList<>();
    for (XhtmlNode node : named(table, "tr")) {
      List<XhtmlNode> cells = named(node, "td");
      if (cells.size() == COLUMNS.size()) {
        rows.add(Row.of(cells));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException("A tree table without rows: " + label);
    }
    var html = new Html();
    html.open("div", "class", "scroll", "role", "region", "aria-label", label, "tabindex", "0");
    html.open("table", "class", "tree").open("thead").open("tr");
    COLUMNS.forEach(column -> html.element("th", column, "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    for (int i = 0; i < rows.size(); i++) {
      boolean hasBelow = i + 1 < rows.size() && rows.get(i + 1).depth() > rows.get(i).depth();
      row(html, rows.get(i), hasBelow, explained);
    }
    return html.close("tbody").close("table").close("div");
  }

  private void row(Html html, Row row, boolean hasBelow, Set<String> explained) {
    html.open("tr").open("th", "scope", "row", "class", "name d" + row.depth());
    for (int level = 0; level < row.lines().size(); level++) {
      if (!row.lines().get(level).isEmpty()) {
        html.element("i", "", "class", row.lines().get(level) + " g" + level);
      }
    }
    if (hasBelow) {
      html.element("i", "", "class", "below g" + row.depth());
    }
    html.raw(Icon.of(row.icon()).image());
    XhtmlNode name = row.name();
    String target = String.valueOf(name.getAttribute("href"));
    String element =
        target.startsWith(DETAILS) ? target.substring(target.lastIndexOf('#') + 1) : "";
    List<String> attributes = attributes(name);
    if (explained.contains(element)) {
      attributes.addAll(List.of("href", "#" + anchor(element)));
      html.open("a", attributes.toArray(String[]::new));
    } else {
      html.open("span", attributes.toArray(String[]::new));
    }
    html.text(name.allText()).close(explained.contains(element) ? "a" : "span").close("th");
    for (XhtmlNode cell : row.others()) {
      html.open("td");
      withoutLastBreaks(cell.getChildNodes()).forEach(child -> copy(child, html, explained));
      html.close("td");
    }
    html.close("tr");
  }

  private void copy(XhtmlNode node, Html html, Set<String> explained) {
    if (node.getNodeType() == NodeType.Text && OWN_RULE.matcher(node.getContent()).matches()) {
      html.link("#" + node.getContent().strip(), node.getContent());
    } else if (node.getNodeType() == NodeType.Text) {
      html.text(node.getContent());
    } else if (node.getNodeType() == NodeType.Element && !LEFT_OUT.contains(node.getName())) {
      String tag = node.getName();
      List<String> attributes = attributes(node);
      String href = node.getAttribute("href");
      boolean isFlag = attributes.contains("flag rule");
      if (tag.equals("a") && href != null && !isFlag) {
        tag = link(href, attributes, explained);
      } else if (!COPIED.contains(tag)) {
        tag = "span";
      }
      html.open(tag, attributes.toArray(String[]::new));
      if (!tag.equals("br")) {
        node.getChildNodes().forEach(child -> copy(child, html, explained));
        html.close(tag);
      }
    }
  }

  /** Adds where a link leads; without a place to lead to it is no link. */
  private String link(String href, List<String> attributes, Set<String> explained) {
    if (!href.startsWith("#")) {
      attributes.addAll(List.of("href", links.toCanonical(href).orElse(href)));
    } else if (explained.contains(href.substring(1))) {
      attributes.addAll(List.of("href", "#" + anchor(href.substring(1))));
    } else {
      return "span";
    }
    return "a";
  }

  private static List<String> attributes(XhtmlNode node) {
    List<String> attributes = new ArrayList<>();
    String style = String.valueOf(node.getAttribute("style"));
    CLASSES.entrySet().stream()
        .filter(entry -> style.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .max(Comparator.comparingInt(String::length))
        .ifPresent(name -> attributes.addAll(List.of("class", name)));
    String title = node.getAttribute("title");
    if (title != null && !title.isBlank() && !title.equals("null")) {
      attributes.addAll(List.of("title", title));
    }
    return attributes;
  }

  private static List<XhtmlNode> withoutLastBreaks(List<XhtmlNode> nodes) {
    int end = nodes.size();
    while (end > 0 && isBlank(nodes.get(end - 1))) {
      end--;
    }
    return nodes.subList(0, end);
  }

  private static boolean isBlank(XhtmlNode node) {
    return "br".equals(node.getName())
        || (node.getNodeType() == NodeType.Text && node.getContent().isBlank());
  }

  private static List<XhtmlNode> named(XhtmlNode parent, String name) {
    return parent.getChildNodes().stream().filter(node -> name.equals(node.getName())).toList();
  }

  /**
   * A row.
   *
   * @param lines what joins it to the rows around it, level by level
   */
  private record Row(List<String> lines, String icon, XhtmlNode name, List<XhtmlNode> others) {

    static Row of(List<XhtmlNode> cells) {
      List<String> lines = new ArrayList<>();
      String icon = "";
      XhtmlNode name = new XhtmlNode(NodeType.Element, "span");
      for (XhtmlNode node : cells.get(0).getChildNodes()) {
        String image = node.getAttribute("src");
        String text =
            node.getNodeType() == NodeType.Text
                ? node.getContent().replace(NO_BREAK, ' ').strip()
                : "";
        if (!text.isEmpty()) {
          name = named(text, name);
        } else if (image != null && image.startsWith("tbl_")) {
          if (!image.startsWith("tbl_spacer")) {
            lines.add(line(image));
          }
        } else if (image != null) {
          icon = image;
        } else if (isName(node) && name.getChildNodes().isEmpty()) {
          name = node;
        }
      }
      return new Row(lines, icon, name, cells.subList(1, cells.size()));
    }

    /** A name that leads nowhere stands in the cell as bare text. */
    private static XhtmlNode named(String text, XhtmlNode known) {
      if (!known.getChildNodes().isEmpty()) {
        return known;
      }
      var name = new XhtmlNode(NodeType.Element, "span");
      name.tx(text);
      return name;
    }

    private static boolean isName(XhtmlNode node) {
      return ("a".equals(node.getName()) && node.getAttribute("name") == null)
          || "span".equals(node.getName());
    }

    private static String line(String image) {
      if (image.contains("vjoin_end")) {
        return "end";
      }
      return image.contains("vjoin") ? "join" : image.contains("vline") ? "line" : "";
    }

    int depth() {
      return lines.size();
    }
  }
}
