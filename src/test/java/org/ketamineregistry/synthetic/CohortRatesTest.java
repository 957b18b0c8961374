package org.ketamineregistry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.synthetic.Submission.Kind;

/** A cohort of two thousand shows the rates that it claims. */
class CohortRatesTest {
  private static final int PATIENTS = 2_000;

  /** What one patient's submissions amount to. */
  private static final class Tally {
    private final Set<Kind> kinds = new HashSet<>();
    private final Set<String> reactionsInFirstWeek = new HashSet<>();
    private final Map<String, Integer> scores = new HashMap<>();
    private final List<String> routes = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Set<String> medicines = new HashSet<>();
    private final Set<String> conditions = new HashSet<>();
    private int supplies;
    private int prescriptions;
    private int reviews;
    private int consents;
    private int stopped;
    private int events;
    private int seriousEvents;
  }

  private static final List<Tally> TALLIES = new ArrayList<>();

  @BeforeAll
  static void tally() {
    Cohort cohort = Cohort.of(2026, PATIENTS);
    for (int number = 1; number <= PATIENTS; number++) {
      Tally tally = new Tally();
      cohort.patient(number).forEach(submission -> add(submission, tally));
      TALLIES.add(tally);
    }
  }

  private static void add(Submission submission, Tally tally) {
    Bundle bundle = (Bundle) submission.content();
    tally.kinds.add(submission.kind());
    if (submission.kind() == Kind.SESSION) {
      tally.sizes.add(bundle.getEntry().size());
    }
    boolean firstWeek = tally.sizes.size() <= 2;
    for (BundleEntryComponent entry : bundle.getEntry()) {
      add(entry.getResource(), tally, firstWeek);
    }
  }

  private static void add(Resource record, Tally tally, boolean firstWeek) {
    if (record instanceof MedicationAdministration administration) {
      tally.routes.add(administration.getDosage().getRoute().getCodingFirstRep().getCode());
      tally.stopped += "stopped".equals(administration.getStatus().toCode()) ? 1 : 0;
    } else if (record instanceof AdverseEvent event) {
      tally.events++;
      tally.seriousEvents +=
          "Serious".equals(event.getSeriousness().getCodingFirstRep().getCode()) ? 1 : 0;
      if (firstWeek) {
        tally.reactionsInFirstWeek.add(event.getEvent().getCodingFirstRep().getCode());
      }
    } else if (record instanceof Consent consent
        && consent.getCategoryFirstRep().getCodingFirstRep().getCode().startsWith("ketamine")) {
      tally.consents++;
    } else if (record instanceof MedicationStatement statement
        && statement.getStatus() == MedicationStatementStatus.ACTIVE) {
      tally.medicines.add(statement.getMedicationCodeableConcept().getCodingFirstRep().getCode());
    } else if (record instanceof Condition condition) {
      tally.conditions.add(condition.getCode().getCodingFirstRep().getCode());
    } else if (record instanceof MedicationDispense) {
      tally.supplies++;
    } else if (record instanceof MedicationRequest) {
      tally.prescriptions++;
    } else if (record instanceof Encounter encounter) {
      boolean review =
          "prescriber-review".equals(encounter.getTypeFirstRep().getCodingFirstRep().getCode());
      tally.reviews += review ? 1 : 0;
    } else if (record instanceof Observation score && score.hasValueIntegerType()) {
      String key = score.getIdentifierFirstRep().getValue();
      tally.scores.put(key.substring(key.indexOf('-') + 1), score.getValueIntegerType().getValue());
    }
  }

  private static double share(List<Tally> among, Predicate<Tally> condition) {
    return among.stream().filter(condition).count() / (double) among.size();
  }

  private static List<Tally> those(Predicate<Tally> condition) {
    return TALLIES.stream().filter(condition).toList();
  }

  private static boolean halved(Tally tally, String later) {
    return tally.scores.containsKey(later)
        && 2 * tally.scores.getOrDefault(later, 0) <= tally.scores.getOrDefault("base-madrs", 0);
  }

  @Test
  void sevenOfTenRespondWithinADay() {
    List<Tally> scored = those(tally -> tally.scores.containsKey("week1-madrs-24h-1d"));
    assertThat(share(scored, tally -> halved(tally, "week1-madrs-24h-1d")))
        .isCloseTo(0.71, within(0.03));
  }

  @Test
  void aThirdOfThemKeepItForAWeek() {
    List<Tally> responded =
        those(
            tally ->
                tally.scores.containsKey("week1-madrs-7d") && halved(tally, "week1-madrs-24h-1d"));
    assertThat(share(responded, tally -> halved(tally, "week1-madrs-7d")))
        .isCloseTo(1 / 3.0, within(0.04));
  }

