package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** At the desk it is the first moment of 2027 in UTC. */
class PlausibleDatesTest {
  private static List<Problem> ofObservation(String effective) {
    return implausible(
        "{\"resourceType\":\"Observation\",\"effectiveDateTime\":\"" + effective + "\"}");
  }

  private static List<Problem> implausible(String json) {
    return Desk.problems(json).stream()
        .filter(problem -> problem.code() == ErrorCode.DATE_IMPLAUSIBLE)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1900",
        "1900-01-01",
        "2026-12-31T23:59:59Z",
        "2027",
        "2027-01",
        "2027-01-01",
        "2027-01-02",
        "2027-01-02T00:00:00Z",
        "2027-01-02T14:00:00+14:00",
        "2027-02-30",
        "tomorrow"
      })
  void isAcceptedOrLeftToTheValidator(String date) {
    assertThat(ofObservation(date)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1899",
        "1899-12-31",
        "0206-03-01",
        "2028",
        "2027-02",
        "2027-01-03",
        "2027-01-02T00:00:01Z",
        "2027-01-01T13:00:00-12:00",
        "9999-12-31"
      })
  void isRefusedAtItsElement(String date) {
    assertThat(ofObservation(date))
        .extracting(Problem::expression, Problem::line)
        .containsExactly(tuple("Observation.effective", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"end", "start"})
  void onlyWhatEndsMayLieAhead(String bound) {
    String json =
        "{\"resourceType\":\"EpisodeOfCare\",\"period\":{\"" + bound + "\":\"2030-01-01\"}}";
    assertThat(implausible(json)).hasSize(bound.equals("end") ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"MedicationRequest\",\"dispenseRequest\":{\"validityPeriod\":{\"start\":\"2027-02-01\"}}}",
        "{\"resourceType\":\"MedicationRequest\",\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"boundsPeriod\":{\"start\":\"2027-02-01\"}}}}]}",
        "{\"resourceType\":\"ResearchStudy\",\"period\":{\"start\":\"2027-02-01\"}}"
      })
  void soMayWhatIsPlanned(String json) {
    assertThat(implausible(json)).isEmpty();
    assertThat(implausible(json.replace("2027-02-01", "1827-02-01"))).hasSize(1);
  }

  @Test
  void aPrescriptionIsWrittenWhenItIsWritten() {
    assertThat(
            implausible("{\"resourceType\":\"MedicationRequest\",\"authoredOn\":\"2027-02-01\"}"))
        .hasSize(1);
  }
}
