package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.validate.Desk;

/** The records that the indicators are tested over are such as a clinic may submit. */
class CaseNotesTest {
  static List<Resource> records() {
    String session = "2026-07-06T10:00:00+01:00";
    return CaseNotes.ofAPatient()
        .died("2026-12-01")
        .course("course")
        .incentive("course", true)
        .treated("session", "course", session, 35)
        .number("session", 1)
        .fitToLeave("session", "2026-07-06T12:00:00+01:00")
        .dose("stopped", "session", "2026-07-06T11:00:00+01:00", 10)
        .stopped("stopped", "adverse-effect")
        .supply("supply", "2026-07-06T12:00:00+01:00", 300, 10)
        .weight("weight", session, 70)
        .pressure("pressure", "session", "before", session, 120, 80)
        .measured("sedation", "moaa-s", "session", "during", session)
        .measured("dissociation", "cadss-subjective-total", "session", "during", session)
        .score("madrs", "madrs-total", session, 30, 7, "d")
        .score("phq", "44261-6", session, 20, 14, "d")
        .score("icsi", "icsi-total", session, 3, 30, "d")
        .score("craving", "craving-rating", session, 2, 7, "d")
        .suicidality("suicidality", session)
        .misuse("misuse", session, "suspected")
        .liver("liver", session, 30)
        .event("serious", "vertigo", session, true)
        .grade("serious", "C41339")
        .of("serious", "session")
        .event("event", "craving", session, false)
        .consent("consent", "2026-07-01T09:00:00+01:00")
        .withdrawn("consent", "2026-08-01T09:00:00+01:00")
        .records();
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordIsValid(Resource record) {
    String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(record);
    assertThat(Desk.problems(json)).extracting(Problem::message).isEmpty();
  }
}
