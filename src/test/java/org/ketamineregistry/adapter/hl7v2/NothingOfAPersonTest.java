package org.ketamineregistry.adapter.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.RunReport;
import org.slf4j.LoggerFactory;

/**
 * Identifiers of persons that are planted everywhere in a message stand in no byte of what leaves:
 * no bundle, no acknowledgement, no log, no report (R10, R13).
 */
class NothingOfAPersonTest {
  private static final List<String> PLANTED =
      List.of("Zzyzxname", "078-05-1120", "Mulberry", "555-0199", "Confidentialnote", "000123");

  /** Everything that a person is known by, as one component, repetition or field could have it. */
  private static final String EVERYTHING =
      "Zzyzxname^Confidentialnote&555-0199^078-05-1120~12 Mulberry Lane^555-0199";

  private final Riverside.Registry registry = new Riverside.Registry();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void leave() {
    root.detachAppender(log);
    root.setLevel(level);
  }

  static Stream<String> messages() {
    return Stream.of(
        Riverside.ADMISSION,
        Riverside.ADMISSION.replace("ADT^A04^ADT_A01", "ADT^A31^ADT_A05"),
        Riverside.ADMINISTRATION,
        Riverside.SUPPLY,
        Riverside.ORDER,
        Riverside.RESULTS);
  }

  /** Fills what is empty of a segment, up to a number of fields. */
  private static String filled(String segment, int fields) {
    List<String> all = new ArrayList<>(List.of(segment.split("\\|", -1)));
    while (all.size() <= fields) {
      all.add("");
    }
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).isEmpty() || all.get(i).startsWith("Ashworth")) {
        all.set(i, EVERYTHING);
      }
    }
    return String.join("|", all);
  }

  private static String planted(String message, int from) {
    List<String> segments = new ArrayList<>();
    for (String segment : message.lines().toList()) {
      String name = segment.substring(0, 3);
      segments.add(
          switch (name) {
            case "PID" -> filled(segment, 39);
            case "PV1" -> filled(segment, 52);
            case "ORC" -> filled(segment, 30);
            default -> segment;
          });
      if (name.equals("PID") && message.contains("ADT^")) {
        segments.add("NK1|1|" + EVERYTHING + "|SPO|" + EVERYTHING + "|" + EVERYTHING);
      }
      if (name.equals("OBX")) {
        segments.add("NTE|1|L|" + EVERYTHING);
      }
    }
    segments.add("ZID|" + EVERYTHING);
    return Riverside.message(segments.subList(from, segments.size()).toArray(String[]::new));
  }

  private void leavesNothing(String... more) {
    List<String> written = new ArrayList<>(List.of(more));
    registry.bundles.forEach(bundle -> written.add(bundle.toString()));
    log.list.forEach(
        event ->
            written.add(
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage())));
    for (String text : written) {
      assertThat(text).doesNotContain(PLANTED);
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void ofMessagesThatAreFilledWithThem(String message) throws Exception {
    Reception reception = Riverside.reception(registry);

    Handled handled = reception.handle(planted(message, 0).getBytes(StandardCharsets.UTF_8));
    registry.refusals.add(new Fault("rule-violated", "Bundle.entry[0].resource", "No."));
    Handled refused = reception.handle(planted(message, 0).getBytes(StandardCharsets.UTF_8));

    leavesNothing(Ack.of(handled.answer()).text(), Ack.of(refused.answer()).text());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whereTheyTakeThePlaceOfAnythingThatIsRead(String message) throws Exception {
    Reception reception = Riverside.reception(registry);
    String[] segments = message.split("\r");
    List<String> answers = new ArrayList<>();
    for (int s = 0; s < segments.length; s++) {
      String[] fields = segments[s].split("\\|", -1);
      for (int f = 1; f < fields.length; f++) {
        boolean isKey = segments[s].startsWith("MSH") && f < 2;
        if (!isKey && !(segments[s].startsWith("MSH") && f == 9)) {
          String[] changed = fields.clone();
          changed[f] = "Zzyzxname 078-05-1120";
          String[] all = segments.clone();
          all[s] = String.join("|", changed);
          answers.add(
              Ack.of(
                      reception
                          .handle(Riverside.message(all).getBytes(StandardCharsets.UTF_8))
                          .answer())
                  .text());
        }
      }
    }

    leavesNothing(answers.toArray(String[]::new));
  }

  @Test
  void ofAnUnreadableMessage() throws Exception {
    Reception reception = Riverside.reception(registry);
    List<String> answers = new ArrayList<>();
    for (String message : messages().toList()) {
      String whole = planted(message, 0);
      for (int end : List.of(3, 20, 90, 200, whole.length() / 2)) {
        answers.add(
            Ack.of(
                    reception
                        .handle(whole.substring(0, end).getBytes(StandardCharsets.UTF_8))
                        .answer())
                .text());
      }
      answers.add(
          Ack.of(reception.handle(planted(message, 1).getBytes(StandardCharsets.UTF_8)).answer())
              .text());
    }

    leavesNothing(answers.toArray(String[]::new));
  }

  @Test
  void ofAFile(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("day.hl7"),
            planted(Riverside.RESULTS, 0)
                + planted(Riverside.ADMINISTRATION, 0).replace("|35|mg", "|Zzyzxname|mg"));

    FileRun.Ended ended =
        new FileRun(Riverside.reception(registry), Bounds.usual(1))
            .bring(file, folder.resolve("acks"), folder.resolve("refused"));

    assertThat(ended.tally().refused()).isPositive();
    RunReport report = new RunReport(ended.tally());
    leavesNothing(
        Files.readString(folder.resolve("acks")), report.text(), report.csv(), report.json());
  }
}
