package org.ketamineregistry.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.adapter.Clinics;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.GuideTemplates;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.validate.Desk;

/** Mappings as data managers write them. */
class MappingTest {
  private static final String GOOD =
      """
      mapping: test
      source: {delimiter: ",", dates: [yyyy-MM-dd], times: ["HH:mm"]}
      clinic: {id: GB-0001, namespace: "https://clinic.example", zone: Europe/London, lawful-basis: opt-in}
      skip:
        - {column: Drug, in: [cancelled]}
      records:
        - kind: session
          key: [No, {column: Visit}]
          when: {column: Visit}
          fields:
            started: {columns: [Visit, In]}
            ended: {columns: [Visit, Out]}
        - kind: administration
          key: [No, {column: Visit}]
          when: {column: Drug}
          fields:
            observed: {constant: "true"}
            substance: {column: Drug, codes: {ketamine: racemic-ketamine}}
            route: {column: Route, patterns: {"iv": intravenous-route}, otherwise: refuse}
            dose: {column: Dose, unit: {factors: {mg: 1}}}
            started: {columns: [Visit, In]}
            ended: {columns: [Visit, Out]}
        - kind: course
          key: [No]
          when: {column: Course}
          fields:
            started: {column: Course}
            indication: {constant: treatment-resistant-depression}
            failed-treatments: {column: Failed}
        - kind: patient
          key: [No]
          fields:
            sex: {column: Sex, codes: {f: female, m: male}}
            born: {column: Born, formats: [yyyy]}
      """;
  private static final String HEADER =
      "No,Sex,Born,Course,Failed,Visit,In,Out,Drug,Route,Dose,Name\n";

  @Nested
  class ARow {
    @Test
    void makesARecordOfEachKindInTheOrderInWhichTheyBuildOnEachOther() throws Exception {
      Draft draft = draft("1,f,1979,2026-01-12,3,2026-01-12,09:00,10:00,ketamine,IV,35.5 mg,Ann");
      assertThat(draft.faults()).isEmpty();
      assertThat(types(draft))
          .containsExactly("Patient", "EpisodeOfCare", "Encounter", "MedicationAdministration");
      assertThat(Desk.problems(draft.bundle().toString())).isEmpty();
    }

    @Test
    void makesNothingOfWhatItDoesNotName() throws Exception {
      Draft draft = draft("1,f,1979,,,,,,,,,Ann Smith");
      assertThat(types(draft)).containsExactly("Patient");
      assertThat(draft.bundle().toString()).doesNotContain("Ann").doesNotContain("Smith");
    }

