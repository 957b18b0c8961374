package org.ketamineregistry.synthetic;

import java.util.ArrayList;
import java.util.List;

/** Outcomes with their weights; weights need not add up to anything. */
final class Odds<T> {
  private record Outcome<T>(T value, double weight) {}

  private final List<Outcome<T>> outcomes = new ArrayList<>();
  private double total;

  static <T> Odds<T> of(T value, double weight) {
    return new Odds<T>().or(value, weight);
  }

  Odds<T> or(T value, double weight) {
    outcomes.add(new Outcome<>(value, weight));
    total += weight;
    return this;
  }

  T draw(Dice dice) {
    double remaining = dice.unit() * total;
    for (Outcome<T> outcome : outcomes) {
      remaining -= outcome.weight();
      if (remaining < 0) {
        return outcome.value();
      }
    }
    return outcomes.get(outcomes.size() - 1).value();
  }
}
