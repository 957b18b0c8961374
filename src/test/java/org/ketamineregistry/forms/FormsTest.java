package org.ketamineregistry.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.forms.FormDefinitions.Value;
import org.ketamineregistry.forms.Forms.Placed;
import org.ketamineregistry.profiles.GuideDefinitions;

/** The forms for clinics without a health record system, and what they may be answered with. */
class FormsTest {
  private static final String MIN = "http://hl7.org/fhir/StructureDefinition/minValue";
  private static final String MAX = "http://hl7.org/fhir/StructureDefinition/maxValue";

  static List<Questionnaire> forms() {
    return Forms.all();
  }

  static List<String> responses() throws IOException {
    return Forms.responses();
  }

  @Test
  void areFourWithAResponseToEach() throws IOException {
    assertThat(forms())
        .extracting(Questionnaire::getIdPart)
        .containsExactlyInAnyOrder(
            "session-monitoring", "follow-up", "treatment-consent", "adverse-event");
    assertThat(responses().stream().map(Forms::response).map(Forms::of))
        .extracting(Questionnaire::getIdPart)
        .containsAll(forms().stream().map(Questionnaire::getIdPart).toList());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void areValidAndSayWhatTheyServe(Questionnaire form) {
    assertThat(FormCheck.errors(Forms.json(form))).isEmpty();
    assertThat(form.getPurpose()).matches("[RS]\\d+(, [RS]\\d+)*: .+");
  }

  @ParameterizedTest
  @MethodSource("responses")
  void areAnsweredAsTheyAsk(String response) {
    assertThat(FormCheck.errors(Forms.text(response))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          session-gb-3       > "valueDecimal": 21.5         > "valueString": "21.5"
          session-gb-3       > "code": "adverse-effect"     > "code": "boredom"
          session-gb-3       > "administration.stop-reason" > "administration.stopped-because"
          session-gb-3       > "session.setting"            > "session.number"
          session-gb-3       > "valueInteger": 31           > "valueInteger": 77
          follow-up-gb-1     > "code": "44261-6"            > "code": "madrs-total"
          adverse-event-gb-1 > "code": "resolved"           > "code": "ongoing"
          adverse-event-gb-1 > "code": "Serious"            > "code": "Non-serious"
          """)
  void doNotTakeAnotherAnswer(String response, String right, String wrong) {
    String text = Forms.text("response-" + response);
    assertThat(text).contains(right);
    assertThat(FormCheck.errors(text.replace(right, wrong))).isNotEmpty();
  }

  /** A total has the range of its instrument, and at first the days that it usually asks about. */
  @Test
  void askTotalsAsTheInstrumentHasThem() {
    Map<String, Map<String, Integer>> instruments = instruments();
    var checked = new HashSet<String>();
    for (Questionnaire form : forms()) {
      for (Placed placed : Forms.placed(form.getItem())) {
        String instrument = instrument(placed.item());
        Map<String, Integer> properties = instruments.get(instrument);
        if (properties != null) {
          checked.add(instrument);
          QuestionnaireItemComponent total = placed.item().getItem().get(0);
          QuestionnaireItemComponent recall = placed.item().getItem().get(1);
          assertThat(bound(total, MIN)).as(instrument).isEqualTo(properties.get("minimum"));
          assertThat(bound(total, MAX)).as(instrument).isEqualTo(properties.get("maximum"));
          assertThat(recall.getInitialFirstRep().getValueIntegerType().getValue())
              .as(instrument)
              .isEqualTo(properties.get("recall-days"));
        }
      }
    }
    assertThat(checked)
        .containsExactlyInAnyOrder(
            "madrs-total",
            "qids-sr16-total",
            "ham-d17-total",
            "ham-a-total",
            "icsi-total",
            "icpi-total");
  }

  /** The code that an item sets for what it becomes, empty where it sets none. */
  private static String instrument(QuestionnaireItemComponent item) {
    return FormDefinitions.values(item).stream()
        .map(Value::fixed)
        .filter(CodeableConcept.class::isInstance)
        .map(concept -> ((CodeableConcept) concept).getCodingFirstRep().getCode())
        .findFirst()
        .orElse("");
  }

  private static Map<String, Map<String, Integer>> instruments() {
    var instruments = new HashMap<String, Map<String, Integer>>();
    GuideDefinitions.get().guide().of(CodeSystem.class).stream()
        .filter(system -> system.getIdPart().equals("instrument-cs"))
        .flatMap(system -> system.getConcept().stream())
        .forEach(concept -> instruments.put(concept.getCode(), numbers(concept)));
    return instruments;
  }

  private static Map<String, Integer> numbers(ConceptDefinitionComponent concept) {
    var numbers = new HashMap<String, Integer>();
    concept
        .getProperty()
        .forEach(
            property -> {
              if (property.getValue() instanceof IntegerType number) {
                numbers.put(property.getCode(), number.getValue());
              }
            });
    return numbers;
  }

  private static Integer bound(QuestionnaireItemComponent item, String url) {
    return ((IntegerType) item.getExtensionByUrl(url).getValue()).getValue();
  }
}
