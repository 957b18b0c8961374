package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.refusal.Problem;

/** Whatever stands in a submission, a refusal does not repeat it: it might be a patient's name. */
class NoValueEchoedTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PLANTED = "Plantagenet";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MedicationAdministration-administration-gb-2",
        "MedicationDispense-supply-gb-1",
        "Observation-blood-pressure-before-gb-1",
        "Observation-madrs-before-gb-1",
        "Consent-treatment-consent-gb-1",
        "Organization-clinic-gb-0001",
        "Patient-patient-gb-1",
        "Encounter-session-gb-1",
        "Bundle-registration-gb-0001",
        "Task-receipt-rejected",
        "DetectedIssue-finding-accreditation-lapsed"
      })
  void aPlantedValueIsNotEchoed(String example) throws IOException {
    plant(MAPPER.readTree(Desk.example(example)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"collection", "document", "message", "searchset"})
  void aPlantedValueOfABundleThatIsNoSubmissionIsNotEchoed(String type) throws IOException {
    JsonNode bundle = MAPPER.readTree(Desk.example("Bundle-registration-gb-0001"));
    ((ObjectNode) bundle).put("type", type);
    plant(bundle);
  }

  private static void plant(JsonNode resource) throws IOException {
    int refused = 0;
    for (String planted :
        List.of(
            "Jane Plantagenet",
            "plantagenet",
            "http://plantagenet.example/Plantagenet",
            "1980-02-31Plantagenet")) {
      for (Consumer<String> leaf : leaves(resource)) {
        leaf.accept(planted);
        List<Problem> problems = Desk.problems(MAPPER.writeValueAsString(resource));
        refused += problems.isEmpty() ? 0 : 1;
        assertThat(problems)
            .allSatisfy(
                problem ->
                    assertThat(problem.message() + problem.expression() + problem.rule())
                        .doesNotContainIgnoringCase(PLANTED));
        leaf.accept("");
      }
    }
    assertThat(refused).isGreaterThan(10);
  }

  /** For each value of a resource what plants another; the empty text brings the old one back. */
  private static List<Consumer<String>> leaves(JsonNode node) {
    var leaves = new ArrayList<Consumer<String>>();
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode value = field.getValue();
        if (value.isContainerNode()) {
          leaves.addAll(leaves(value));
        } else if (!field.getKey().equals("resourceType")) {
          leaves.add(
              text -> {
                if (text.isEmpty()) {
                  object.set(field.getKey(), value);
                } else {
                  object.put(field.getKey(), text);
                }
              });
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(item -> leaves.addAll(leaves(item)));
    }
    return leaves;
  }
}
