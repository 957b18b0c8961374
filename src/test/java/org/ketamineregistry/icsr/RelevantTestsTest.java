package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.profiles.Canonical;

/** Which of a patient's observations a report carries as tests (F.r). */
class RelevantTestsTest {
  private static final String LOINC = "http://loinc.org";
  private static final String INSTRUMENT = Canonical.codeSystem("instrument-cs");
  private static final String SESSION = "Encounter/session-gb-2";
  private static final String EARLIER_SESSION = "Encounter/session-gb-1";

  /** Sedation on 17 September 2026 at 10:06, in the second session; see the guide's examples. */
  private final Map<String, Resource> records = new LinkedHashMap<>(KnownRecords.examples());

  private final AdverseEvent event =
      KnownRecords.one(records, "AdverseEvent/adverse-event-gb-5", AdverseEvent.class);

  RelevantTestsTest() {
    records.values().removeIf(Observation.class::isInstance);
  }

  private Observation observed(String name, String system, String code, String when) {
    var observation = new Observation();
    observation
        .setStatus(ObservationStatus.FINAL)
        .setSubject(new Reference("Patient/patient-gb-1"))
        .setCode(new CodeableConcept(new Coding(system, code, null)))
        .setEffective(new DateTimeType(when))
        .setValue(new IntegerType(1))
        .setId(name);
    records.put("Observation/" + name, observation);
    return observation;
  }

  private Observation sedation(String name, String when, String session) {
    Observation made = observed(name, INSTRUMENT, "moaa-s", when);
    return made.setEncounter(new Reference(session));
  }

  private List<String> chosen() {
    return RelevantTests.of(KnownRecords.of(event, records), KnownRecords.LEXICON).stream()
        .map(Resource::getIdPart)
        .toList();
  }

  @Nested
  class OfASession {
    @Test
    void allOfTheSittingInWhichTheReactionBegan() {
      sedation("before", "2026-09-17T09:40:00+01:00", SESSION);
      sedation("during", "2026-09-17T10:10:00+01:00", SESSION);
      sedation("after", "2026-09-17T11:40:00+01:00", SESSION);

      assertThat(chosen()).containsExactly("before", "during", "after");
    }

    @Test
    void andOfEachTestTheLastBeforeThatSitting() {
      sedation("first", "2026-09-14T09:40:00+01:00", EARLIER_SESSION);
      sedation("last", "2026-09-14T11:45:00+01:00", EARLIER_SESSION);
      observed("pulse", LOINC, "8867-4", "2026-09-14T09:40:00+01:00");
      sedation("during", "2026-09-17T10:10:00+01:00", SESSION);

      assertThat(chosen()).containsExactly("pulse", "last", "during");
    }

    @Test
    void butNothingOfALaterSession() {
      sedation("later", "2026-09-21T10:10:00+01:00", "Encounter/session-gb-3");

      assertThat(chosen()).isEmpty();
    }

    @Test
    void aSuspectedDoseOfTheDaySaysWhichSittingItWas() {
      event.setEncounter(null);
      sedation("after", "2026-09-17T11:40:00+01:00", SESSION);

      assertThat(chosen()).containsExactly("after");
    }

    @Test
    void outsideOfAnySittingTheLastBefore() {
      event.setEncounter(null);
      event.setDateElement(new DateTimeType("2026-09-19T20:00:00+01:00"));
      sedation("before", "2026-09-17T09:40:00+01:00", SESSION);
      sedation("after", "2026-09-17T11:40:00+01:00", SESSION);

      assertThat(chosen()).containsExactly("after");
    }
  }

  @Nested
  class OfTheCourse {
    @Test
    void theLastBeforeAndTheFirstAfter() {
      observed("earlier", INSTRUMENT, "madrs-total", "2026-09-10");
      observed("before", INSTRUMENT, "madrs-total", "2026-09-16");
      observed("after", INSTRUMENT, "madrs-total", "2026-09-18");
      observed("later", INSTRUMENT, "madrs-total", "2026-09-20");

      assertThat(chosen()).containsExactly("before", "after");
    }

    @Test
    void eachScaleByItself() {
      observed("madrs", INSTRUMENT, "madrs-total", "2026-09-10");
      observed("phq-9", LOINC, "44261-6", "2026-09-12");
      observed("risk", LOINC, "93374-7", "2026-09-13");
      observed("bladder", INSTRUMENT, "icsi-total", "2026-09-14");

      assertThat(chosen()).containsExactly("madrs", "phq-9", "risk", "bladder");
    }

    @Test
    void whereverItWasFilledIn() {
      observed("at rest", INSTRUMENT, "madrs-total", "2026-09-17T09:10:00+01:00")
          .setEncounter(new Reference(SESSION));
      observed("before", INSTRUMENT, "madrs-total", "2026-09-17T09:30:00+01:00")
          .setEncounter(new Reference(SESSION));

      assertThat(chosen()).containsExactly("before");
    }
  }

  @Test
  void ofALaboratoryAllFromNinetyDaysBeforeToThirtyDaysAfter() {
    observed("too early", LOINC, "1742-6", "2026-06-18");
    observed("first", LOINC, "1742-6", "2026-06-19");
    observed("second", LOINC, "1742-6", "2026-09-01");
    observed("last", LOINC, "12327-3", "2026-10-17");
    observed("too late", LOINC, "12327-3", "2026-10-18");

    assertThat(chosen()).containsExactly("first", "second", "last");
  }

  @Test
  void nothingThatTheGuideMapsToNoTestOrThatIsOfAnotherOrInError() {
    observed("weight", LOINC, "29463-7", "2026-09-17");
    observed("anxiety", INSTRUMENT, "ham-a-total", "2026-09-17");
    observed("other", LOINC, "1742-6", "2026-09-17")
        .setSubject(new Reference("Patient/patient-gb-2"));
    observed("error", LOINC, "1742-6", "2026-09-17").setStatus(ObservationStatus.ENTEREDINERROR);

    assertThat(chosen()).isEmpty();
  }

  @Test
  void nothingWhereNobodyKnowsOnWhichDayItBegan() {
    observed("test", LOINC, "1742-6", "2026-09-17");
    event.setDateElement(new DateTimeType("2026-09"));

    assertThat(chosen()).isEmpty();
  }

  @Test
  void theOrderInWhichRecordsAreReadChangesNothing() {
    observed("b", LOINC, "1742-6", "2026-09-17T09:00:00Z");
    observed("a", LOINC, "1742-6", "2026-09-17T09:00:00Z");
    observed("c", LOINC, "14631-6", "2026-09-17T09:00:00Z");
    List<String> first = chosen();
    var keys = new ArrayList<>(records.keySet());
    Collections.reverse(keys);
    var turned = new LinkedHashMap<String, Resource>();
    keys.forEach(key -> turned.put(key, KnownRecords.one(records, key, Resource.class)));
    records.clear();
    records.putAll(turned);

    assertThat(chosen()).isEqualTo(first).containsExactly("c", "a", "b");
  }
}
