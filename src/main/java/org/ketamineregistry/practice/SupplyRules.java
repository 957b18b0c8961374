package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.TakeHome;

/** The quantity that a patient may take home (R2). */
final class SupplyRules {
  private SupplyRules() {}

  static void judge(Examination examination) {
    List<Known<TakeHome>> supplies = examination.file().known(TakeHome.class, TakeHome::handedOver);
    List<Limit.Quantity> limits =
        examination.limits(Rule.TAKE_HOME_ABOVE_LIMIT).all(Limit.Quantity.class).toList();
    for (Known<TakeHome> supply : supplies) {
      TakeHome fact = supply.fact();
      boolean above =
          limits.stream()
              .filter(limit -> limit.product().equals(fact.product()))
              .anyMatch(
                  limit -> suppliedMg(supplies, fact, limit).compareTo(limit.maximumMg()) > 0);
      if (above) {
        examination.find(Rule.TAKE_HOME_ABOVE_LIMIT, fact.day(), supply, fact.handedOver(), "");
      }
    }
  }

  /** A supply with those before it that the limit adds up; the one that exceeds it is found. */
  private static BigDecimal suppliedMg(
      List<Known<TakeHome>> supplies, TakeHome supply, Limit.Quantity limit) {
    if (limit.within() == null) {
      return supply.quantityMg();
    }
    Instant from = supply.handedOver().minus(limit.within());
    return supplies.stream()
        .map(Known::fact)
        .filter(other -> limit.product().equals(other.product()))
        .filter(other -> other.handedOver().isAfter(from))
        .filter(other -> !other.handedOver().isAfter(supply.handedOver()))
        .map(TakeHome::quantityMg)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
