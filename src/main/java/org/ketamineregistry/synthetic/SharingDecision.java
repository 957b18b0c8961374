package org.ketamineregistry.synthetic;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody lets the registry do with their records.
 *
 * @param permitted by purpose, in the guide's order
 * @param withdrawn when everything was withdrawn, or null
 */
record SharingDecision(
    LocalDateTime decided, Map<String, Boolean> permitted, @Nullable LocalDateTime withdrawn) {

  static final String NATIONAL_REGISTRY = "national-registry";
  static final double OBJECTION = 0.02;
  static final double WITHDRAWAL = 0.02;

  /**
   * Draws a decision.
   *
   * @param mayRefuse false for somebody who decides at two clinics: a refusal at one would close
   *     the registry to the other, whose submissions would no longer be acceptable
   */
  static SharingDecision draw(LocalDateTime decided, boolean mayRefuse, Dice dice) {
    Map<String, Boolean> permitted = new LinkedHashMap<>();
    boolean objects = dice.chance(OBJECTION) && mayRefuse;
    permitted.put(NATIONAL_REGISTRY, !objects);
    permitted.put("network-aggregate", !objects && dice.chance(0.93));
    permitted.put("record-level-sharing", !objects && dice.chance(0.38));
    permitted.put("research-contact", !objects && dice.chance(0.42));
    permitted.put("supply-check", !objects && dice.chance(0.7));
    boolean withdraws = dice.chance(WITHDRAWAL) && mayRefuse && !objects;
    int after = dice.between(10, 240);
    return new SharingDecision(decided, permitted, withdraws ? decided.plusDays(after) : null);
  }

  boolean permitsRegistry() {
    return Boolean.TRUE.equals(permitted.get(NATIONAL_REGISTRY));
  }
}
