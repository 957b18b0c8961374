package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.answer.CutRound;
import org.ketamineregistry.network.DirectoryWriter;

/**
 * A registry asks registries, itself under two names: what one answers, protected, is what the
 * other merges.
 */
@RegistryTest
class MemberIT {
  private static final ECKey KEY = DirectoryWriter.newKey();
  private static final String START = "2019-04-01";
  private static final String END = "2019-06-30";

  private final RegistryUnderTest registry;
  private final Path folder;
  private final CutRound cuts;
  private final MovableClock clock;
  private final TreatedCohort cohort;

  MemberIT(RegistryUnderTest registry, CutRound cuts, MovableClock clock) {
    this.registry = registry;
    folder = registry.networkFolder();
    this.cuts = cuts;
    this.clock = clock;
    cohort = new TreatedCohort(registry.jdbc(), "2019-05-06");
  }

  @BeforeEach
  void aNetwork() throws IOException {
    cohort.with(120, "female").with(80, "male").with(2, "other");
    clock.moveTo(Instant.parse("2027-02-03T12:00:00Z"));
    registry.jdbc().update("DELETE FROM registry.cut");
    cuts.run();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("signers.json"), DirectoryWriter.signers(KEY));
    Files.writeString(
        folder.resolve("directory.jws"),
        new DirectoryWriter(KEY, System.currentTimeMillis() + 1_000_000)
            .with("north", registry.base(), null, Questions.VERSION)
            .with(
                "south", registry.base().replace("127.0.0.1", "localhost"), null, Questions.VERSION)
            .signed());
  }

  @AfterEach
  void nobodyIsLeft() throws IOException {
    cohort.remove();
    registry.jdbc().update("DELETE FROM registry.asking");
    registry.jdbc().update("DELETE FROM registry.network_directory");
    registry.jdbc().update("DELETE FROM registry.cut");
    Files.deleteIfExists(folder.resolve("directory.jws"));
    clock.moveBack();
  }

  @Test
  void mergesWhatOthersProtected() {
    Map<String, Integer> own =
        counts(
            Questions.report(
                Questions.of(START, END)
                    .dividedBy("sex")
                    .askProtected(registry, "patients-treated")));

    HttpAnswer answer =
        Questions.of(START, END).dividedBy("sex").askNetwork(registry, "patients-treated");

    assertThat(answer).hasStatus(200);
    assertThat(statuses(answer)).containsExactly("withheld", "withheld");
    assertThat(ProfileCheck.errors(text(answer))).isEmpty();
    assertThat(own).containsKeys("female", "male").doesNotContainKey("other");
    assertThat(counts(Questions.report(answer)))
        .containsExactlyInAnyOrderEntriesOf(
            own.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> 2 * entry.getValue())));
  }

  @Test
  void recomputesProportions() {
    MeasureReportGroupComponent own =
        Questions.report(Questions.of(START, END).askProtected(registry, "adverse-events"))
            .getGroupFirstRep();

    HttpAnswer answer = Questions.of(START, END).askNetwork(registry, "adverse-events");

    assertThat(answer).hasStatus(200);
    assertThat(statuses(answer)).containsExactly("complete", "complete");
    assertThat(ProfileCheck.errors(text(answer))).isEmpty();
    MeasureReportGroupComponent merged = Questions.report(answer).getGroupFirstRep();
    assertThat(merged.getPopulation().get(0).getCount())
        .isEqualTo(2 * own.getPopulation().get(0).getCount());
    assertThat(merged.getMeasureScore().getValue().doubleValue())
        .isCloseTo(
            own.getMeasureScore().getValue().doubleValue(),
            org.assertj.core.data.Offset.offset(0.001));
  }

  @Test
  void aWithdrawalCountsFromTheNextCutOnAndNotWithinOne() {
    HttpAnswer before = byTheNetwork();
    cohort.withdraw(60, "female");
    cuts.run();
    HttpAnswer within = byTheNetwork();
    assertThat(counts(Questions.report(within))).isEqualTo(counts(Questions.report(before)));

    clock.moveTo(Instant.parse("2027-04-06T12:00:00Z"));
    cuts.run();
    HttpAnswer after = byTheNetwork();

    Map<String, Integer> was = counts(Questions.report(before));
    Map<String, Integer> is = counts(Questions.report(after));
    assertThat(was.get("female")).isBetween(2 * 112, 2 * 128);
    assertThat(is.get("female")).isBetween(2 * 52, 2 * 68);
    assertThat(is.get("male")).isEqualTo(was.get("male"));
    assertThat(is).doesNotContainKey("other");
  }

  /** Each time a new asking: what was merged before is not shown again. */
  private HttpAnswer byTheNetwork() {
    HttpAnswer answer =
        Questions.of(START, END).dividedBy("sex").askNetwork(registry, "patients-treated");
    assertThat(answer).hasStatus(200);
    assertThat(statuses(answer)).containsExactly("withheld", "withheld");
    return answer;
  }

  /** The merged report, which claims its profile. */
  private static String text(HttpAnswer answer) {
    MeasureReport report = Questions.report(answer);
    assertThat(report.getMeta().getProfile()).hasSize(1);
    return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(report);
  }

  private static List<String> statuses(HttpAnswer answer) {
    return answer.resource(Parameters.class).getParameter().stream()
        .filter(parameter -> parameter.getName().equals("member"))
        .flatMap(member -> member.getPart().stream())
        .filter(part -> part.getName().equals("status"))
        .map(part -> part.getValue().primitiveValue())
        .toList();
  }

  /** By band; what is withheld is not there. */
  private static Map<String, Integer> counts(MeasureReport report) {
    return report.getGroupFirstRep().getStratifierFirstRep().getStratum().stream()
        .filter(stratum -> stratum.getPopulationFirstRep().getCountElement().hasValue())
        .collect(
            Collectors.toMap(
                stratum -> stratum.getValue().getCodingFirstRep().getCode(),
                stratum -> stratum.getPopulationFirstRep().getCount()));
  }
}
