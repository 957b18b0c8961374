package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.projection.Column;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.projection.View;

/** The flat tables: ViewDefinitions that any runner of SQL on FHIR's shareable views can run. */
class ViewsTest {
  private static final Path EXAMPLES = Path.of("profiles/package/example");
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final FlatViews VIEWS = FlatViews.of(GuideDefinitions.get());

  static List<ViewFile> views() {
    return ViewFile.all();
  }

  @Test
  void everyTableIsThere() {
    assertThat(views())
        .extracting(ViewFile::name)
        .containsExactlyInAnyOrder(
            "patient",
            "clinic",
            "course",
            "course_prior_treatment",
            "session",
            "review",
            "administration",
            "supply",
            "prescription",
            "adverse_event",
            "adverse_event_term",
            "adverse_event_criterion",
            "adverse_event_suspect",
            "score",
            "measurement",
            "assessment",
            "treatment_consent",
            "sharing_decision",
            "comorbidity",
            "concomitant_medication",
            "finding",
            "finding_record");
  }

  @Test
  void thePackageCarriesTheFiles() throws Exception {
    Library tables =
        GuideDefinitions.get().guide().of(Library.class).stream()
            .filter(library -> library.getUrl().endsWith("/flat-tables"))
            .findFirst()
            .orElseThrow();
    var carried = new ArrayList<ViewFile>();
    for (var content : tables.getContent()) {
      carried.add(new ViewFile(new ObjectMapper().readTree(content.getData())));
    }
    assertThat(carried).containsExactlyInAnyOrderElementsOf(views());
  }

  @ParameterizedTest
  @MethodSource("views")
  void aViewIsShareable(ViewFile view) {
    assertThat(view.json().get("resourceType").asText()).isEqualTo("ViewDefinition");
    assertThat(view.json().get("url").asText()).endsWith("/" + view.name().replace('_', '-'));
    assertThat(view.json().get("fhirVersion").get(0).asText()).isEqualTo("4.0.1");
    assertThat(view.json().get("status").asText()).isEqualTo("active");
    assertThat(view.columnNames())
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_]*"));
    assertThat(view.columns())
        .allSatisfy(
            column -> {
              assertThat(column.hasNonNull("type")).as("type").isTrue();
              assertThat(column.hasNonNull("description")).as("description").isTrue();
              assertThat(column.has("collection")).as("collection").isFalse();
            });
  }

  /** Compiling refuses what is not implemented, and a column of another type than it says. */
  @ParameterizedTest
  @MethodSource("views")
  void aViewIsCompiledWithTheColumnsThatItNames(ViewFile view) {
    assertThat(compiled(view).columns())
        .extracting(Column::name)
        .containsExactlyElementsOf(view.columnNames());
  }

  @ParameterizedTest
  @MethodSource("views")
  void theExamplesGiveRows(ViewFile view) {
    View compiled = compiled(view);
    int rows = 0;
    for (Resource example : examples(view.resource())) {
      rows += compiled.rows(example).size();
    }
    assertThat(rows).isPositive();
  }

  private static View compiled(ViewFile view) {
    return VIEWS.views().stream()
        .filter(one -> one.name().equals(view.name()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Resource> examples(String type) {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(type + "-"))
          .sorted()
          .map(ViewsTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource read(Path file) {
    try {
      return (Resource) FHIR.newJsonParser().parseResource(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
