package org.ketamineregistry.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.cli.verdict.ValidateCommand;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.refusal.ErrorCode;
import picocli.CommandLine;

/**
 * The guide's examples get the same verdict from HL7's validator, which has the package and nothing
 * of the registry, and from the command line: valid, or refused for the one defect at its place.
 * HL7's is asked about a third of the invalid ones, about all at volume. {@code InvalidExamplesIT}
 * asks the server about the rest, with the same expectations.
 */
class ConformanceTest {
  private static final int THREADS = 2;

  /** The media types, which are a text of the Internet's and no code system of FHIR. */
  private static final String MEDIA_TYPES = "http://hl7.org/fhir/ValueSet/mimetypes";

  /**
   * HL7's codes of what a notification has, which are in a guide of HL7's that is not needed here.
   */
  private static final String NOTIFICATION_CONTENT =
      "http://hl7.org/fhir/uv/subscriptions-backport/CodeSystem/backport-content-code-system";

  private static final Map<Path, List<ValidationMessage>> HL7 = new ConcurrentHashMap<>();
  private static final Map<Path, List<Told>> COMMAND_LINE = new ConcurrentHashMap<>();
  private static final Map<BeyondProfile, Path> BEYOND = new EnumMap<>(BeyondProfile.class);

  /** In what the ways may differ, and why. */
  private enum Difference {
    /**
     * Without a terminology server HL7's validator takes a code of SNOMED CT or LOINC on faith, and
     * finds it in no value set that a rule asks for by {@code memberOf}. HAPI's reads the value
     * set, and is asked in its place.
     */
    TERMINOLOGY_SERVER,
    /** Who is named is told by a code of its own, where HL7's tells that an element is closed. */
    DIRECT_IDENTIFIER,
    /** A wrong code leaves the registry no profile; HL7's validator goes by the claimed one. */
    PROFILE_BY_CONTENT
  }

  private static HapiAlone hapi;
  private static Set<String> rulesOfMembership;

  @BeforeAll
  static void judgeAll(@TempDir Path folder) throws IOException {
    hapi = HapiAlone.get();
    rulesOfMembership = Examples.rulesOfMembership();
    var files = new ArrayList<>(Examples.valid());
    invalid().map(InvalidExample::file).forEach(files::add);
    for (BeyondProfile beyond : BeyondProfile.values()) {
      Path file = folder.resolve(beyond.name() + ".json");
      BEYOND.put(beyond, Files.writeString(file, beyond.text()));
    }
    files.addAll(BEYOND.values());
    askCommandLine(files, folder.resolve("report"));
    invalid()
        .filter(example -> !Examples.isForHl7(example))
        .map(InvalidExample::file)
        .forEach(files::remove);
    askHl7(files, Hl7Alone.get());
  }

