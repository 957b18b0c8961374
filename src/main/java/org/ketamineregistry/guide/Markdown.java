package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Markdown as pages and definitions have it: CommonMark with tables, an anchor at each heading, and
 * coloured code. Pages keep to what the standard IG Publisher reads too, so they have no Liquid.
 */
final class Markdown {
  private static final int TOP = 2;
  private static final Pattern RELATIVE = Pattern.compile("^(?![a-z]+:|[A-Z]\\w+-).");
  private static final Pattern LIQUID = Pattern.compile("\\{%|\\{\\{|\\{:");
  private static final List<org.commonmark.Extension> EXTENSIONS =
      List.of(TablesExtension.create());

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer inText;
  private final TextContentRenderer plain =
      TextContentRenderer.builder().extensions(EXTENSIONS).build();
  private final Function<String, Optional<String>> links;
  private final HtmlRenderer ofSpecification =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> attributes.computeIfPresent("href", Markdown::toHl7))
          .build();

  Markdown(Function<String, Optional<String>> links) {
    this.links = links;
    inText = renderer(Map.of());
  }

  /**
   * The text of a page. Its headings begin with the second level, whatever the page begins with.
   */
  Html page(String markdown) {
    if (LIQUID.matcher(markdown.replaceAll("(?s)```.*?```|`[^`]*`", "")).find()) {
      throw new IllegalStateException("Liquid is not read in pages: {%, {{ or {:");
    }
    Node document = parser.parse(markdown);
    List<Html.Heading> found = new ArrayList<>();
    Map<Node, String> anchors = new HashMap<>();
    document.accept(new Headings(found, anchors));
    var html = new Html().raw(scrolling(renderer(anchors).render(document)));
    found.forEach(html::listed);
    return html;
  }

  /** A description, as one or more paragraphs. */
  String text(String markdown) {
    return scrolling(inText.render(parser.parse(markdown)));
  }

  /** Words of FHIR's specification, whose links are relative to its pages. */
  String specified(String markdown) {
    return ofSpecification.render(parser.parse(markdown));
  }

  /** A description that stands within a line. */
  String line(String markdown) {
    return text(markdown).strip().replaceFirst("^<p>(.*)</p>$", "$1");
  }

  /** Without any markup. */
  String plain(String markdown) {
    return plain.render(parser.parse(markdown)).replaceAll("\\s+", " ").strip();
  }

  private HtmlRenderer renderer(Map<Node, String> anchors) {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (anchors.containsKey(node)) {
                    attributes.put("id", anchors.get(node));
                  }
                  if (tag.equals("th")) {
                    attributes.put("scope", "col");
                  }
                  if (attributes.containsKey("align")) {
                    attributes.put("class", "align-" + attributes.remove("align"));
                  }
                })
        .nodeRendererFactory(context -> new CodeBlocks(context, links))
        .build();
  }

  private static String toHl7(String attribute, String target) {
    return RELATIVE.matcher(target).find() ? Links.SPECIFICATION + target : target;
  }

  private static String scrolling(String html) {
    return html.replace(
            "<table>",
            "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
  }

  /** The anchor that kramdown, which the standard IG Publisher has, would give to a heading. */
  static String anchor(String title) {
    return title
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replaceFirst("^[^\\p{L}]+", "")
        .strip()
        .replace(' ', '-');
  }

  private final class Headings extends AbstractVisitor {
    private final List<Html.Heading> found;
    private final Map<Node, String> anchors;
    private int first;

    Headings(List<Html.Heading> found, Map<Node, String> anchors) {
      this.found = found;
      this.anchors = anchors;
    }

    @Override
    public void visit(Heading heading) {
      if (first == 0) {
        first = heading.getLevel();
      }
      heading.setLevel(Math.max(TOP, heading.getLevel() - first + TOP));
      String title = plain.render(heading).strip();
      String base = anchor(title);
      String anchor = base;
      for (int i = 1; anchors.containsValue(anchor); i++) {
        anchor = base + "-" + i;
      }
      anchors.put(heading, anchor);
      found.add(new Html.Heading(heading.getLevel(), anchor, title));
    }
  }
}
