package org.ketamineregistry.cli.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * A person who stands in every field of every format that is brought is in nothing that leaves the
 * clinic, nor in what an operator reads: no byte of what is sent, no report, no state, no log, no
 * word at the terminal; neither as she stands there, nor in pieces, nor as a digest that anybody
 * could make (R10, R13). What stays beside the source, refused rows and messages, holds the
 * source's own words, and is meant to.
 */
class NothingLeavesTest {
  private static final Set<String> TRACES = Person.traces();

  private final StringBuilder log = new StringBuilder();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          synchronized (log) {
            log.append(event.getFormattedMessage()).append('\n');
            IThrowableProxy thrown = event.getThrowableProxy();
            if (thrown != null) {
              log.append(thrown.getMessage()).append('\n');
            }
          }
        }
      };
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
  private final StringWriter terminal = new StringWriter();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  static Stream<Planted> formats() {
    return Stream.concat(
        Stream.of(PlantedTable.spreadsheet(), PlantedTable.redcap(), new PlantedResources()),
        PlantedMessages.all().stream());
  }

  @BeforeEach
  void listen() {
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.DEBUG);
    System.setOut(new PrintStream(streams, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(streams, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void leave() {
    root.detachAppender(appender);
    root.setLevel(level);
    System.setOut(out);
    System.setErr(err);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void ofAPersonWhoStandsInEveryField(Planted format) throws Exception {
    Path key =
        Files.writeString(
            folder.resolve("clinic.key"),
            Base64.getEncoder().encodeToString(new byte[48]) + System.lineSeparator());
    try (var outside = new Outside()) {
      List<String> arguments = new ArrayList<>(format.written(folder));
      arguments.addAll(List.of("--to", outside.base(), "--attempts", "1"));
      arguments.addAll(List.of("--key-file", key.toString()));
      arguments.addAll(List.of("--report", folder.resolve("report.json").toString()));
      Map<String, String> left = new LinkedHashMap<>();
      outside.awayAt(5);
      run(format, arguments);
      left.putAll(files("interrupted", format, key));
      format.moveAway(folder);
      outside.awayAt(Integer.MAX_VALUE);
      run(format, arguments);
      left.putAll(files("ended", format, key));

      assertThat(outside.received()).as("transactions that were sent").isGreaterThan(20);
      assertThat(outside.bytes()).contains("clinic-pseudonym");
      assertThat(format.refused(folder))
          .as("what is refused stays at the clinic as it was")
          .content(format.charset())
          .contains(Person.NAME);
      left.put("sent", outside.bytes());
      left.put("terminal", terminal.toString());
      left.put("streams", streams.toString(StandardCharsets.UTF_8));
      synchronized (log) {
        left.put("log", log.toString());
      }
      left.forEach(NothingLeavesTest::shows);
    }
  }

  /** A test that looks for nothing would find nothing. */
  @Test
  void aTraceIsSeen() {
    for (String trace :
        List.of(
            "Ms QUILLFEATHER came",
            "no. 9434765919",
            "rehtaeflliuq",
            Base64.getEncoder()
                .encodeToString("to Zzyzxa Quillfeather!".getBytes(StandardCharsets.UTF_8)),
            "827ccb0eea8a706c4c34a16891f84e7b 19820314")) {
      assertThat(found(trace)).as(trace).isNotEmpty();
    }
    assertThat(found("1982, and a dose of 35.5 mg")).isEmpty();
  }

  private void run(Planted format, List<String> arguments) {
    format
        .command()
        .setOut(new PrintWriter(terminal, true))
        .setErr(new PrintWriter(terminal, true))
        .execute(arguments.toArray(String[]::new));
  }

  /** What the run wrote beside the source and does not have to stay there. */
  private Map<String, String> files(String when, Planted format, Path key) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Set<Path> staying = format.staying(folder);
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(path -> !staying.contains(path) && !path.equals(key)).toList()) {
        files.put(when + " " + file.getFileName(), Files.readString(file));
      }
    }
    return files;
  }

  private static void shows(String where, String text) {
    assertThat(found(text)).as("what is seen of the person in: " + where).isEmpty();
  }

  private static List<String> found(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return TRACES.stream().filter(small::contains).map(trace -> around(small, trace)).toList();
  }

  private static String around(String text, String trace) {
    int at = text.indexOf(trace);
    return text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 100));
  }
}
