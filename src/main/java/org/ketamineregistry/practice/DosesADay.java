package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/**
 * How many doses a day a supply is meant or suffices for: by its instruction, and by its quantity
 * over the single dose. Where they differ the larger counts, since a supply that is more than the
 * instruction needs can be taken more often (R25).
 */
final class DosesADay {
  private static final int DIGITS = 6;

  private static final Map<String, BigDecimal> BY_CODE =
      Map.ofEntries(
          Map.entry("QD", BigDecimal.ONE),
          Map.entry("AM", BigDecimal.ONE),
          Map.entry("PM", BigDecimal.ONE),
          Map.entry("BED", BigDecimal.ONE),
          Map.entry("BID", BigDecimal.valueOf(2)),
          Map.entry("TID", BigDecimal.valueOf(3)),
          Map.entry("QID", BigDecimal.valueOf(4)),
          Map.entry("QOD", new BigDecimal("0.5")),
          Map.entry("Q1H", BigDecimal.valueOf(24)),
          Map.entry("Q2H", BigDecimal.valueOf(12)),
          Map.entry("Q3H", BigDecimal.valueOf(8)),
          Map.entry("Q4H", BigDecimal.valueOf(6)),
          Map.entry("Q6H", BigDecimal.valueOf(4)),
          Map.entry("Q8H", BigDecimal.valueOf(3)));

  private static final Map<UnitsOfTime, Integer> HOURS =
      Map.of(UnitsOfTime.H, 1, UnitsOfTime.D, 24, UnitsOfTime.WK, 168, UnitsOfTime.MO, 720);

  private DosesADay() {}

  static Optional<BigDecimal> of(Dosage dosage, BigDecimal quantityMg, BigDecimal days) {
    return Stream.of(byInstruction(dosage.getTiming()), byQuantity(dosage, quantityMg, days))
        .flatMap(Optional::stream)
        .max(BigDecimal::compareTo);
  }

  private static Optional<BigDecimal> byQuantity(
      Dosage dosage, BigDecimal quantityMg, BigDecimal days) {
    return dosage.getDoseAndRate().stream()
        .map(Dosage.DosageDoseAndRateComponent::getDose)
        .filter(Quantity.class::isInstance)
        .map(dose -> over(quantityMg, ((Quantity) dose).getValue().multiply(days)))
        .findFirst();
  }

  private static Optional<BigDecimal> byInstruction(Timing timing) {
    TimingRepeatComponent repeat = timing.getRepeat();
    if (repeat.hasPeriodUnit()
        && HOURS.containsKey(repeat.getPeriodUnit())
        && repeat.hasPeriod()
        && repeat.getPeriod().signum() > 0) {
      int hours = HOURS.get(repeat.getPeriodUnit());
      int times = Math.max(1, Math.max(repeat.getFrequency(), repeat.getFrequencyMax()));
      return Optional.of(
          over(
              BigDecimal.valueOf(24L * times),
              repeat.getPeriod().multiply(BigDecimal.valueOf(hours))));
    }
    if (repeat.hasTimeOfDay()) {
      return Optional.of(BigDecimal.valueOf(repeat.getTimeOfDay().size()));
    }
    return timing.getCode().getCoding().stream()
        .filter(Coding::hasCode)
        .flatMap(coding -> Optional.ofNullable(BY_CODE.get(coding.getCode())).stream())
        .findFirst();
  }

  private static BigDecimal over(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, DIGITS, RoundingMode.HALF_UP);
  }
}
