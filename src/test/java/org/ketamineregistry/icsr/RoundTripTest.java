package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.icsr.IcsrCase.Meddra;

/** From the guide's records to a message and back, nothing is lost that the guide maps. */
class RoundTripTest {
  private static final Pattern ROW = Pattern.compile("\\| `[^`]+` \\|[^|]*\\|([^|]*)\\|[^|]*\\|");
  private static final Pattern ELEMENT =
      Pattern.compile("\\[`([a-z0-9-]+)`]\\(StructureDefinition-[a-z0-9-]+\\.html\\) `([^`]+)`");
  private static final MeddraTerms TERMS =
      new MeddraTerms(
          Map.of(
              "17971005", new Meddra("10000001", "27.1"),
              "24184005", new Meddra("10000002", "27.1"),
              "dissociation", new Meddra("10000003", "27.1"),
              "treatment-resistant-depression", new Meddra("10000004", "27.1"),
              "1742-6", new Meddra("10000005", "27.1"),
              "controlled-hypertension", new Meddra("10000006", "27.1")));

  @Test
  void everyElementOfThePageIsLookedAt() throws Exception {
    Set<String> onPage = new TreeSet<>();
    for (String line :
        Files.readAllLines(Path.of("implementation-guide/input/pagecontent/mapping-e2b.md"))) {
      ROW.matcher(line)
          .results()
          .flatMap(row -> ELEMENT.matcher(row.group(1)).results())
          .forEach(element -> onPage.add(element.group(1) + " " + element.group(2)));
    }
    EventRecords records = KnownRecords.example("adverse-event-gb-5");
    assertThat(MappedElements.of(records, chosen(records)).keySet())
        .containsExactlyElementsOf(onPage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adverse-event-gb-1",
        "adverse-event-gb-2",
        "adverse-event-gb-3",
        "adverse-event-gb-4",
        "adverse-event-gb-5",
        "adverse-event-de-1",
        "adverse-event-de-2"
      })
  void anExampleComesBack(String event) throws Exception {
    comesBack(KnownRecords.example(event));
  }

  @ParameterizedTest
  @CsvSource({"31, 60, GB", "32, 40, XX"})
  void everyEventOfACohortComesBack(long seed, int patients, String jurisdiction) throws Exception {
    List<EventRecords> events = KnownRecords.cohort(seed, patients, jurisdiction);
    assertThat(events).hasSizeGreaterThan(50);
    for (EventRecords records : events) {
      comesBack(records);
    }
  }

  private static void comesBack(EventRecords records) throws Exception {
    Sending sending = KnownRecords.sending(Sending.From.CLINIC);
    IcsrCase told = new CaseFromRecords(KnownRecords.LEXICON, TERMS).of(records, sending, false);
    var message = new ByteArrayOutputStream();
    IcsrWriter.write(List.of(told), sending, "batch-1", message);
    List<IcsrCase> read = IcsrReader.read(new ByteArrayInputStream(message.toByteArray()));
    assertThat(read).containsExactly(told);
    assertThat(mapped(RecordsFromCase.of(read.get(0), KnownRecords.LEXICON)))
        .isEqualTo(expected(records, told));
  }

  /** What was sent, with the terms that the sender supplied; without one nothing is due. */
  private static Map<String, List<String>> expected(EventRecords records, IcsrCase told) {
    Map<String, List<String>> mapped = MappedElements.of(records, chosen(records));
    Meddra term = told.reaction().name().term();
    if (term != null) {
      mapped.put(
          "ketamine-adverse-event event.coding:meddra",
          List.of(term.code() + " " + term.version()));
    }
    return mapped;
  }

  private static Map<String, List<String>> mapped(List<Resource> made) {
    var records = new HashMap<String, Resource>();
    made.forEach(one -> records.put(one.getId(), one));
    AdverseEvent event = (AdverseEvent) made.get(made.size() - 1);
    EventRecords read = KnownRecords.of(event, records);
    return MappedElements.of(
        read, read.observations().filter(one -> !hasAnElementOfItsOwn(one)).toList());
  }

  private static List<Observation> chosen(EventRecords records) {
    return RelevantTests.of(records, KnownRecords.LEXICON);
  }

  /** Weight and pregnancy are no tests of a report; they have elements of their own. */
  private static boolean hasAnElementOfItsOwn(Observation one) {
    return List.of("29463-7", "82810-3").contains(Elements.code(one.getCode()));
  }
}
