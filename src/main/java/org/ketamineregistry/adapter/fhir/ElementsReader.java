package org.ketamineregistry.adapter.fhir;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.mapping.Factors;
import org.ketamineregistry.adapter.mapping.FieldPart;
import org.ketamineregistry.adapter.mapping.Taken;

/** Reads what a mapping says of the elements that a field is read from. */
final class ElementsReader {
  private static final Set<String> CODED = Set.of("Coding", "CodeableConcept");
  private static final Set<String> QUANTITIES =
      Set.of("Quantity", "SimpleQuantity", "Age", "Duration", "Count", "Distance", "MoneyQuantity");

  private final Function<Part, Optional<Path>> paths;
  private final Function<Part, Map<String, String>> conceptMaps;

  /**
   * @param paths compiles the expression in a part, or notes what is wrong with it
   * @param conceptMaps reads the codes of a ConceptMap beside the mapping, or notes what is wrong
   */
  ElementsReader(
      Function<Part, Optional<Path>> paths, Function<Part, Map<String, String>> conceptMaps) {
    this.paths = paths;
    this.conceptMaps = conceptMaps;
  }

  /** A field that means no other record. */
  Elements field(Part said, Field field) {
    var part = new FieldPart(said, field);
    Optional<String> constant = part.constant();
    if (constant.isPresent()) {
      return new Elements(null, ElementReading.constant(constant.get()));
    }
    ElementReading reading =
        switch (field.type()) {
          case DECIMAL, COUNT ->
              ElementReading.each(quantities(said.only("path", "take", "unit", "factor")));
          case DATE -> {
            said.only("path", "take");
            yield ElementReading.each(new Days());
          }
          case MOMENT -> {
            said.only("path", "take");
            yield plain();
          }
          default -> {
            said.only("path", "take", "codes", "patterns", "otherwise");
            yield part.codes(() -> listed(part)).<ElementReading>map(Codes::new).orElse(plain());
          }
        };
    said.required("path");
    Path path = said.has("path") ? paths.apply(said.at("path")).orElse(null) : null;
    if (path != null) {
      hold(path, said, field);
    }
    return new Elements(
        path, Taken.read(said).map(taken -> ElementReading.taken(taken, reading)).orElse(reading));
  }

  private static ElementReading plain() {
    return ElementReading.each((element, around) -> ElementReading.plain(element));
  }

  /** What a path finds has to be something that is read. */
  private static void hold(Path path, Part said, Field field) {
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

  private QuantityReading quantities(Part said) {
    BigDecimal factor = Factors.ofAll(said);
    if (!said.has("unit")) {
      return new QuantityReading(factor, null, Map.of(), null);
    }
    Part unit = said.at("unit").only("factors", "perWeight", "weight");
    Map<String, BigDecimal> factors = factors(unit, "factors");
    Map<String, BigDecimal> perWeight = factors(unit, "perWeight");
    if (factors.isEmpty() && perWeight.isEmpty()) {
      unit.at("factors").mistake("lists no unit.");
    }
    if (perWeight.isEmpty() == unit.has("weight")) {
      unit.mistake("perWeight and weight go together.");
    }
    return new QuantityReading(
        factor,
        factors,
        perWeight,
        perWeight.isEmpty() || !unit.has("weight")
            ? null
            : weight(unit.at("weight").only("path", "unit")));
  }

  private QuantityReading.@Nullable Weight weight(Part said) {
    said.required("path");
    var own =
        new QuantityReading(
            BigDecimal.ONE,
            said.has("unit") ? factors(said.at("unit").only("factors"), "factors") : null,
            Map.of(),
            null);
    return paths
        .apply(said.at("path"))
        .map(path -> new QuantityReading.Weight(path, own))
        .orElse(null);
  }

  private static Map<String, BigDecimal> factors(Part unit, String name) {
    return Factors.byUnit(unit, name, UnaryOperator.identity());
  }

  private Map<String, String> listed(FieldPart part) {
    Map<String, String> codes = new LinkedHashMap<>();
    Part listed = part.said().at("codes");
    if (!listed.has("conceptMap")) {
      part.said().map("codes").forEach((key, code) -> codes.put(key, part.code(code)));
      return codes;
    }
    Part named = listed.only("conceptMap").at("conceptMap");
    conceptMaps
        .apply(named)
        .forEach(
            (key, code) -> {
              if (part.field().takes(code)) {
                codes.put(key, code);
              } else {
                named.mistake(
                    "leads to a code that "
                        + part.field().name()
                        + " does not take"
                        + part.allowed());
              }
            });
    return codes;
  }
}