  private static void askCommandLine(List<Path> files, Path report) {
    var arguments = new ArrayList<>(List.of("--output", "json", "--to", report.toString()));
    files.forEach(file -> arguments.add(file.toString()));
    new CommandLine(new ValidateCommand(GuideDefinitions::get, InputStream.nullInputStream()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(PrintWriter.nullWriter()))
        .execute(arguments.toArray(String[]::new));
    for (JsonNode entry : Examples.read(report).path("entry")) {
      JsonNode outcome = entry.path("resource");
      String file = outcome.at("/extension/0/valueString").asText();
      COMMAND_LINE.put(Path.of(file), Told.errors(outcome));
    }
  }

  private static void askHl7(List<Path> files, Hl7Alone hl7) {
    IntStream.range(0, THREADS)
        .parallel()
        .forEach(
            part -> {
              Hl7Alone.Checker checker = hl7.checker();
              for (int i = part; i < files.size(); i += THREADS) {
                HL7.put(files.get(i), checker.errors(Examples.bytes(files.get(i))));
              }
            });
  }

  static Stream<Path> valid() {
    return Examples.valid().stream();
  }

  static Stream<InvalidExample> invalid() {
    return Examples.withoutServer();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void aValidExampleIsValid(Path file) {
    assertThat(commandLine(file)).as("the command line").isEmpty();
    if (isLeftToTerminology(file)) {
      assertThat(hapi.errors(Examples.bytes(file))).as("HAPI's validator").isEmpty();
    } else {
      assertThat(hl7(file)).as("HL7's validator").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void anInvalidExampleIsRefusedForItsDefect(InvalidExample example) {
    List<Told> told = commandLine(example.file());
    assertThat(told).allSatisfy(ConformanceTest::hasAPlaceAndWords);
    assertThat(told).as("the command line").anyMatch(problem -> problem.isOf(example));
    if (!Examples.isForHl7(example)) {
      return;
    }
    if (isLeftToTerminology(example)) {
      assertThat(hapi.errors(Examples.bytes(example.file())))
          .as("HAPI's validator")
          .anyMatch(example::isTold);
    } else {
      assertThat(hl7(example.file())).as("HL7's validator").anyMatch(example::isTold);
    }
  }

  @ParameterizedTest
  @EnumSource(BeyondProfile.class)
  void whatIsAskedBeyondAProfileIsAskedByTheRegistryAlone(BeyondProfile beyond) {
    assertThat(hl7(beyond(beyond))).as("HL7's validator").isEmpty();
    assertThat(commandLine(beyond(beyond)))
        .as("the command line")
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(beyond.code());
              assertThat(problem.expression()).isEqualTo(beyond.expression());
            });
  }

  @Test
  void theWaysDifferInNamedCasesOnly() {
    Map<Difference, Long> cases = new EnumMap<>(Difference.class);
    cases.put(
        Difference.TERMINOLOGY_SERVER,
        valid().filter(ConformanceTest::isLeftToTerminology).count()
            + invalid()
                .filter(Examples::isForHl7)
                .filter(ConformanceTest::isLeftToTerminology)
                .count());
    cases.put(Difference.DIRECT_IDENTIFIER, told(ErrorCode.DIRECT_IDENTIFIER));
    cases.put(Difference.PROFILE_BY_CONTENT, told(ErrorCode.PROFILE_NOT_DETERMINED));
    System.out.println("Where the ways of validating differ: " + cases);

    long all = invalid().count();
    assertThat(cases.values()).allSatisfy(many -> assertThat(many).isLessThan(all / 20));
  }

  @Test
  void everyInvalidExampleHasAnExpectation() {
    assertThat(Examples.invalid())
        .extracting(InvalidExample::name)
        .containsExactlyInAnyOrderElementsOf(Examples.invalidFiles());
  }

  private static List<ValidationMessage> hl7(Path file) {
    return Objects.requireNonNull(HL7.get(file));
  }

  private static List<Told> commandLine(Path file) {
    return Objects.requireNonNull(COMMAND_LINE.get(file));
  }

  private static Path beyond(BeyondProfile beyond) {
    return Objects.requireNonNull(BEYOND.get(beyond));
  }

  /** HL7's validator tells no defect, or one that a terminology server would take back. */
  private static boolean isLeftToTerminology(InvalidExample example) {
    return hl7(example.file()).stream().noneMatch(example::isTold)
        && (example.rule().equals("binding") || isLeftToTerminology(example.file()));
  }

  private static boolean isLeftToTerminology(Path file) {
    List<ValidationMessage> errors = hl7(file);
    return !errors.isEmpty()
        && errors.stream()
            .allMatch(
                error ->
                    rulesOfMembership.contains(
                            String.valueOf(error.getMessageId()).replaceFirst(".*#", ""))
                        || error.getMessage().contains(MEDIA_TYPES)
                        || error.getMessage().contains(NOTIFICATION_CONTENT));
  }

  private static long told(ErrorCode code) {
    return invalid()
        .filter(
            example ->
                commandLine(example.file()).stream()
                    .anyMatch(problem -> problem.code() == code && problem.isOf(example)))
        .count();
  }

  private static void hasAPlaceAndWords(Told problem) {
    assertThat(problem.line()).isPositive();
    assertThat(problem.column()).isPositive();
    assertThat(problem.expression()).matches("[A-Z][A-Za-z]+(\\.[A-Za-z_]+(\\[\\d+])?)*");
    assertThat(problem.message()).endsWith(".").doesNotContain("null", "Slice '", "slicing");
  }
}