    @Test
    void thatIsSkippedMakesNothingAndIsNoFault() throws Exception {
      Draft draft = draft("1,f,1979,,,2026-01-12,,,Cancelled,,,");
      assertThat(draft.isEmpty()).isTrue();
      assertThat(draft.faults()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithItAtOnceAndRepeatsNothing() throws Exception {
      Draft draft =
          draft("1,z,born long ago,2026-01-12,many,2026-02-31,09:00,10:00,ketamine,,35.5,Ann");
      assertThat(draft.faults())
          .extracting(fault -> fault.code() + " " + fault.origin())
          .containsExactlyInAnyOrder(
              "code-not-allowed Sex",
              "value-invalid Born",
              "value-invalid Failed",
              "value-invalid Visit, In, Out, No",
              "element-required Route",
              "value-invalid Dose");
      assertThat(draft.faults().toString()).doesNotContain("long ago").doesNotContain("02-31");
    }

    @Test
    void withoutItsKeyIsRefused() throws Exception {
      assertThat(draft(",f,1979,,,,,,,,,").faults())
          .extracting(Fault::code, Fault::origin)
          .containsExactly(tuple("element-required", "No"));
    }

    @Test
    void thatNothingIsAboutIsRefused() throws Exception {
      String never =
          GOOD.replace(
              "- kind: patient\n    key: [No]",
              "- kind: patient\n    when: {column: Name}\n    key: [No]");
      assertThat(draft(never, "1,f,1979,,,,,,,,,").faults())
          .extracting(Fault::code, Fault::origin)
          .containsExactly(tuple("invalid", "row"));
    }

    @Test
    void writtenOtherwiseIsTheSameRecord() throws Exception {
      String two = GOOD.replace("dates: [yyyy-MM-dd]", "dates: [yyyy-MM-dd, dd.MM.yyyy]");
      String line = "1,f,1979,,,%s,09:00,10:00,,,,";
      assertThat(draft(two, line.formatted("2026-01-12")).bundle())
          .isEqualTo(draft(two, line.formatted("12.01.2026")).bundle());
    }
  }

  @Test
  void whatYamlWouldTakeForSomethingElseIsTheTextThatItIs() throws Exception {
    String mapping =
        GOOD.replace("codes: {f: female, m: male}", "codes: {01: female, no: male, 1: other}");
    assertThat(draft(mapping, "1,01,1979,,,,,,,,,").bundle().toString()).contains("\"female\"");
    assertThat(draft(mapping, "1,No,1979,,,,,,,,,").bundle().toString()).contains("\"male\"");
  }

  @Nested
  class AMistake {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "mapping: test | title: test | mapping: is missing.",
          "mapping: test | title: test | title: is not known here",
          "delimiter: \",\" | delimiter: \"::\" | source.delimiter: has to be one of",
          "delimiter: \",\" | encoding: utf-99 | source.encoding: is not known",
          "delimiter: \",\" | decimal: x | source.decimal: has to be one of",
          "delimiter: \",\" | colour: red | source.colour: is not known here",
          "dates: [yyyy-MM-dd] | dates: [dd.MM.yy] | source.dates: has two digits",
          "dates: [yyyy-MM-dd] | dates: [bbb] | source: has a format of dates",
          "zone: Europe/London | zone: Atlantis | clinic.zone: is no time zone",
          "namespace: \"https://clinic.example\" | namespace: clinic | clinic.namespace: has to be"
              + " an absolute URI",
          "namespace: \"https://clinic.example\" | namespace: \"https://clinic.example/\" |"
              + " clinic.namespace: has to be an absolute URI",
          "lawful-basis: opt-in | lawful-basis: habit | clinic.lawful-basis: has to be the lawful"
              + " basis",
          "lawful-basis: opt-in | dates: {policy: exact} | clinic.lawful-basis: is missing",
          "delimiter: \",\" | kind: workbook | source.kind: has to be one of: spreadsheet, redcap",
          "kind: session | kind: sessions | records[0].kind: there is no such kind; there are:"
              + " patient",
          "key: [No, {column: Visit}] | key: [] | records[0].key: names no column",
          "key: [No, {column: Visit}] | key: [{constant: x}] | records[0].key: names no column",
          "started: {columns: [Visit, In]} | begun: {columns: [Visit, In]} |"
              + " records[0].fields.begun: a record session has no such field",
          "started: {columns: [Visit, In]} | number: {column: No} | records[0].fields: started is"
              + " missing",
          "started: {columns: [Visit, In]} | started: {from: Visit} | records[0].fields.started:"
              + " names no column",
          "when: {column: Visit} | when: {coloumn: Visit} | records[0].when.coloumn: is not known"
              + " here",
          "constant: \"true\" | constant: perhaps | observed.constant: is none that observed takes",
          "ketamine: racemic-ketamine | ketamine: ketamine | substance.codes.ketamine: leads to"
              + " nothing that substance takes; it takes: racemic-ketamine",
          "{ketamine: racemic-ketamine} | {ketamine: esketamine, Ketamine: esketamine} |"
              + " substance.codes.Ketamine: is there twice",
          "\"iv\": | \"(iv\": | is no regular expression of RE2",
          "otherwise: refuse | otherwise: somehow | route.otherwise: leads to nothing",
          "factors: {mg: 1} | factors: {mg: one} | dose.unit.factors.mg: has to be a number",
          "factors: {mg: 1} | factors: {} | dose.unit.factors: lists no unit",
          "formats: [yyyy] | formats: [yy] | born.formats: has two digits of the year",
          "formats: [yyyy] | formats: [qqqqqq] | born.formats: has one that is no format",
          "column: Failed | column: Failed, take: \"(1)(2)\" | failed-treatments.take: has to have"
              + " one group",
        })
    void isToldWithItsPlace(String right, String wrong, String told) {
      assertThat(mistakes(GOOD.replace(right, wrong))).anyMatch(mistake -> mistake.contains(told));
    }

