package org.ketamineregistry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;

class RuleSetOfTheDayTest {
  private Instant now = Instant.parse("2026-12-31T12:00:00Z");
  private final List<LocalDate> asked = new ArrayList<>();

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private RuleSet inForce(LocalDate day) {
    asked.add(day);
    return new RuleSet(
        "https://rules.example|" + day.getYear(),
        "XX",
        LocalDate.EPOCH,
        null,
        LawfulBasis.OPT_OUT,
        false,
        Map.of());
  }

  @Test
  void aNewOneBeginsOnItsDate() {
    var rules = new RuleSetOfTheDay(this::inForce, clock);
    now = Instant.parse("2026-12-31T23:59:59Z");
    assertThat(rules.get().canonical()).endsWith("|2026");
    now = Instant.parse("2027-01-01T00:00:00Z");
    assertThat(rules.get().canonical()).endsWith("|2027");
    assertThat(rules.get().canonical()).endsWith("|2027");
    assertThat(asked).containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1));
  }
}
