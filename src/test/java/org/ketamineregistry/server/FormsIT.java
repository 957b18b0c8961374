package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.forms.DefinitionExtraction;

/**
 * A clinic without a health record system fills in the guide's forms, and submits what they become.
 */
@RegistryTest
class FormsIT {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();

  FormsIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void treat() {
    registry.treating(ehr);
    assertThat(registry.submit(ehr.session())).isAccepted();
  }

  /** The form as the registry shows it, and the answers as a transaction. */
  private String extracted(String name) {
    var response =
        FHIR.newJsonParser()
            .parseResource(
                QuestionnaireResponse.class,
                ehr.example("QuestionnaireResponse-response-" + name).text());
    var form =
        (Questionnaire)
            registry
                .get("/Questionnaire?url=" + response.getQuestionnaire())
                .bundle()
                .getEntryFirstRep()
                .getResource();
    return DefinitionExtraction.extract(form, response);
  }

  @ParameterizedTest
  @CsvSource({
    "session-gb-3, 15",
    "follow-up-gb-1, 6",
    "treatment-consent-gb-1, 1",
    "adverse-event-gb-1, 1"
  })
  void becomesRecordsOnce(String name, int records) {
    HttpAnswer answer = registry.post("", extracted(name));
    assertThat(answer).isAccepted();
    assertThat(answer.locations()).hasSize(records).doesNotHaveDuplicates();
    Map<String, Long> before = registry.clinicalRows();

    HttpAnswer again = registry.post("", extracted(name));

    assertThat(again).isAccepted();
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }

  @Test
  void becomesASessionOfThePatientsCourse() {
    HttpAnswer answer = registry.post("", extracted("session-gb-3"));

    var given =
        registry
            .get("/" + answer.location("MedicationAdministration"))
            .resource(MedicationAdministration.class);
    assertThat(given.getContext().getReference()).isEqualTo(answer.location("Encounter"));
    assertThat(
            registry
                .get("/Observation?code=85354-9&encounter=" + answer.location("Encounter"))
                .bundle()
                .getEntry())
        .hasSize(3);
  }
}
