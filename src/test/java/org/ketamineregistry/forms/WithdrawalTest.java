package org.ketamineregistry.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a record says that it should not exist. */
class WithdrawalTest {
  static List<Questionnaire> forms() {
    return Forms.all();
  }

  private static ObjectNode example(String name) throws Exception {
    String text = Files.readString(Path.of("profiles/package/example/" + name + ".json"));
    return Withdrawal.json(
        (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(text));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isPossibleForWhateverAFormBecomes(Questionnaire form) {
    assertThat(Forms.placed(form.getItem()))
        .flatExtracting(placed -> FormDefinitions.extract(placed.item()).stream().toList())
        .isNotEmpty()
        .extracting(extract -> Forms.ELEMENTS.type(extract.profile()))
        .allMatch(Withdrawal::isPossible);
  }

  @ParameterizedTest
  @CsvSource({
    "Observation-body-weight-gb-1, /status, entered-in-error",
    "Encounter-session-gb-1, /status, entered-in-error",
    "AdverseEvent-adverse-event-gb-1, /extension, nullified"
  })
  void staysValidAndIsKnownAsMarked(String name, String place, String told) throws Exception {
    ObjectNode record = example(name);
    assertThat(Withdrawal.isMarked(record)).isFalse();

    ObjectNode marked = Withdrawal.marked(record);

    assertThat(marked.at(place).toString()).contains(told);
    assertThat(Withdrawal.isMarked(marked)).isTrue();
    assertThat(FormCheck.errors(marked.toString())).isEmpty();
  }

  @Test
  void isOfNothingElse() throws Exception {
    ObjectNode patient = example("Patient-patient-gb-1");
    assertThatThrownBy(() -> Withdrawal.marked(patient)).isInstanceOf(IllegalStateException.class);
  }
}
