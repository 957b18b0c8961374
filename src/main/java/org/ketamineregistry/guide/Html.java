package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Markup under construction. It is well-formed XML as well as HTML, so that a test can read every
 * page with an XML parser, and it has neither inline styles nor inline scripts, which the site's
 * security policy forbids.
 */
final class Html {
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

  private final StringBuilder out = new StringBuilder();
  private final List<Heading> headings = new ArrayList<>();

  /** A heading that the table of contents of its page lists. */
  record Heading(int level, String id, String title) {}

  /** Opens an element; attributes are names and values in turn. */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
    out.append(VOID.contains(tag) ? "/>" : ">");
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  /** A whole element with text in it. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A whole element around other markup. */
  Html around(String tag, Consumer<Html> content, String... attributes) {
    open(tag, attributes);
    content.accept(this);
    return close(tag);
  }

  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  Html link(String target, String text) {
    return element("a", text, "href", target);
  }

  /** Markup that is known to be well-formed. */
  Html raw(CharSequence markup) {
    out.append(markup);
    return this;
  }

  /** Markup with its headings. */
  Html add(Html other) {
    headings.addAll(other.headings);
    return raw(other.out);
  }

  /** A heading that can be linked to and that stands in the page's table of contents. */
  Html heading(int level, String id, String title) {
    headings.add(new Heading(level, id, title));
    return element("h" + level, title, "id", id);
  }

  /** Names a heading that was written by other means. */
  Html listed(Heading heading) {
    headings.add(heading);
    return this;
  }

  /** A table that scrolls by itself where it is wider than the page. */
  Html table(String label, List<String> columns, Consumer<Html> rows) {
    open("div", "class", "scroll", "role", "region", "aria-label", label, "tabindex", "0");
    open("table").open("thead").open("tr");
    columns.forEach(column -> element("th", column, "scope", "col"));
    close("tr").close("thead").open("tbody");
    rows.accept(this);
    return close("tbody").close("table").close("div");
  }

  List<Heading> headings() {
    return List.copyOf(headings);
  }

  boolean isEmpty() {
    return out.isEmpty();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
