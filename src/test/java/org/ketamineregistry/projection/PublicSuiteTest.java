package org.ketamineregistry.projection;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The public test suite of SQL on FHIR 2. Each case is passed, or its view is refused by the name
 * of the construct that no view of the guide uses.
 *
 * @see <a href="https://github.com/FHIR/sql-on-fhir-v2/tree/master/tests">The suite, under the MIT
 *     licence, which lies beside the files</a>
 */
class PublicSuiteTest {
  private static final Path FOLDER = Path.of("src/test/resources/sql-on-fhir");
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ViewCompiler COMPILER =
      new ViewCompiler(new HapiWorkerContext(FHIR, new DefaultProfileValidationSupport(FHIR)));

  /** A case of the suite. */
  private record Case(String name, JsonNode resources, JsonNode content) {

    JsonNode view() {
      return content.get("view");
    }

    boolean expectsError() {
      return content.path("expectError").asBoolean();
    }

    /** The construct by which the view is refused; nothing where it compiles. */
    Optional<String> refused() {
      try {
        COMPILER.compile(view());
        return Optional.empty();
      } catch (ViewRefused e) {
        return Optional.of(
            String.valueOf(e.getMessage()).replaceFirst("^.* is refused at .*?: ", ""));
      }
    }

    List<Map<String, @Nullable Object>> rows() {
      View view = COMPILER.compile(view());
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (JsonNode json : resources) {
        var resource = (Resource) FHIR.newJsonParser().parseResource(json.toString());
        for (List<@Nullable Object> cells : view.rows(resource)) {
          Map<String, @Nullable Object> row = new HashMap<>();
          for (int i = 0; i < cells.size(); i++) {
            row.put(view.columns().get(i).name(), cells.get(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  private static List<Case> cases() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Case> cases = new ArrayList<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        JsonNode page = JSON.readTree(file.toFile());
        String name = file.getFileName().toString().replace(".json", "");
        for (JsonNode one : page.get("tests")) {
          cases.add(new Case(name + ": " + one.get("title").asText(), page.get("resources"), one));
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseOfImplementedConstructsPasses() {
    return cases().stream()
        .filter(one -> one.expectsError() || one.refused().isEmpty())
        .map(one -> dynamicTest(one.name(), () -> check(one)));
  }

  private static void check(Case one) {
    if (one.expectsError()) {
      assertThatThrownBy(one::rows).isInstanceOfAny(ViewRefused.class, IllegalStateException.class);
    } else {
      assertThat(one.rows()).containsExactlyInAnyOrderElementsOf(expected(one));
    }
  }

  private static List<Map<String, @Nullable Object>> expected(Case one) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (JsonNode json : one.content().get("expect")) {
      Map<String, @Nullable Object> row = new HashMap<>();
      json.fields().forEachRemaining(field -> row.put(field.getKey(), value(field.getValue())));
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable Object value(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    return json.isBoolean()
        ? (Object) json.booleanValue()
        : json.isInt() ? (Object) json.intValue() : json.asText();
  }

  /** A construct of this list that a view of the guide comes to use is implemented first. */
  @Test
  void allOthersAreRefusedByTheNameOfAConstruct() {
    Map<String, Long> refused =
        cases().stream()
            .filter(one -> !one.expectsError())
            .flatMap(one -> one.refused().stream())
            .collect(groupingBy(Function.identity(), counting()));

    assertThat(refused)
        .containsOnly(
            entry("'collection' is not implemented", 4L),
            entry("'forEachOrNull' is not implemented", 8L),
            entry("'repeat' is not implemented", 8L),
            entry("the constant '%rowIndex' is unknown", 7L),
            entry("the function 'item' is not implemented", 4L),
            entry("the function 'join' is not implemented", 5L),
            entry("the function 'lowBoundary' is not implemented", 3L),
            entry("the function 'highBoundary' is not implemented", 3L),
            entry("the operation '+' is not implemented", 1L),
            entry("the operation '>' is not implemented", 1L),
            entry("the operation '<' is not implemented", 1L),
            entry("no column holds the type 'time'", 2L),
            entry("'valueInteger' is not implemented", 1L),
            entry("'valueBoolean' is not implemented", 1L),
            entry("'valueBase64Binary' is not implemented", 1L),
            entry("'valueCode' is not implemented", 1L),
            entry("'valueDate' is not implemented", 1L),
            entry("'valueDateTime' is not implemented", 1L),
            entry("'valueDecimal' is not implemented", 1L),
            entry("'valueId' is not implemented", 1L),
            entry("'valueInstant' is not implemented", 1L),
            entry("'valueOid' is not implemented", 1L),
            entry("'valuePositiveInt' is not implemented", 1L),
            entry("'valueTime' is not implemented", 1L),
            entry("'valueUnsignedInt' is not implemented", 1L),
            entry("'valueUri' is not implemented", 1L),
            entry("'valueUrl' is not implemented", 1L),
            entry("'valueUuid' is not implemented", 1L));
    assertThat(cases()).hasSize(134);
    assertThat(refused.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(63);
  }
}
