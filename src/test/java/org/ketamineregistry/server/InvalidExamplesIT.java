package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.conformance.BeyondProfile;
import org.ketamineregistry.conformance.Examples;
import org.ketamineregistry.conformance.InvalidExample;
import org.ketamineregistry.conformance.Told;
import org.ketamineregistry.profiles.ProfileIndex;

/**
 * The server gives the guide's examples the verdict that HL7's validator and the command line give
 * them in {@code ConformanceTest}: by {@code $validate} on each, and at the door, which names the
 * one defect of each invalid example with its place and keeps nothing of it.
 */
@RegistryTest
@TestInstance(Lifecycle.PER_CLASS)
class InvalidExamplesIT {
  private final RegistryUnderTest registry;
  private final Map<String, HttpAnswer> verdicts = new ConcurrentHashMap<>();
  private final Map<String, HttpAnswer> answers = new ConcurrentHashMap<>();
  private Map<String, Long> before = Map.of();

  InvalidExamplesIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeAll
  void askForEach() {
    before = registry.clinicalRows();
    invalid()
        .parallel()
        .forEach(
            example -> {
              String text = read(example.file());
              verdicts.put(
                  example.name(), registry.post("/" + example.resourceType() + "/$validate", text));
              answers.put(example.name(), registry.post("/" + example.resourceType(), text));
            });
  }

  static Stream<InvalidExample> invalid() {
    return Examples.forServer();
  }

  static Stream<Path> valid() {
    return Examples.valid().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("valid")
  void aValidExampleIsValid(Path file) {
    String text = read(file);
    String type = file.getFileName().toString().replaceFirst("-.*", "");
    HttpAnswer answer = registry.post("/" + type + "/$validate", text);

    assertThat(answer).hasStatus(200);
    assertThat(told(answer)).as("%s", answer).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalid")
  void anInvalidExampleIsRefusedForItsDefect(InvalidExample example) {
    HttpAnswer verdict = Objects.requireNonNull(verdicts.get(example.name()));
    HttpAnswer answer = Objects.requireNonNull(answers.get(example.name()));

    assertThat(verdict).hasStatus(200).showsNoInnards();
    assertThat(told(verdict)).as("%s", verdict).anyMatch(one -> one.isOf(example));
    assertThat(answer).isRefused(422);
    if (ProfileIndex.ACCEPTED_TYPES.contains(example.resourceType())) {
      assertThat(told(answer)).isEqualTo(told(verdict));
    } else if (ProfileIndex.KEPT_APART.contains(example.resourceType())) {
      // Its door says more than the profile does; SubscriptionIT says what.
      assertThat(answer).hasNoIssue("type-not-accepted");
    } else {
      assertThat(answer).hasIssue("type-not-accepted");
    }
  }

  @ParameterizedTest
  @EnumSource(BeyondProfile.class)
  void whatIsAskedBeyondAProfileIsAsked(BeyondProfile beyond) {
    String type = beyond.expression().replaceFirst("\\..*", "");
    HttpAnswer answer = registry.post(type.equals("Bundle") ? "" : "/" + type, beyond.text());

    assertThat(answer).isRefused(beyond.code().status());
    assertThat(told(answer))
        .singleElement()
        .matches(one -> one.code() == beyond.code())
        .matches(one -> one.expression().equals(beyond.expression()));
  }

  @AfterAll
  void nothingIsKept() {
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  private static List<Told> told(HttpAnswer answer) {
    try {
      return Told.errors(new ObjectMapper().readTree(answer.text()));
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + answer, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