  @Test
  void mostInfuse() {
    List<Tally> treated = those(tally -> !tally.routes.isEmpty());
    assertThat(share(treated, tally -> tally.routes.contains("47625008")))
        .isCloseTo(0.6, within(0.05));
    assertThat(share(treated, tally -> tally.routes.contains("46713006")))
        .isCloseTo(0.24, within(0.04));
  }

  @Test
  void adverseEventsOfTheFirstWeekOfEsketamineAreThoseReported() {
    List<Tally> esketamine =
        those(tally -> tally.routes.size() >= 2 && tally.routes.contains("46713006"));
    for (Reaction reaction : Reaction.values()) {
      double rate =
          share(esketamine, tally -> tally.reactionsInFirstWeek.contains(reaction.code()));
      double expected = reaction.acute() ? reaction.firstWeekRate() : 0.01;
      assertThat(rate).as(reaction.name()).isCloseTo(expected, within(0.05));
    }
  }

  @Test
  void seriousEventsAreRare() {
    int events = TALLIES.stream().mapToInt(tally -> tally.events).sum();
    int serious = TALLIES.stream().mapToInt(tally -> tally.seriousEvents).sum();
    assertThat(serious / (double) events).isBetween(0.001, 0.015);
  }

  @Test
  void nowAndThenADoseIsStopped() {
    int sessions = TALLIES.stream().mapToInt(tally -> tally.sizes.size()).sum();
    int stopped = TALLIES.stream().mapToInt(tally -> tally.stopped).sum();
    assertThat(stopped / (double) sessions).isBetween(0.006, 0.02);
  }

  @Test
  void mostConsentWellAndFewNotAtAll() {
    List<Tally> treated = those(tally -> tally.kinds.contains(Kind.SESSION));
    assertThat(share(treated, tally -> tally.consents == 0)).isCloseTo(0.015, within(0.012));
    assertThat(share(treated, tally -> tally.kinds.contains(Kind.CONSENT)))
        .isCloseTo(0.015, within(0.012));
  }

  @Test
  void fewObjectOrWithdraw() {
    assertThat(share(TALLIES, tally -> tally.kinds.contains(Kind.OBJECTION)))
        .isCloseTo(SharingDecision.OBJECTION, within(0.012));
    assertThat(share(TALLIES, tally -> tally.kinds.contains(Kind.WITHDRAWAL)))
        .isBetween(0.005, 0.03);
  }

  @Test
  void patientsHaveAndTakeWhatSuchPatientsHaveAndTake() {
    List<Tally> treated = those(tally -> tally.kinds.contains(Kind.CONSULTATION));
    HistoryRecords.TAKEN.forEach(
        (medicine, rate) ->
            assertThat(share(treated, tally -> tally.medicines.contains(medicine)))
                .as(medicine)
                .isCloseTo(rate, within(0.03)));
    HistoryRecords.HAD.forEach(
        (condition, rate) ->
            assertThat(share(treated, tally -> tally.conditions.contains(condition)))
                .as(condition)
                .isCloseTo(rate, within(0.03)));
  }

  @Test
  void nothingIsSuppliedThatNobodyPrescribed() {
    assertThat(TALLIES).anyMatch(tally -> tally.supplies > 0);
    assertThat(TALLIES).allMatch(tally -> tally.supplies == tally.prescriptions);
  }

  @Test
  void mostCoursesAreReviewed() {
    List<Tally> lasting = those(tally -> tally.sizes.size() >= 10);
    assertThat(share(lasting, tally -> tally.reviews > 0)).isBetween(0.93, 1.0);
    assertThat(share(TALLIES, tally -> tally.reviews == 0)).isBetween(0.05, 0.4);
  }

  @Test
  void whoeverIsSeenAgainIsMostlyWatchedForHarm() {
    List<Tally> ended = those(tally -> tally.scores.containsKey("end-madrs"));
    List<Tally> watched = those(tally -> tally.scores.containsKey("end-craving"));
    assertThat(watched.size() / (double) ended.size()).isCloseTo(0.66, within(0.04));
    assertThat(watched).allMatch(tally -> tally.scores.containsKey("end-icsi"));
    assertThat(share(watched, tally -> tally.scores.getOrDefault("end-craving", 0) > 0))
        .isBetween(0.04, 0.2);
    assertThat(share(watched, tally -> tally.scores.getOrDefault("end-icsi", 0) > 4))
        .isBetween(0.02, 0.12);
  }

  @Test
  void aSessionHasEightToSixteenRecords() {
    assertThat(TALLIES)
        .allSatisfy(tally -> assertThat(tally.sizes).allMatch(size -> size >= 8 && size <= 16));
  }
}
