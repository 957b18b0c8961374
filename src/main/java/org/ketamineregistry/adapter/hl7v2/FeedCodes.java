package org.ketamineregistry.adapter.hl7v2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.adapter.Templates;

/** What a configuration says that the codes of its messages stand for. */
record FeedCodes(Templates templates) {
  /** What HL7's table 0162 says without anybody's declaration. */
  static final Map<String, String> ROUTES =
      Map.of(
          "IV^HL70162", "intravenous-route",
          "NS^HL70162", "nasal-route",
          "PO^HL70162", "oral-route",
          "SC^HL70162", "subcutaneous-route",
          "IM^HL70162", "intramuscular-route",
          "PR^HL70162", "rectal-route",
          "SL^HL70162", "sublingual");

  /**
   * Reads a map of codes.
   *
   * @param kind whose field they fill
   * @param known what is known beside it
   */
  Map<String, String> read(
      Part part, String name, String kind, String field, Map<String, String> known) {
    Map<String, String> all = new LinkedHashMap<>(known);
    part.map(name).forEach((code, said) -> all.put(code, said.oneOf(allowed(kind, field))));
    return all;
  }

  /** The codes of a field, and their names. */
  Set<String> allowed(String kind, String field) {
    Template template = templates.of(kind).orElseThrow();
    return Objects.requireNonNull(template.fields().get(field)).codes().keySet();
  }
}
