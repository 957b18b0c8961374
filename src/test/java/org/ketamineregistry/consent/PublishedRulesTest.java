package org.ketamineregistry.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.consent.HeldRecord.Kind;
import org.ketamineregistry.practice.Fact.Capacity;
import org.ketamineregistry.practice.Fact.Provision;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;

/**
 * The server decides as the guide says, over the consents of thousands of invented persons: those
 * of several clinics, of the same moment, withdrawn, limited to periods, given without capacity.
 * Few moments are drawn from, so that ties and ends that touch are frequent.
 */
class PublishedRulesTest {
  private static final int PERSONS = 4_000;
  private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
  private static final List<String> PURPOSES =
      List.of(
          "national-registry",
          "network-aggregate",
          "record-level-sharing",
          "research-contact",
          "supply-check");

  @ParameterizedTest
  @ValueSource(longs = {1, 20260907, 4711})
  void areThoseOfTheServerForEachPurposeOfSharing(long seed) {
    Random random = new Random(seed);
    Map<SharingDecision, Integer> seen = new EnumMap<>(SharingDecision.class);
    for (int person = 0; person < PERSONS; person++) {
      List<SharingConsent> consents = consents(random);
      Instant now = moment(random);
      for (String purpose : PURPOSES) {
        SharingDecision decision = SharingDecision.decide(consents, purpose, now);
        assertThat(decision)
            .as("seed %s, %s at %s of %s", seed, purpose, now, consents)
            .isEqualTo(new PublishedRules(LawfulBasis.OPT_OUT, consents, now).decision(purpose));
        seen.merge(decision, 1, Integer::sum);
      }
    }
    // What never occurs would be proved by nothing.
    assertThat(seen)
        .hasSize(3)
        .allSatisfy((decision, often) -> assertThat(often).isGreaterThan(99));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20260908, 1848})
  void areThoseOfTheServerForEachRecordAndReader(long seed) {
    Random random = new Random(seed);
    Set<Disclosure> seen = new HashSet<>();
    for (int person = 0; person < PERSONS; person++) {
      List<SharingConsent> consents = consents(random);
      Instant now = moment(random);
      LawfulBasis basis = one(random, LawfulBasis.values());
      var rules = new PublishedRules(basis, consents, now);
      for (Kind kind : Kind.values()) {
        HeldRecord record = new HeldRecord(kind, random.nextInt(4) == 0);
        for (Purpose purpose : Purpose.values()) {
          boolean byItsClinic = random.nextBoolean();
          Reading reading = new Reading(Set.of(purpose), byItsClinic);
          Disclosure decision = Disclosure.decide(record, reading, basis, consents, now);
          assertThat(decision == Disclosure.PERMITTED)
              .as("seed %s, %s of %s, %s at %s: %s", seed, reading, record, basis, now, consents)
              .isEqualTo(rules.shown(record, purpose, byItsClinic));
          seen.add(decision);
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Disclosure.values());
  }

  /** The order in which the consents of several clinics arrived is no matter. */
  @Test
  void knowNoOrderOfArrival() {
    Random random = new Random(99);
    for (int person = 0; person < PERSONS; person++) {
      List<SharingConsent> consents = consents(random);
      List<SharingConsent> reversed = new ArrayList<>(consents);
      Collections.reverse(reversed);
      Instant now = moment(random);
      assertThat(SharingDecision.decide(reversed, PURPOSES.get(0), now))
          .isEqualTo(SharingDecision.decide(consents, PURPOSES.get(0), now));
    }
  }

  /** Whoever reads for several purposes reads what one of them shows, and no more. */
  @Test
  void ofSeveralPurposesAreThoseOfTheOneThatPermits() {
    Random random = new Random(7);
    for (int person = 0; person < PERSONS; person++) {
      List<SharingConsent> consents = consents(random);
      Instant now = moment(random);
      HeldRecord record = new HeldRecord(one(random, Kind.values()), random.nextBoolean());
      Set<Purpose> purposes = Set.of(Purpose.TREATMENT, Purpose.PUBLIC_HEALTH, Purpose.RESEARCH);
      boolean any =
          purposes.stream()
              .anyMatch(
                  purpose ->
                      new PublishedRules(LawfulBasis.OPT_OUT, consents, now)
                          .shown(record, purpose, true));
      assertThat(
              Disclosure.decide(
                      record, new Reading(purposes, true), LawfulBasis.OPT_OUT, consents, now)
                  == Disclosure.PERMITTED)
          .isEqualTo(any);
    }
  }

  private static List<SharingConsent> consents(Random random) {
    return IntStream.range(0, random.nextInt(5)).mapToObj(number -> consent(random)).toList();
  }

  private static SharingConsent consent(Random random) {
    return new SharingConsent(
        moment(random),
        random.nextInt(4) == 0 ? moment(random) : null,
        random.nextInt(3) > 0 ? Capacity.HAS_CAPACITY : one(random, Capacity.values()),
        Stream.generate(() -> provision(random)).limit(1 + random.nextInt(4)).toList());
  }

  private static Provision provision(Random random) {
    return new Provision(
        PURPOSES.get(random.nextInt(PURPOSES.size())),
        random.nextInt(3) > 0,
        perhaps(random),
        perhaps(random));
  }

  private static @Nullable Instant perhaps(Random random) {
    return random.nextInt(3) == 0 ? moment(random) : null;
  }

  private static Instant moment(Random random) {
    return START.plus(Duration.ofDays(random.nextInt(6)));
  }

  private static <T> T one(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
