package org.ketamineregistry.guide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Any resource as a table of its elements, for whoever does not read JSON. */
final class RecordTable {
  private static final Set<String> LEFT_OUT =
      Set.of("id", "text", "meta", "implicitRules", "language");
  private static final int DEEPEST = 9;

  private final Values values;
  private final Links links;

  RecordTable(Values values, Links links) {
    this.values = values;
    this.links = links;
  }

  void write(Html html, String label, Resource resource) {
    html.table(label, List.of("Element", "Value"), rows -> children(rows, resource, 0));
  }

  private void children(Html html, Base parent, int depth) {
    Set<String> leftOut =
        parent instanceof Resource
            ? LEFT_OUT
            : parent instanceof Extension ? Set.of("url") : Set.of();
    for (Property property : parent.children()) {
      for (Base value : property.getValues()) {
        if (!leftOut.contains(property.getName()) && !value.isEmpty()) {
          row(html, property.getName().replace("[x]", ""), value, depth);
        }
      }
    }
  }

  private void row(Html html, String name, Base value, int depth) {
    Optional<String> inline = values.inline(value);
    html.open("tr")
        .open("th", "scope", "row", "class", "name plain d" + Math.min(depth, DEEPEST))
        .raw(name(name, value))
        .close("th")
        .open("td");
    inline.ifPresent(html::raw);
    if (value instanceof Resource resource) {
      html.text(resource.fhirType());
    }
    html.close("td").close("tr");
    if (inline.isEmpty()) {
      children(html, value, depth + 1);
    }
  }

  private String name(String name, Base value) {
    if (value instanceof Extension extension) {
      String url = extension.getUrl();
      return links
          .artefact(url)
          .map(
              artefact ->
                  new Html().link(artefact.page(), Values.spaced(artefact.title())).toString())
          .orElseGet(() -> Html.escape(Values.spaced(url.replaceFirst("^.*/", ""))));
    }
    return Html.escape(Values.spaced(name));
  }
}
