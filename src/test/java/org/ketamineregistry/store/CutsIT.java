package org.ketamineregistry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.indicator.RandomNotes;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.privacy.Cut;
import org.ketamineregistry.store.Counting.Scope;

/** Cuts are copies that do not change: what is counted over one is what there was. */
class CutsIT {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:07Z");
  private static final Counting COUNTING =
      new Counting(
          LocalDate.parse("2026-07-01"),
          LocalDate.parse("2026-09-30"),
          NOW,
          Scope.NATIONAL_REGISTRY,
          LawfulBasis.STATUTORY);

  private final FlatDatabase database = new FlatDatabase();
  private final CutMaking making = database.cutMaking();

  @Test
  void overACopyTheSameIsCountedAsOverTheTablesAtThatMoment() {
    cohort();
    MadeCut cut = make("2026-11-23").get(0);
    int counted = 0;
    for (String measure : Indicators.MEASURES) {
      List<Membership> live = database.indicators().of(measure, COUNTING);
      counted += live.isEmpty() ? 0 : 1;
      assertThat(over(cut, measure)).as(measure).containsExactlyInAnyOrderElementsOf(live);
    }
    assertThat(counted).as("measures that count somebody").isGreaterThan(12);
    List<Membership> before = over(cut, "sessions");

    database.change(
        "DELETE FROM registry.record WHERE person = '%s'".formatted(before.get(0).person()));

    assertThat(over(cut, "sessions")).containsExactlyInAnyOrderElementsOf(before);
    assertThat(database.indicators().of("sessions", COUNTING)).hasSizeLessThan(before.size());
  }

  @Test
  void unitsOfAPersonTogetherAreTheSameAsOneByOne() {
    cohort();
    List<String> dimensions = List.of("sex", "time-since-session");
    for (String measure : Indicators.MEASURES) {
      List<Membership> members = database.indicators().of(measure, COUNTING);
      Set<String> populations =
          members.stream()
              .map(one -> one.group() + "|" + one.population())
              .collect(Collectors.toSet());
      populations.removeIf(one -> one.endsWith("|denominator-exclusion"));
      assertThat(database.indicators().units(measure, COUNTING, populations, dimensions))
          .as(measure)
          .flatExtracting(
              one ->
                  one.units().stream()
                      .map(
                          unit ->
                              List.of(
                                  one.group(),
                                  one.population(),
                                  one.person(),
                                  String.valueOf(one.clinic()),
                                  String.valueOf(one.bands().get(0)),
                                  String.valueOf(one.bands().get(1)),
                                  unit))
                      .toList())
          .containsExactlyInAnyOrderElementsOf(
              members.stream()
                  .filter(one -> !isExclusion(one))
                  .filter(
                      one ->
                          members.stream()
                              .noneMatch(
                                  other ->
                                      isExclusion(other)
                                          && other.group().equals(one.group())
                                          && other.unit().equals(one.unit())))
                  .map(
                      one ->
                          List.of(
                              one.group(),
                              one.population(),
                              one.person(),
                              String.valueOf(one.clinic()),
                              String.valueOf(one.strata().get("sex")),
                              String.valueOf(one.strata().get("time-since-session")),
                              one.unit()))
                  .toList());
    }
  }

  @Test
  void aCutThatWasMadeIsNotMadeAgain() {
    cohort();
    MadeCut first = make("2026-11-23").get(0);

    assertThat(make("2026-11-23")).isEmpty();
    assertThat(making.all()).containsExactly(first);
  }

  @Test
  void aCutOfNobodyIsMadeAgainWhenSomebodyIsOnFile() {
    assertThat(make("2026-11-23")).extracting(MadeCut::persons).containsExactly(0L);
    assertThat(make("2026-11-23")).isEmpty();
    cohort();

    assertThat(make("2026-11-23")).extracting(MadeCut::persons).containsExactly(3L);
    assertThat(copies()).hasSize(1);
  }

  @Test
  void whatIsMadeAtOnceIsOneCopyAndWhatIsOutdatedIsDropped() {
    cohort();
    List<MadeCut> made = make("2026-10-05", "2026-11-23");
    assertThat(made).extracting(MadeCut::copy).containsOnly(made.get(0).copy());

    make("2026-10-05", "2026-11-30");
    assertThat(making.all())
        .extracting(cut -> cut.id().toString())
        .containsExactly("2026-10-05", "2026-11-30");
    assertThat(copies()).hasSize(2);

    make("2026-11-30");
    assertThat(copies()).hasSize(1);
  }

  @Test
  void whileAnotherInstanceIsAtItNothingIsMade() {
    database.holding(
        "SELECT pg_advisory_lock(hashtextextended('registry.cut', 0))",
        () -> assertThat(making.make(cuts("2026-11-23"), LawfulBasis.STATUTORY, NOW)).isEmpty());
    assertThat(make("2026-11-23")).hasSize(1);
  }

  @Test
  void theRowsOfACutAreThoseOfTheTables() {
    cohort();
    MadeCut cut = make("2026-11-23").get(0);

    assertThat(making.rows(cut))
        .containsEntry("subject", 3L)
        .containsEntry("person_counted", 3L)
        .containsEntry(
            "session",
            Long.parseLong(
                database
                    .texts(
                        """
                        SELECT count(*)::text FROM flat.session s
                        WHERE s.status NOT IN ('entered-in-error', 'cancelled') AND EXISTS (
                          SELECT FROM flat.administration a WHERE a.session_id = s.id
                            AND a.status IN ('in-progress', 'completed', 'stopped'))
                        """)
                    .get(0)))
        .doesNotContainKeys("decision", "moment");
  }

  private List<Membership> over(MadeCut cut, String measure) {
    return database.indicators().over(cut).of(measure, COUNTING);
  }

  private static boolean isExclusion(Membership one) {
    return one.population().equals("denominator-exclusion");
  }

  private List<MadeCut> make(String... days) {
    return making.make(cuts(days), LawfulBasis.STATUTORY, NOW).orElseThrow();
  }

  private static SortedSet<Cut> cuts(String... days) {
    SortedSet<Cut> cuts = new TreeSet<>(Comparator.comparing(Cut::id));
    for (String day : days) {
      cuts.add(new Cut(LocalDate.parse(day), Instant.parse(day + "T02:00:00Z")));
    }
    return cuts;
  }

  private List<String> copies() {
    return database.texts("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'cut\\_%'");
  }

  private void cohort() {
    for (int number = 1; number <= 3; number++) {
      List<Resource> records = RandomNotes.of(1_000 + number, "cut " + UUID.randomUUID());
      database.load(records, "person-" + number, UUID.randomUUID());
    }
  }
}
