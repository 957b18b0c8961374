package org.ketamineregistry.adapter.hl7v2;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ketamineregistry.refusal.ErrorCode;

/** Numbers of HL7's type NM with their units, as records have them. */
final class Quantities {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,12}(\\.\\d{0,6})?|\\.\\d{1,6})");
  private static final Map<String, BigDecimal> MILLIGRAMS =
      Map.of(
          "mg", BigDecimal.ONE,
          "g", new BigDecimal("1000"),
          "ug", new BigDecimal("0.001"),
          "mcg", new BigDecimal("0.001"));
  private static final Map<String, BigDecimal> KILOGRAMS =
      Map.of(
          "kg", BigDecimal.ONE,
          "g", new BigDecimal("0.001"),
          "lb", new BigDecimal("0.45359237"),
          "[lb_av]", new BigDecimal("0.45359237"));
  private static final Map<String, BigDecimal> MILLIMETRES_OF_MERCURY =
      Map.of("mm[hg]", BigDecimal.ONE, "mmhg", BigDecimal.ONE, "mm hg", BigDecimal.ONE);
  private static final Map<String, BigDecimal> BEATS =
      Map.of("/min", BigDecimal.ONE, "{beats}/min", BigDecimal.ONE, "bpm", BigDecimal.ONE);
  private static final Map<String, BigDecimal> PERCENT = Map.of("%", BigDecimal.ONE);
  private static final Map<String, BigDecimal> DAYS =
      Map.of(
          "d", BigDecimal.ONE,
          "day", BigDecimal.ONE,
          "days", BigDecimal.ONE,
          "wk", new BigDecimal("7"),
          "w", new BigDecimal("7"));
  private static final String MILLILITRE = "ml";

  /** What a value of the template may have behind the point. */
  private static final int PLACES = 6;

  private final Recording recording;

  Quantities(Recording recording) {
    this.recording = recording;
  }

  /**
   * How much of a substance a form has.
   *
   * @param amount how much of it, such as 20
   * @param unit {@code mg}, or {@code mg/mL}
   * @param volume in how much of the form, where the unit does not say so
   * @param volumeUnit {@code mL}
   */
  record Strength(Reading amount, Reading unit, Reading volume, Reading volumeUnit) {}

  /** A mass in mg. */
  Reading milligrams(Reading amount, Reading unit) {
    return converted(amount, unit, MILLIGRAMS, "mg, g or ug");
  }

  /**
   * A mass in mg, of an amount that is itself one, or a volume or a number of pieces with a
   * strength.
   */
  Reading milligrams(Reading amount, Reading unit, Strength strength) {
    String name = key(unit);
    if (!amount.isGiven()
        || name.isEmpty()
        || MILLIGRAMS.containsKey(name)
        || !strength.amount().isGiven()) {
      return converted(
          amount, unit, MILLIGRAMS, "mg, g or ug, or any other with the strength of the product");
    }
    boolean isVolume = name.equals(MILLILITRE);
    String of = key(strength.unit());
    Optional<BigDecimal> concentration = Optional.empty();
    Optional<BigDecimal> content = number(strength.amount());
    if (isVolume && of.endsWith("/" + MILLILITRE)) {
      concentration = factor(of.substring(0, of.indexOf('/'))).flatMap(one -> times(content, one));
    } else if (isVolume && key(strength.volumeUnit()).equals(MILLILITRE)) {
      Optional<BigDecimal> volume = number(strength.volume()).filter(one -> one.signum() > 0);
      concentration =
          factor(of)
              .flatMap(one -> times(content, one))
              .flatMap(mass -> volume.map(one -> mass.divide(one, MathContext.DECIMAL64)));
    } else if (!isVolume) {
      concentration = factor(of).flatMap(one -> times(content, one));
    }
    Optional<BigDecimal> number = number(amount);
    if (concentration.isEmpty() || number.isEmpty()) {
      return recording.refused(
          ErrorCode.VALUE_INVALID,
          concentration.isEmpty() ? strength.amount() : amount,
          "This amount in its unit, with this strength in its unit, gives no number of mg. Send mg,"
              + " or mL with a strength in mg/mL, or pieces with a strength in mg.");
    }
    return Reading.of(amount.place(), plain(number.get().multiply(concentration.get())));
  }

  /** A mass in kg. */
  Reading kilograms(Reading amount, Reading unit) {
    return converted(amount, unit, KILOGRAMS, "kg, g or [lb_av]");
  }

  /** A pressure in mm[Hg]. */
  Reading pressure(Reading amount, Reading unit) {
    return converted(amount, unit, MILLIMETRES_OF_MERCURY, "mm[Hg]");
  }

  /** A rate in beats a minute. */
  Reading rate(Reading amount, Reading unit) {
    return converted(amount, unit, BEATS, "/min");
  }

  /** A share in %. */
  Reading percentage(Reading amount, Reading unit) {
    return converted(amount, unit, PERCENT, "%");
  }

  /** A time in days. */
  Reading days(Reading amount, Reading unit) {
    return converted(amount, unit, DAYS, "d or wk");
  }

  /** A number without a unit. */
  Reading plain(Reading amount) {
    return amount.isGiven()
        ? number(amount)
            .map(number -> Reading.of(amount.place(), plain(number)))
            .orElseGet(() -> noNumber(amount))
        : amount;
  }

  /** How many days an amount lasts; nothing where one of both is missing. */
  Reading lasting(Reading milligrams, Reading eachDay) {
    if (!milligrams.isGiven() || !eachDay.isGiven()) {
      return eachDay.faulty() ? eachDay : Reading.nothing(eachDay.place());
    }
    BigDecimal daily = new BigDecimal(eachDay.required());
    return daily.signum() <= 0
        ? recording.refused(ErrorCode.VALUE_INVALID, eachDay, "It has to be more than 0.")
        : Reading.of(
            eachDay.place(),
            plain(new BigDecimal(milligrams.required()).divide(daily, 1, RoundingMode.HALF_UP)));
  }

  private Reading converted(
      Reading amount, Reading unit, Map<String, BigDecimal> units, String wanted) {
    if (!amount.isGiven()) {
      return amount;
    }
    BigDecimal factor = units.get(key(unit));
    if (factor == null) {
      recording.fault(
          unit.isGiven() ? ErrorCode.VALUE_INVALID : ErrorCode.ELEMENT_REQUIRED,
          unit.place(),
          "The unit has to be " + wanted + ".");
      return Reading.faulty(amount.place());
    }
    return number(amount)
        .map(number -> Reading.of(amount.place(), plain(number.multiply(factor))))
        .orElseGet(() -> noNumber(amount));
  }

  private Reading noNumber(Reading amount) {
    return recording.refused(
        ErrorCode.VALUE_INVALID, amount, "It has to be a number, such as 0.5.");
  }

  private static Optional<BigDecimal> factor(String unit) {
    return Optional.ofNullable(MILLIGRAMS.get(unit));
  }

  private static Optional<BigDecimal> times(Optional<BigDecimal> content, BigDecimal factor) {
    return content.map(factor::multiply);
  }

  private static Optional<BigDecimal> number(Reading reading) {
    return reading.isGiven() && NUMBER.matcher(reading.required()).matches()
        ? Optional.of(new BigDecimal(reading.required()))
        : Optional.empty();
  }

  /** Units are told apart by their letters, not by their case. */
  private static String key(Reading unit) {
    return unit.isGiven() ? unit.required().toLowerCase(Locale.ROOT) : "";
  }

  private static String plain(BigDecimal number) {
    BigDecimal rounded =
        number.scale() > PLACES ? number.setScale(PLACES, RoundingMode.HALF_UP) : number;
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
