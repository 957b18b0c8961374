package org.ketamineregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

class SearchAllowanceTest {
  /** For each type the parameters, with the types that references lead to. */
  private static final Map<String, Map<String, Set<String>>> PARAMETERS =
      Map.of(
          "Patient", Map.of("identifier", Set.of(), "organization", Set.of("Organization")),
          "Organization", Map.of("name", Set.of()),
          "Observation",
              Map.of(
                  "code", Set.of(),
                  "subject", Set.of("Patient", "Group"),
                  "encounter", Set.of("Encounter")),
          "Encounter", Map.of("date", Set.of(), "subject", Set.of("Patient")),
          "Consent", Map.of("patient", Set.of("Patient"), "status", Set.of()));

  private static final Access ACCESS =
      new Access(Matrix.of("clinician | search | Patient, Observation, Encounter, Consent | own"));
  private static final Caller CALLER =
      new Caller(
          "client",
          "user",
          Role.CLINICIAN,
          "s|v",
          Purpose.TREATMENT,
          Scopes.ofPerson("user/Patient.rs user/Observation.rs user/Encounter.rs"));

  private static void search(String type, String name, String value) {
    new SearchAllowance(
            ACCESS,
            (of, parameter) ->
                Optional.ofNullable(PARAMETERS.getOrDefault(of, Map.of()).get(parameter)))
        .check(CALLER, type, Map.of(name, List.of(value)));
  }

  @ParameterizedTest
  @CsvSource({
    "Observation, code, a",
    "Observation, code:not, a",
    "Observation, _id, a",
    "Observation, _lastUpdated, gt2026",
    "Observation, _count, 5",
    "Observation, _sort, '-_lastUpdated,code'",
    "Observation, subject, Patient/1",
    "Observation, subject:Patient, 1",
    "Observation, subject.identifier, a|b",
    "Observation, subject:Patient.identifier, a|b",
    "Observation, encounter.subject.identifier, a|b",
    "Observation, _include, Observation:subject",
    "Observation, _include, Observation:subject:Patient",
    "Observation, _include:iterate, Encounter:subject",
    "Patient, _revinclude, Observation:subject",
    "Patient, _has:Observation:subject:code, a",
    "Patient, _has:Encounter:subject:_has:Observation:encounter:code, a"
  })
  void whatIsOnTheListsMayBeAsked(String type, String name, String value) {
    assertThatCode(() -> search(type, name, value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Observation, note, a",
    "Observation, _text, a",
    "Observation, _filter, a",
    "Observation, _tag, a",
    "Observation, _list, a",
    "Observation, _type, a",
    "Observation, code.identifier, a",
    "Observation, subject:Group.identifier, a",
    "Observation, subject:Consent.status, a",
    "Observation, subject.note, a",
    "Observation, _sort, subject.identifier",
    "Observation, _sort, note",
    "Observation, _include, *",
    "Observation, _include, Observation:*",
    "Observation, _include, Observation:code",
    "Observation, _include:recurse, Observation:subject",
    "Observation, _include, Observation:subject:Consent",
    "Patient, _include, Patient:organization",
    "Patient, organization.name, a",
    "Patient, organization:Organization.name, a",
    "Patient, _revinclude, Consent:patient",
    "Patient, _revinclude, *",
    "Patient, _has:Consent:patient:status, a",
    "Patient, _has:Observation:code:code, a",
    "Patient, _has:Observation:subject, a",
    "Patient, _has:Observation:encounter:code, a",
    "Patient, _has:Observation:subject:note, a"
  })
  void whatIsNotIsRefused(String type, String name, String value) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> search(type, name, value))
        .satisfies(
            refused ->
                assertThat(refused.problems())
                    .extracting("code")
                    .containsExactly(ErrorCode.SEARCH_NOT_ALLOWED));
  }
}
