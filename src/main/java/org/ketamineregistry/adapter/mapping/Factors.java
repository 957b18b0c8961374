package org.ketamineregistry.adapter.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.ketamineregistry.adapter.Part;

/** The numbers that a mapping multiplies amounts with, and what comes of it. */
public final class Factors {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
  private static final int MOST_DECIMALS = 6;

  private Factors() {}

  /** What every amount of a field is multiplied with, under {@code factor}. */
  public static BigDecimal ofAll(Part said) {
    return said.has("factor") ? number(said.at("factor")) : BigDecimal.ONE;
  }

  /**
   * What an amount in each unit is multiplied with.
   *
   * @param unit as amounts have it, of what the mapping says
   */
  public static Map<String, BigDecimal> byUnit(Part said, String name, UnaryOperator<String> unit) {
    Map<String, BigDecimal> factors = new LinkedHashMap<>();
    said.map(name).forEach((own, factor) -> factors.put(unit.apply(own), number(factor)));
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

  /** A product as fields take it: with six decimals at most, and none that says nothing. */
  public static String text(BigDecimal product) {
    BigDecimal rounded =
        product.setScale(
            Math.min(Math.max(product.scale(), 0), MOST_DECIMALS), RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
