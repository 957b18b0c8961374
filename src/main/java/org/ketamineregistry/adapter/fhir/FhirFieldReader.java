package org.ketamineregistry.adapter.fhir;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.Part;

/** Reads what a mapping says of a field. */
final class FhirFieldReader {
  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
  private static final Set<String> CODED = Set.of("Coding", "CodeableConcept");
  private static final Set<String> QUANTITIES =
      Set.of("Quantity", "SimpleQuantity", "Age", "Duration", "Count", "Distance", "MoneyQuantity");

  private final Field field;
  private final Compilation compilation;

  /**
   * How parts of one rule are compiled.
   *
   * @param path compiles the expression in a part, or notes a mistake and returns null
   * @param conceptMap reads the codes of a ConceptMap beside the mapping, or notes a mistake
   */
  record Compilation(
      Function<Part, @Nullable Path> path, Function<Part, Map<String, String>> conceptMap) {}

  FhirFieldReader(Field field, Compilation compilation) {
    this.field = field;
    this.compilation = compilation;
  }

  Elements read(Part said) {
    if (said.has("constant")) {
      String text = said.only("constant").required("constant");
      if (!field.takes(text)) {
        said.at("constant").mistake("is none that " + field.name() + " takes" + allowed());
      }
      return new Elements(null, ElementReading.constant(text));
    }
    ElementReading reading =
        switch (field.type()) {
          case DECIMAL, COUNT ->
              ElementReading.each(amounts(said.only("path", "take", "unit", "factor")));
          case DATE -> {
            said.only("path", "take");
            yield ElementReading.each(new Days());
          }
          case MOMENT -> {
            said.only("path", "take");
            yield plain();
          }
          default -> codes(said.only("path", "take", "codes", "patterns", "otherwise"));
        };
    said.required("path");
    Path path = said.has("path") ? compilation.path().apply(said.at("path")) : null;
    if (path != null) {
      hold(path, said);
    }
    return new Elements(path, taken(said, reading));
  }

  private static ElementReading plain() {
    return ElementReading.each((element, around) -> ElementReading.plain(element));
  }

  /** What a path finds has to be something that is read. */
  private void hold(Path path, Part said) {
    boolean number = field.type() == FieldType.DECIMAL || field.type() == FieldType.COUNT;
    boolean coded = path.types().stream().allMatch(CODED::contains);
    boolean quantity = path.types().stream().allMatch(QUANTITIES::contains);
    if (coded && !path.types().isEmpty() && !said.has("codes") && !said.has("patterns")) {
      said.at("path").mistake("leads to a code in a system; say codes beside it.");
    } else if (quantity && !path.types().isEmpty() && number && !said.has("unit")) {
      said.at("path").mistake("leads to a quantity; say unit with its factors beside it.");
    } else if (path.types().stream()
        .noneMatch(
            type ->
                Character.isLowerCase(type.charAt(0))
                    || (number ? QUANTITIES : CODED).contains(type))) {
      said.at("path")
          .mistake(
              "leads to "
                  + (path.types().isEmpty() ? "nothing" : String.join(" or ", path.types()))
                  + ", which "
                  + field.name()
                  + " cannot be read from; go on to an element of it.");
    }
  }

  private ElementReading taken(Part said, ElementReading reading) {
    String pattern = said.text("take", "");
    if (pattern.isEmpty()) {
      return reading;
    }
    try {
      Pattern compiled = Pattern.compile(pattern);
      if (compiled.groupCount() == 1) {
        return new Taken(compiled, reading);
      }
      said.at("take").mistake("has to have one group in parentheses: what is taken.");
    } catch (PatternSyntaxException e) {
      said.at("take").mistake("is no regular expression of RE2: " + e.getDescription() + ".");
    }
    return reading;
  }

  private Amounts amounts(Part said) {
    BigDecimal factor = said.has("factor") ? number(said.at("factor")) : BigDecimal.ONE;
    if (!said.has("unit")) {
      return new Amounts(factor, null, Map.of(), null);
    }
    Part unit = said.at("unit").only("factors", "perWeight", "weight");
    Map<String, BigDecimal> factors = factors(unit, "factors");
    Map<String, BigDecimal> perWeight = factors(unit, "perWeight");
    if (factors.isEmpty() && perWeight.isEmpty()) {
      unit.at("factors").mistake("lists no unit.");
    }
    Amounts.Weight weight = null;
    if (perWeight.isEmpty() == unit.has("weight")) {
      unit.mistake("perWeight and weight go together.");
    } else if (unit.has("weight")) {
      Part where = unit.at("weight").only("path", "unit");
      where.required("path");
      Path path = compilation.path().apply(where.at("path"));
      var own =
          new Amounts(
              BigDecimal.ONE,
              where.has("unit") ? factors(where.at("unit").only("factors"), "factors") : null,
              Map.of(),
              null);
      weight = path == null ? null : new Amounts.Weight(path, own);
    }
    return new Amounts(factor, factors, perWeight, weight);
  }

  private static Map<String, BigDecimal> factors(Part unit, String name) {
    Map<String, BigDecimal> factors = new LinkedHashMap<>();
    unit.map(name).forEach((code, factor) -> factors.put(code, number(factor)));
    return factors;
  }

  private static BigDecimal number(Part said) {
    String text = said.text();
    if (text == null || !NUMBER.matcher(text).matches()) {
      said.mistake("has to be a number with a point, such as 0.001.");
      return BigDecimal.ONE;
    }
    return new BigDecimal(text);
  }

  private ElementReading codes(Part said) {
    if (!said.has("codes") && !said.has("patterns")) {
      if (said.has("otherwise")) {
        said.at("otherwise").mistake("goes with codes or patterns.");
      }
      return plain();
    }
    Map<String, String> codes = new LinkedHashMap<>();
    Part listed = said.at("codes");
    if (listed.has("conceptMap")) {
      compilation
          .conceptMap()
          .apply(listed.only("conceptMap").at("conceptMap"))
          .forEach(
              (key, code) -> {
                if (field.takes(code)) {
                  codes.put(key, code);
                } else {
                  listed
                      .at("conceptMap")
                      .mistake(
                          "leads to a code that " + field.name() + " does not take" + allowed());
                }
              });
    } else {
      said.map("codes").forEach((key, code) -> codes.put(key, code(code)));
    }
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
    String otherwise = said.text("otherwise", "refuse");
    return new Codes(
        codes,
        patterns,
        otherwise.equals("refuse") ? null : code(said.at("otherwise")),
        field.type() == FieldType.CODE ? field.names() : List.of("true", "false"));
  }

  private String code(Part said) {
    String code = said.text();
    if (code == null || !field.takes(code)) {
      said.mistake("leads to nothing that " + field.name() + " takes" + allowed());
      return "";
    }
    return code;
  }

  private String allowed() {
    return field.type() == FieldType.CODE
        ? "; it takes: " + String.join(", ", field.names()) + "."
        : ", which is of type " + field.type().name().toLowerCase(java.util.Locale.ROOT) + ".";
  }
}
