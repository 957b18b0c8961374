package org.ketamineregistry.adapter.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.mapping.Factors;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * Quantities, and numbers alone, in the unit of the field.
 *
 * @param factor of every number
 * @param units what a number in each unit is multiplied with: by the code of UCUM, or where a
 *     quantity has none by the unit as it is written; null where no unit is looked at
 * @param perWeight the same of units for each kilogram of body weight
 * @param weight where the weight is found, in kilograms; null where it is not
 */
record QuantityReading(
    BigDecimal factor,
    @Nullable Map<String, BigDecimal> units,
    Map<String, BigDecimal> perWeight,
    @Nullable Weight weight)
    implements ElementReading.OfOne {
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final int MOST_DIGITS = 30;

  /** A body weight in the resource. */
  record Weight(Path path, QuantityReading quantity) {}

  @Override
  public Optional<String> read(Base element, ElementReading.Around around) throws Unfit {
    return amount(element, around).map(Factors::text);
  }

  private Optional<BigDecimal> amount(Base element, ElementReading.Around around) throws Unfit {
    if (element instanceof Quantity quantity) {
      return quantity.hasValue() ? Optional.of(quantity(quantity, around)) : Optional.empty();
    }
    Optional<String> text = ElementReading.plain(element);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (units != null) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID, "It has to be a quantity with a unit, and is a number alone.");
    }
    return Optional.of(bounded(number(text.get())).multiply(factor));
  }

  private BigDecimal quantity(Quantity quantity, ElementReading.Around around) throws Unfit {
    if (quantity.hasComparator()) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID,
          "It says less than, or more than; the registry takes what was measured or given.");
    }
    BigDecimal value = bounded(quantity.getValue()).multiply(factor);
    if (units == null) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID,
          "It has a unit, and the mapping does not say what to do with units. Add unit.factors.");
    }
    String unit =
        UCUM.equals(quantity.getSystem()) && quantity.hasCode()
            ? quantity.getCode()
            : quantity.hasUnit() ? quantity.getUnit().strip() : "";
    BigDecimal known = units.get(unit);
    if (known != null) {
      return value.multiply(known);
    }
    BigDecimal each = perWeight.get(unit);
    if (each != null && weight != null) {
      return value.multiply(each).multiply(kilograms(weight, around));
    }
    List<String> all = new ArrayList<>(units.keySet());
    all.addAll(perWeight.keySet());
    throw new Unfit(
        ErrorCode.VALUE_INVALID,
        "The mapping has no factor for this unit, or there is none. It has: "
            + String.join(", ", all)
            + ".");
  }

  private static BigDecimal kilograms(Weight weight, ElementReading.Around around) throws Unfit {
    List<Base> found = weight.path().find(around.resource());
    Optional<BigDecimal> kilograms =
        found.size() == 1 ? weight.quantity().amount(found.get(0), around) : Optional.empty();
    return kilograms.orElseThrow(
        () ->
            new Unfit(
                ErrorCode.VALUE_INVALID,
                "It is for each kilogram, and no weight, or more than one, is at "
                    + weight.path().origin()
                    + "."));
  }

  private static BigDecimal number(String text) throws Unfit {
    if (text.length() > MOST_DIGITS || !text.matches("-?\\d+(\\.\\d+)?")) {
      throw new Unfit(ErrorCode.VALUE_INVALID, "It has to be a number.");
    }
    return new BigDecimal(text);
  }

  /** A number such as 1e999999999 is short as a text and has no end as a number. */
  private static BigDecimal bounded(BigDecimal value) throws Unfit {
    if (Math.abs(value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID, "It has more digits than anything that is measured.");
    }
    return value;
  }
}
