package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

class DirectIdentifiersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Patient.name[0]         | \"name\":[{\"family\":\"Doe\"}]",
        "Patient.name[1]         | \"name\":[{},{\"family\":\"Doe\"}]",
        "Patient.address[0]      | \"address\":[{\"city\":\"London\"}]",
        "Patient.telecom[0]      | \"telecom\":[{\"value\":\"1\"}]",
        "Patient.photo[0]        | \"photo\":[{\"data\":\"AAAA\"}]",
        "Patient.contact[0]      | \"contact\":[{\"gender\":\"male\"}]",
        "Patient.extension[0].value |"
            + " \"extension\":[{\"url\":\"urn:x\",\"valueHumanName\":{\"text\":\"J\"}}]",
        "Patient.contained[0].name[0] |"
            + " \"contained\":[{\"resourceType\":\"RelatedPerson\",\"name\":[{\"text\":\"J\"}]}]"
      })
  void aPersonIsNeitherNamedNorLocatedNorShown(String expression, String element) {
    String patient = Desk.example("Patient-patient-gb-1");
    String json = patient.replaceFirst("\\{", "{" + element + ",");
    assertThat(Desk.problems(json))
        .extracting(Problem::code, Problem::expression)
        .contains(tuple(ErrorCode.DIRECT_IDENTIFIER, expression))
        .doesNotContain(tuple(ErrorCode.ELEMENT_NOT_ALLOWED, expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "PractitionerRole.telecom[0]              |"
            + " {'resourceType':'PractitionerRole','telecom':[{'value':'1'}]}",
        "ResearchStudy.contact[0]                 |"
            + " {'resourceType':'ResearchStudy','contact':[{'name':'Dr Doe'}]}",
        "Composition.contained[0].name[0]         |"
            + " {'resourceType':'Composition','contained':[{'resourceType':'Practitioner','name':[{'text':'J'}]}]}"
      })
  void norIsAPersonWhoTreats(String expression, String json) {
    assertThat(Desk.problems(json.replace('\'', '"')))
        .extracting(Problem::code, Problem::expression)
        .contains(tuple(ErrorCode.DIRECT_IDENTIFIER, expression));
  }

  @Test
  void aClinicHasAnAddress() {
    assertThat(Desk.problems(Desk.example("Organization-clinic-gb-0001"))).isEmpty();
    assertThat(Desk.example("Organization-clinic-gb-0001")).contains("\"address\"");
  }

  @Test
  void aTypeThatIsNotTakenIsLookedThroughToo() {
    assertThat(Desk.problems("{\"resourceType\":\"Person\",\"name\":[{\"text\":\"J\"}]}"))
        .extracting(Problem::code)
        .containsExactly(ErrorCode.TYPE_NOT_ACCEPTED, ErrorCode.DIRECT_IDENTIFIER);
  }
}
