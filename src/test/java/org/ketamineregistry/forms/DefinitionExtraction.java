package org.ketamineregistry.forms;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.forms.FormDefinitions.Extract;
import org.ketamineregistry.forms.FormDefinitions.Value;

/**
 * SDC's definition-based extraction, after its version 4.0: answers become the records that the
 * form's definitions name, in a transaction. It is an oracle for the guide's forms.
 */
public final class DefinitionExtraction {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final QuestionnaireResponse response;
  private final IFhirPath paths = FHIR.newFhirPath();
  private final Map<String, String> variables = new HashMap<>();
  private final Deque<Sprout> growing = new ArrayDeque<>();
  private final ArrayNode entries = JSON.createArrayNode();

  private DefinitionExtraction(Questionnaire form, QuestionnaireResponse response) {
    this.response = response;
    FormDefinitions.variables(form)
        .forEach(variable -> variables.put(variable, "urn:uuid:" + UUID.randomUUID()));
    paths.setEvaluationContext(
        new IFhirPathEvaluationContext() {
          @Override
          public List<IBase> resolveConstant(
              Object context, String name, ConstantEvaluationMode mode) {
            String known = name.startsWith("%") ? name.substring(1) : name;
            if (known.equals("resource")) {
              return List.of(response);
            }
            return Optional.ofNullable(variables.get(known))
                .<List<IBase>>map(value -> List.of(new StringType(value)))
                .orElse(List.of());
          }
        });
  }

  /**
   * @param response with an identifier and a subject
   * @return a transaction Bundle as JSON
   */
  public static String extract(Questionnaire form, QuestionnaireResponse response) {
    var extraction = new DefinitionExtraction(form, response);
    extraction.items(form.getItem(), response.getItem());
    ObjectNode bundle = JSON.createObjectNode();
    bundle.put("resourceType", "Bundle").put("type", "transaction");
    bundle.set("entry", extraction.entries);
    return bundle.toString();
  }

  private void items(
      List<QuestionnaireItemComponent> asked, List<QuestionnaireResponseItemComponent> answered) {
    for (QuestionnaireResponseItemComponent item : answered) {
      asked.stream()
          .filter(question -> question.getLinkId().equals(item.getLinkId()))
          .findFirst()
          .ifPresent(question -> item(question, item));
    }
  }

  private void item(QuestionnaireItemComponent asked, QuestionnaireResponseItemComponent answered) {
    if (!hasAnswers(answered)) {
      return;
    }
    Optional<Extract> extract = FormDefinitions.extract(asked);
    extract.ifPresent(one -> growing.push(new Sprout(one.profile())));
    FormDefinitions.values(asked).forEach(this::value);
    Runnable end = () -> {};
    if (asked.hasDefinition()) {
      ElementPath path = ElementPath.of(asked.getDefinition());
      if (answered.hasItem()) {
        end = sprout(path.profile()).begin(path);
      } else {
        answered.getAnswer().forEach(answer -> answer(asked, path, answer));
      }
    }
    items(asked.getItem(), answered.getItem());
    end.run();
    extract.ifPresent(one -> entry(one, growing.pop()));
  }

  private void answer(
      QuestionnaireItemComponent asked,
      ElementPath path,
      QuestionnaireResponseItemAnswerComponent answer) {
    JsonNode unit = FormDefinitions.unit(asked).map(DefinitionExtraction::json).orElse(null);
    put(path, answer.getValue(), unit);
  }

  private void value(Value value) {
    ElementPath path = ElementPath.of(value.definition());
    if (value.fixed() != null) {
      put(path, value.fixed(), null);
    } else {
      evaluate(String.valueOf(value.expression()))
          .forEach(result -> put(path, (Type) result, null));
    }
  }

  private void put(ElementPath path, Type value, @Nullable JsonNode unit) {
    String answer = value.fhirType();
    String type =
        Casting.target(answer, unit != null, path.last().types())
            .orElseThrow(
                () -> new IllegalStateException("A " + answer + " does not fit " + path.id()));
    sprout(path.profile()).put(path, Casting.cast(json(value), answer, unit, type), type);
  }

  /** The innermost record of a profile that is growing. */
  private Sprout sprout(String profile) {
    return growing.stream()
        .filter(one -> one.profile().equals(profile))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing extracts " + profile));
  }

  private void entry(Extract extract, Sprout sprout) {
    ObjectNode resource = sprout.grown();
    ObjectNode entry = entries.addObject();
    entry.put(
        "fullUrl",
        extract.fullUrl() == null
            ? "urn:uuid:" + UUID.randomUUID()
            : evaluate(extract.fullUrl()).get(0).primitiveValue());
    entry.set("resource", resource);
    ObjectNode request = entry.putObject("request");
    request.put("method", "POST").put("url", resource.path("resourceType").asText());
    if (extract.ifNoneExist() != null) {
      request.put("ifNoneExist", evaluate(extract.ifNoneExist()).get(0).primitiveValue());
    }
  }

  private List<Base> evaluate(String expression) {
    return paths.evaluate(response, expression, Base.class);
  }

  private static boolean hasAnswers(QuestionnaireResponseItemComponent item) {
    return item.hasAnswer() || item.getItem().stream().anyMatch(DefinitionExtraction::hasAnswers);
  }

  /** A value as JSON, by way of an element that may have any. */
  private static JsonNode json(Type value) {
    var holder = new Patient();
    holder.addExtension(new Extension("urn:value", value));
    try {
      JsonNode written =
          JSON.readTree(FHIR.newJsonParser().encodeResourceToString(holder)).at("/extension/0");
      for (var fields = written.fields(); fields.hasNext(); ) {
        var field = fields.next();
        if (field.getKey().startsWith("value")) {
          return field.getValue();
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("No value: " + value);
  }
}