    @Test
    void isAKindThatNeedsItsTrueDatesWhereDatesAreMoved() throws Exception {
      String redcap = Files.readString(Path.of("docs/adapt/redcap.yaml"));
      assertThat(
              mistakes(
                  redcap.replace(
                      "zone: Europe/London",
                      "zone: Europe/London\n  dates: {policy: shift, within-weeks: 26}")))
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("records[7].kind: Adverse events are reported to authorities");
    }

    @Test
    void isToldTogetherWithAllOthers() {
      String mapping =
          GOOD.replace("zone: Europe/London", "zone: Atlantis")
              .replace("f: female", "f: woman")
              .replace("failed-treatments", "failures");
      assertThat(mistakes(mapping)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "[]",
          "just words",
          "mapping: {",
          "mapping: a\nmapping: b",
          "mapping: &a b\nsource: *a"
        })
    void ofTheWholeFileIsToldToo(String mapping) {
      assertThat(mistakes(mapping)).isNotEmpty();
    }

    @Test
    void aboutColumnsIsToldBeforeARowIsRead() throws Exception {
      Mapping mapping = MappingReader.read(GOOD, GuideTemplates.read());
      assertThatThrownBy(() -> mapping.check(List.of("No", "SEX ", "Born")))
          .isInstanceOfSatisfying(
              Mistaken.class,
              thrown ->
                  assertThat(thrown.mistakes())
                      .contains(
                          "records[3].fields.sex: the file has no column \"Sex\". Did you mean"
                              + " \"SEX \"?")
                      .anyMatch(
                          mistake -> mistake.startsWith("skip[0].column: the file has no column")));
    }

    private static List<String> mistakes(String mapping) {
      return Objects.requireNonNull(
              catchThrowableOfType(
                  Mistaken.class, () -> MappingReader.read(mapping, GuideTemplates.read())))
          .mistakes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"clinic-spreadsheet", "redcap"})
  void theExamplesOfThePageMakeValidRecords(String name) throws Exception {
    Path folder = Path.of("docs/adapt");
    Mapping mapping =
        MappingReader.read(Files.readString(folder.resolve(name + ".yaml")), GuideTemplates.read());
    int valid = 0;
    int faulty = 0;
    try (TableReader reader =
        TableReader.open(Files.newInputStream(folder.resolve(name + ".csv")), mapping.format())) {
      mapping.check(reader.columns());
      for (Row row = reader.next(); row != null; row = reader.next()) {
        Draft draft = mapping.draft(row, site(mapping), GuideTemplates.read());
        if (!draft.faults().isEmpty()) {
          faulty++;
        } else if (!draft.isEmpty()) {
          assertThat(Desk.problems(draft.bundle().toString())).isEmpty();
          assertThat(draft.bundle().toString())
              .doesNotContain("999-0", "Example", "K-00", "1979-", "14.02", "dizzy");
          valid++;
        }
      }
    }
    assertThat(valid).isGreaterThan(6);
    assertThat(faulty).isPositive();
  }

  private static Site site(Mapping mapping) {
    return mapping.site(Clinics.pseudonyms());
  }

  private static Draft draft(String line) throws Exception {
    return draft(GOOD, line);
  }

  private static Draft draft(String yaml, String line) throws Exception {
    Mapping mapping = MappingReader.read(yaml, GuideTemplates.read());
    byte[] file = (HEADER + line + "\n").getBytes(StandardCharsets.UTF_8);
    try (TableReader reader = TableReader.open(new ByteArrayInputStream(file), mapping.format())) {
      mapping.check(reader.columns());
      return mapping.draft(
          Objects.requireNonNull(reader.next()), site(mapping), GuideTemplates.read());
    }
  }

  private static List<String> types(Draft draft) {
    var types = new ArrayList<String>();
    for (JsonNode entry : draft.bundle().path("entry")) {
      types.add(entry.at("/resource/resourceType").asText());
    }
    return types;
  }
}
