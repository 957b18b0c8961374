package org.ketamineregistry.flatfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.projection.Column;
import org.ketamineregistry.projection.ColumnType;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.projection.View;

/** What stands in a flat file, and what its dictionary says of it. */
class FlatFileTest {
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final FlatViews VIEWS = FlatViews.of(GuideDefinitions.get());
  private static final byte[] KEY = ExportPseudonyms.newKey();

  static List<View> views() {
    return VIEWS.views();
  }

  private static View view(String name) {
    return views().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static String text(String view, byte[] key, Resource resource) {
    var file = new FlatFile(view(view), new ExportPseudonyms(key));
    return new String(file.header(), StandardCharsets.UTF_8)
        + new String(file.lines(resource), StandardCharsets.UTF_8);
  }

  /** The one row, read as a reader of CSV does. */
  private static CSVRecord row(String view, byte[] key, Resource resource) {
    return rows(view, key, resource).get(0);
  }

  private static List<CSVRecord> rows(String view, byte[] key, Resource resource) {
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .build()
            .parse(new StringReader(text(view, key, resource)))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Observation score(String version) {
    var score = new Observation();
    score.setId("Observation/5f0c1b1e-0000-4000-8000-000000000001");
    score.setSubject(new Reference("Patient/5f0c1b1e-0000-4000-8000-000000000002"));
    score.setValue(new IntegerType(-3));
    score.addExtension(Canonical.extension("instrument-version"), new StringType(version));
    return score;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://a.example\",\"b\")"})
  void guardsWhatASpreadsheetWouldRun(String formula) {
    assertThat(row("score", KEY, score(formula)).get("instrument_version"))
        .isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "a,b", "say \"it\"", "two\r\nlines", "'quoted'", "ä 漢 𝄞", "a=b"})
  void writesWhateverATextHas(String text) {
    assertThat(row("score", KEY, score(text)).get("instrument_version")).isEqualTo(text);
  }

  @Test
  void leavesNumbersAlone() {
    assertThat(row("score", KEY, score("1")).get("total")).isEqualTo("-3");
    var given = new MedicationAdministration();
    given.setId("MedicationAdministration/1");
    given.getMedicationCodeableConcept().addCoding();
    given.getDosage().setDose(new Quantity().setValue(new java.math.BigDecimal("1E+2")));
    given
        .getMedicationCodeableConcept()
        .addCoding()
        .setSystem(Canonical.BASE + "/CodeSystem/ketamine-substance-cs");
    assertThat(text("administration", KEY, given)).doesNotContain("E+");
  }

  @Test
  void isEmptyForWhatIsNotThere() {
    CSVRecord row = row("score", KEY, score("1"));
    assertThat(row.get("session_id")).isEmpty();
    assertThat(text("score", KEY, score("1"))).doesNotContain("null").endsWith("\r\n");
  }

  @Test
  void hasAHeaderAloneForWhatTheViewLeavesOut() {
    assertThat(text("score", KEY, new Observation())).endsWith("instrument_version\r\n");
    assertThat(rows("score", KEY, new Organization())).isEmpty();
  }

  @Test
  void showsPseudonymsInPlaceOfKeys() {
    Observation score = score("1");
    CSVRecord row = row("score", KEY, score);
    assertThat(row.get("id")).matches("p[0-9a-f]{32}").isNotEqualTo(row.get("patient_id"));
    assertThat(text("score", KEY, score)).doesNotContain("5f0c1b1e");
    assertThat(row("score", KEY, score("2")).get("patient_id")).isEqualTo(row.get("patient_id"));
    assertThat(row("score", ExportPseudonyms.newKey(), score).get("patient_id"))
        .isNotEqualTo(row.get("patient_id"));
    assertThatThrownBy(() -> new ExportPseudonyms(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheTypeOfAReferenceAndNoWordsOfItsOwn() {
    var finding = new DetectedIssue();
    finding.setId("DetectedIssue/1");
    finding.addImplicated(new Reference("MedicationAdministration/7/_history/2"));
    finding.addImplicated(new Reference("Wolkenstein"));
    List<CSVRecord> rows = rows("finding_record", KEY, finding);
    assertThat(rows.get(0).get("record_reference"))
        .isEqualTo("MedicationAdministration/" + rows.get(0).get("administration_id"));
    assertThat(rows.get(1).get("record_reference")).matches("p[0-9a-f]{32}");
  }

  /** No id and no identifier of an example stands in a file that is made of it. */
  @ParameterizedTest
  @MethodSource("views")
  void showsNoIdentifier(View view) throws IOException {
    Set<String> lines = new HashSet<>();
    for (Resource resource : examples(view.resourceType())) {
      String text = text(view.name(), KEY, resource);
      lines.add(text);
      assertThat(text).doesNotContain(resource.getIdPart() + ",");
      for (JsonNode value :
          new ObjectMapper()
              .readTree(FHIR.newJsonParser().encodeResourceToString(resource))
              .path("identifier")
              .findValues("value")) {
        assertThat(text).doesNotContain(value.asText());
      }
    }
    assertThat(lines).isNotEmpty();
  }

  private static List<Resource> examples(String type) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("profiles/package/example"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(type + "-"))
          .map(FlatFileTest::read)
          .toList();
    }
  }

  private static Resource read(Path file) {
    try {
      return (Resource) FHIR.newJsonParser().parseResource(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Whoever adds a column of free text decides whether it may be shown. */
  @Test
  void showsNoFreeTextThatNobodyHasLookedAt() {
    assertThat(
            views().stream()
                .flatMap(
                    view ->
                        view.columns().stream()
                            .filter(column -> column.fhirType().equals("string"))
                            .map(
                                column ->
                                    view.name()
                                        + "."
                                        + column.name()
                                        + " "
                                        + ColumnPolicy.of(view, column))))
        .containsExactlyInAnyOrder(
            "clinic.clinic_identifier IDENTIFIER",
            "clinic.country SHOWN",
            "finding_record.record_reference REFERENCE",
            "patient.clinic_pseudonym IDENTIFIER",
            "patient.registry_pseudonym IDENTIFIER",
            "score.instrument_version SHOWN");
  }

  @ParameterizedTest
  @MethodSource("views")
  void saysInADictionaryWhatEachColumnMeans(View view) throws IOException {
    JsonNode dictionary =
        new ObjectMapper()
            .readTree(DataPackage.of(views(), "0.3.0", Instant.parse("2026-09-01T00:00:00Z")));
    JsonNode file =
        StreamSupport.stream(dictionary.path("resources").spliterator(), false)
            .filter(one -> one.path("name").asText().equals(view.name()))
            .findFirst()
            .orElseThrow();
    assertThat(file.path("path").asText()).isEqualTo(view.name() + ".csv");
    assertThat(file.path("title").asText()).isNotEqualTo(view.name()).isNotBlank();
    assertThat(file.path("description").asText()).isNotBlank();
    JsonNode fields = file.at("/schema/fields");
    assertThat(fields)
        .extracting(field -> field.path("name").asText())
        .containsExactlyElementsOf(view.columns().stream().map(Column::name).toList());
    assertThat(fields).allMatch(field -> !field.path("description").asText().isBlank());
    for (int i = 0; i < fields.size(); i++) {
      Column column = view.columns().get(i);
      if (column.type() == ColumnType.DECIMAL) {
        assertThat(fields.get(i).has("unit") || fields.get(i).has("unitColumn"))
            .as(view.name() + "." + column.name())
            .isTrue();
      }
    }
    if (view.columns().stream().anyMatch(column -> column.name().equals("patient_id"))) {
      assertThat(file.toString()).contains("\"joins\":\"patient.id\"");
    }
  }
}
