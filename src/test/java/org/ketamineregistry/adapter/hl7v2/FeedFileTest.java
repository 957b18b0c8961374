package org.ketamineregistry.adapter.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.hl7v2.Feed.Sender;

/** What a configuration has to say, and how its mistakes are told. */
class FeedFileTest {
  @Test
  void saysHowMessagesAreRead() {
    Feed feed = Riverside.feed();

    assertThat(feed.senders())
        .containsExactly(new Sender("PHARM", "RIVERSIDE"), new Sender("LAB", "RIVERSIDE"));
    assertThat(feed.charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(feed.processing()).isEqualTo("P");
    assertThat(feed.course()).hasToString("PV1-50");
    assertThat(feed.routes()).containsEntry("IV^HL70162", "intravenous-route");
    assertThat(feed.observations()).containsKeys("8480-6^LN", "MADRS^99RIV");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(
            mistakes(
                """
                clinic: "GB 0001"
                namespace: riverside
                zone: Europe/Londinium
                lawful-basis: habit
                charset: BIG-5
                processing: X
                senders: []
                patient: {authority: RIVERSIDE}
                course: PID-3
                observed: maybe
                timing: {at: OBX-5, codes: {PRE: earlier}}
                substances: {KET: ketamine}
                observations:
                  MADRS: {is: depression-score, instrument: madrs}
                  X: {is: something}
                  W: {is: body-weight, recall-days: 7}
                ignored: {everything: true}
                surprise: 1
                """))
        .extracting(mistake -> mistake.substring(0, mistake.indexOf(':')))
        .containsExactlyInAnyOrder(
            "clinic",
            "namespace",
            "zone",
            "lawful-basis",
            "charset",
            "processing",
            "senders",
            "patient.type",
            "course",
            "observed",
            "timing.at",
            "timing.codes.PRE",
            "substances.KET",
            "observations.MADRS.instrument",
            "observations.MADRS.recall-days",
            "observations.X.is",
            "observations.W.recall-days",
            "ignored.everything",
            "surprise");
  }

  @Test
  void whatIsSaidTwiceIsAMistake() {
    assertThat(mistakes(Riverside.FEED + "zone: Europe/Berlin\n"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("line ", "twice");
  }

  @Test
  void whatIsNoYamlIsAMistake() {
    assertThat(mistakes("a: [")).hasSize(1);
    assertThat(mistakes("")).isNotEmpty();
    assertThat(mistakes("- 1")).isNotEmpty();
  }

  @Test
  void theExampleOfThePageIsOne(@TempDir Path folder) throws Exception {
    String page = Files.readString(Path.of("docs/hl7v2.md"));
    String example = page.substring(page.indexOf("```yaml\n") + 8);
    Path file =
        Files.writeString(
            folder.resolve("feed.yaml"), example.substring(0, example.indexOf("```")));

    assertThat(FeedFile.read(file, Riverside.TEMPLATES).clinic()).isEqualTo("GB-0001");
  }

  private static List<String> mistakes(String text) {
    try {
      Path file = Files.createTempFile("feed", ".yaml");
      Files.writeString(file, text);
      assertThatThrownBy(() -> FeedFile.read(file, Riverside.TEMPLATES))
          .isInstanceOf(Mistaken.class);
      FeedFile.read(file, Riverside.TEMPLATES);
      return List.of();
    } catch (Mistaken e) {
      return e.mistakes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
