package org.ketamineregistry.server;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.practice.RuleSetReader;
import org.ketamineregistry.profiles.Definitions;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Whose rules the registry under test keeps: the demonstration's, until a test moves it. */
@TestComponent
@Primary
final class Jurisdiction implements Supplier<RuleSet> {
  private final Map<String, RuleSet> sets = new ConcurrentHashMap<>();
  private final Definitions definitions;
  private final Clock clock;
  private volatile String current = "XX";
  private volatile @Nullable RuleSet amended;

  Jurisdiction(Definitions definitions, Clock clock) {
    this.definitions = definitions;
    this.clock = clock;
  }

  void moveTo(String code) {
    current = code;
  }

  void moveBack() {
    current = "XX";
    amended = null;
  }

  /** Another version of the rules comes into force. */
  void amend(RuleSet version) {
    amended = version;
  }

  @Override
  public RuleSet get() {
    RuleSet version = amended;
    return version != null ? version : set();
  }

  private RuleSet set() {
    return sets.computeIfAbsent(
        current, code -> RuleSetReader.inForce(definitions.guide(), code, LocalDate.now(clock)));
  }
}
