package org.ketamineregistry.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A question in the making, about the third quarter of 2026 unless it says another. */
final class Ask {
  static final Lattice LATTICE = PublishedLattice.read();

  private final String indicator;
  private final Map<String, String> filters = new TreeMap<>();
  private final List<String> stratifiers = new ArrayList<>();
  private LocalDate start = LocalDate.of(2026, 7, 1);
  private LocalDate end = LocalDate.of(2026, 9, 30);
  private Scope asker = Scope.PUBLIC;
  private Instant now = Instant.parse("2026-11-26T12:00:00Z");

  private Ask(String indicator) {
    this.indicator = indicator;
  }

  static Ask about(String indicator) {
    return new Ask(indicator);
  }

  Ask by(String... dimensions) {
    stratifiers.addAll(List.of(dimensions));
    return this;
  }

  Ask only(String dimension, String band) {
    filters.put(dimension, band);
    return this;
  }

  Ask from(String first, String last) {
    start = LocalDate.parse(first);
    end = LocalDate.parse(last);
    return this;
  }

  Ask at(String moment) {
    now = Instant.parse(moment);
    return this;
  }

  Ask as(Scope scope) {
    asker = scope;
    return this;
  }

  Question question() {
    return LATTICE.question(
        new Asking(indicator, start, end, filters, stratifiers, asker), CutSchedule.weekly(), now);
  }
}
