package org.ketamineregistry.adapter.mapping;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.Part;

/** What a mapping says of a field in the words that all sources share. */
public record FieldPart(Part said, Field field) {
  /** What the field is whatever the source has; empty where it is read from the source. */
  public Optional<String> constant() {
    if (!said.has("constant")) {
      return Optional.empty();
    }
    String text = said.only("constant").required("constant");
    if (!field.takes(text)) {
      said.at("constant").mistake("is none that " + field.name() + " takes" + allowed());
    }
    return Optional.of(text);
  }

  /**
   * The source's codes; empty where the source has the field's own.
   *
   * @param listed reads what stands under {@code codes}
   */
  public Optional<CodeMap> codes(Supplier<Map<String, String>> listed) {
    if (!said.has("codes") && !said.has("patterns")) {
      if (said.has("otherwise")) {
        said.at("otherwise").mistake("goes with codes or patterns.");
      }
      return Optional.empty();
    }
    Map<String, String> codes = listed.get();
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    said.map("patterns")
        .forEach(
            (pattern, code) -> {
              try {
                patterns.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), code(code));
              } catch (PatternSyntaxException e) {
                code.mistake("is no regular expression of RE2: " + e.getDescription() + ".");
              }
            });
    return Optional.of(
        new CodeMap(
            codes,
            patterns,
            said.text("otherwise", "refuse").equals("refuse") ? null : code(said.at("otherwise")),
            field.type() == FieldType.CODE ? field.names() : List.of("true", "false")));
  }

  /** A code that the source's own leads to. */
  public String code(Part part) {
    String code = part.text();
    if (code == null || !field.takes(code)) {
      part.mistake("leads to nothing that " + field.name() + " takes" + allowed());
      return "";
    }
    return code;
  }

  /** The end of a sentence: what the field takes. */
  public String allowed() {
    return field.type() == FieldType.CODE
        ? "; it takes: " + String.join(", ", field.names()) + "."
        : ", which is of type " + field.type().name().toLowerCase(Locale.ROOT) + ".";
  }
}
