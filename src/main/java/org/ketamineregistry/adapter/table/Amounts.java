package org.ketamineregistry.adapter.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.mapping.Factors;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * Numbers as a source writes them, in the unit of the field.
 *
 * @param number the form of a number by the source's marks
 * @param format of the source
 * @param factor of every number
 * @param units what a number in each unit is multiplied with; null where the number stands alone
 * @param unitColumn whether the unit stands in the last cell, else behind the number
 */
record Amounts(
    Pattern number,
    TableFormat format,
    BigDecimal factor,
    @Nullable Map<String, BigDecimal> units,
    boolean unitColumn)
    implements Reading {
  static Amounts of(
      TableFormat format,
      BigDecimal factor,
      @Nullable Map<String, BigDecimal> units,
      boolean unitColumn) {
    String whole =
        format.thousands() == null
            ? "\\d{1,12}"
            : "(?:\\d{1,3}(?:"
                + Pattern.quote(format.thousands().toString())
                + "\\d{3}){1,3}|\\d{1,12})";
    String decimals = "(?:" + Pattern.quote(String.valueOf(format.decimal())) + "\\d{1,9})?";
    return new Amounts(
        Pattern.compile("(-?" + whole + decimals + ")(.*)"), format, factor, units, unitColumn);
  }

  @Override
  public Optional<String> read(List<String> cells) throws Unfit {
    String text = cells.get(0);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher parts = number.matcher(text);
    if (!parts.matches()) {
      throw unfit();
    }
    String behind = TableFormat.trimmed(parts.group(2));
    // What follows at once and looks like a number is a number by other marks than the mapping
    // says.
    if (!behind.isEmpty()
        && (units == null
            || unitColumn
            || !Character.isLetter(behind.charAt(0)) && behind.charAt(0) != '%')) {
      throw unfit();
    }
    BigDecimal value = value(parts.group(1)).multiply(factor);
    if (units != null) {
      BigDecimal unit = units.get(Words.folded(unitColumn ? cells.get(1) : behind));
      if (unit == null) {
        throw new Unfit(
            ErrorCode.VALUE_INVALID,
            "The mapping does not know this unit, or there is none. It knows: "
                + String.join(", ", units.keySet().stream().map(Amounts::shown).sorted().toList())
                + ".");
      }
      value = value.multiply(unit);
    }
    return Optional.of(Factors.text(value));
  }

  private static String shown(String unit) {
    return unit.isEmpty() ? "none" : unit;
  }

  private BigDecimal value(String text) {
    String digits =
        format.thousands() == null ? text : text.replace(format.thousands().toString(), "");
    return new BigDecimal(digits.replace(format.decimal(), '.'));
  }

  private Unfit unfit() {
    return new Unfit(
        ErrorCode.VALUE_INVALID,
        "It has to be a number with the decimal mark "
            + format.decimal()
            + (format.thousands() == null
                ? " and no other"
                : " and groups of three by " + format.thousands())
            + (units == null || unitColumn ? ", and nothing else." : ", and a unit behind it."));
  }
}
