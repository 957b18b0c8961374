package org.ketamineregistry.forms;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.forms.FormDefinitions.Extract;
import org.ketamineregistry.forms.FormDefinitions.Value;
import org.ketamineregistry.ingest.BusinessIdentifier;

/**
 * SDC's definition-based extraction, after its version 4.0: answers become the records that the
 * form's definitions name, in a transaction. The same response becomes the same text, addresses
 * within the bundle included, so that sending it again is known for a repetition.
 *
 * <p>A record is made once, under the identifier that the form derives from the response's. Of a
 * response that is {@code amended} it is replaced by that identifier instead.
 */
final class DefinitionExtraction {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ASKED_ELSEWHERE = Pattern.compile("linkId = '([^']+)'");
  private static final Pattern OF_THE_RESPONSE =
      Pattern.compile("%resource\\.(subject|authored|identifier)\\b.*");

  private final FhirContext context;
  private final Elements elements;
  private final QuestionnaireResponse response;
  private final IFhirPath paths;
  private final Origins origins = new Origins();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final Deque<Sprout> growing = new ArrayDeque<>();
  private final ArrayNode entries = JSON.createArrayNode();

  private DefinitionExtraction(
      FhirContext context, Elements elements, Questionnaire form, QuestionnaireResponse response) {
    this.context = context;
    this.elements = elements;
    this.response = response;
    paths = context.newFhirPath();
    FormDefinitions.variables(form).forEach(name -> variables.put(name, address(name)));
    places("QuestionnaireResponse", response.getItem());
    paths.setEvaluationContext(
        new IFhirPathEvaluationContext() {
          @Override
          public List<IBase> resolveConstant(
              Object focus, String name, ConstantEvaluationMode mode) {
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
   * What a response becomes.
   *
   * @param transaction a Bundle as JSON
   * @param origins which item each part of it comes from
   * @param leftOut by which a record would be known that the form makes of other answers, and not
   *     of these
   */
  record Result(ObjectNode transaction, Origins origins, List<BusinessIdentifier> leftOut) {}

  /**
   * @param form the form, one of the guide's
   * @param response answers it, and has an identifier and a subject
   */
  static Result extract(
      FhirContext context, Elements elements, Questionnaire form, QuestionnaireResponse response) {
    var extraction = new DefinitionExtraction(context, elements, form, response);
    extraction.items("QuestionnaireResponse", form.getItem(), response.getItem());
    ObjectNode bundle = JSON.createObjectNode();
    bundle.put("resourceType", "Bundle").put("type", "transaction");
    bundle.set("entry", extraction.entries);
    return new Result(
        bundle, extraction.origins, extraction.leftOut(form.getItem()).distinct().toList());
  }

  private Stream<BusinessIdentifier> leftOut(List<QuestionnaireItemComponent> asked) {
    return asked.stream()
        .flatMap(
            question ->
                Stream.concat(
                    FormDefinitions.extract(question).stream()
                        .flatMap(extract -> condition(extract).stream())
                        .filter(named -> !conditions.contains(named))
                        .flatMap(named -> named.identifier().stream()),
                    leftOut(question.getItem())));
  }

  private void places(String above, List<QuestionnaireResponseItemComponent> items) {
    for (int i = 0; i < items.size(); i++) {
      String at = above + ".item[" + i + "]";
      places.putIfAbsent(items.get(i).getLinkId(), at);
      places(at, items.get(i).getItem());
    }
  }

  private void items(
      String above,
      List<QuestionnaireItemComponent> asked,
      List<QuestionnaireResponseItemComponent> answered) {
    for (int i = 0; i < answered.size(); i++) {
      QuestionnaireResponseItemComponent item = answered.get(i);
      String at = above + ".item[" + i + "]";
      asked.stream()
          .filter(question -> question.getLinkId().equals(item.getLinkId()))
          .findFirst()
          .ifPresent(question -> item(at, question, item));
    }
  }

  private void item(
      String at, QuestionnaireItemComponent asked, QuestionnaireResponseItemComponent answered) {
    if (!hasAnswers(answered)) {
      return;
    }
    Optional<Extract> extract = FormDefinitions.extract(asked);
    extract.ifPresent(one -> growing.push(new Sprout(elements, one.profile(), at)));
    FormDefinitions.values(asked).forEach(value -> value(at, value));
    Runnable end = () -> {};
    if (asked.hasDefinition()) {
      ElementPath path = elements.path(asked.getDefinition());
      if (answered.hasItem()) {
        end = sprout(path.profile()).begin(path, at);
      } else {
        answered.getAnswer().forEach(answer -> answer(at, asked, path, answer));
      }
    }
    items(at, asked.getItem(), answered.getItem());
    end.run();
    extract.ifPresent(one -> entry(one, growing.pop()));
  }

  private void answer(
      String at,
      QuestionnaireItemComponent asked,
      ElementPath path,
      QuestionnaireResponseItemAnswerComponent answer) {
    JsonNode unit = FormDefinitions.unit(asked).map(this::json).orElse(null);
    put(path, answer.getValue(), unit, at);
  }

  private void value(String at, Value value) {
    ElementPath path = elements.path(value.definition());
    if (value.fixed() != null) {
      put(path, value.fixed(), null, at);
    } else {
      String expression = String.valueOf(value.expression());
      String from = whence(expression, at);
      evaluate(expression).forEach(result -> put(path, (Type) result, null, from));
    }
  }

  /** Where a derived value was said: in another item, or beside all items. */
  private String whence(String expression, String at) {
    Matcher beside = OF_THE_RESPONSE.matcher(expression);
    if (beside.matches()) {
      return "QuestionnaireResponse." + beside.group(1);
    }
    Matcher elsewhere = ASKED_ELSEWHERE.matcher(expression);
    return elsewhere.find() ? places.getOrDefault(elsewhere.group(1), at) : at;
  }

  private void put(ElementPath path, Type value, @Nullable JsonNode unit, String from) {
    String answer = value.fhirType();
    String type =
        Casting.target(answer, unit != null, path.last().types())
            .orElseThrow(
                () -> new IllegalStateException("A " + answer + " does not fit " + path.id()));
    sprout(path.profile()).put(path, Casting.cast(json(value), answer, unit, type), type, from);
  }

  /** The innermost record of a profile that is growing. */
  private Sprout sprout(String profile) {
    return growing.stream()
        .filter(one -> one.profile().equals(profile))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing extracts " + profile));
  }

  private void entry(Extract extract, Sprout sprout) {
    int index = entries.size();
    ObjectNode resource = sprout.grown();
    sprout.origins("Bundle.entry[" + index + "].resource", origins::put);
    String type = resource.path("resourceType").asText();
    ObjectNode entry = entries.addObject();
    entry.put(
        "fullUrl",
        extract.fullUrl() == null
            ? address("entry " + index)
            : evaluate(extract.fullUrl()).get(0).primitiveValue());
    entry.set("resource", resource);
    ObjectNode request = entry.putObject("request");
    Condition condition = condition(extract).orElse(null);
    if (condition != null) {
      conditions.add(condition);
    }
    if (condition != null && response.getStatus() == QuestionnaireResponseStatus.AMENDED) {
      request.put("method", "PUT").put("url", type + "?" + condition.encoded());
      return;
    }
    request.put("method", "POST").put("url", type);
    if (condition != null) {
      request.put("ifNoneExist", condition.encoded());
    }
  }

  private Optional<Condition> condition(Extract extract) {
    return Optional.ofNullable(extract.ifNoneExist())
        .map(
            expression ->
                new Condition(
                    elements.type(extract.profile()),
                    String.valueOf(evaluate(expression).get(0).primitiveValue())));
  }

  private String address(String name) {
    Identifier identifier = response.getIdentifier();
    String text = identifier.getSystem() + "|" + identifier.getValue() + "|" + name;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Base> evaluate(String expression) {
    return paths.evaluate(response, expression, Base.class);
  }

  private static boolean hasAnswers(QuestionnaireResponseItemComponent item) {
    return item.hasAnswer() || item.getItem().stream().anyMatch(DefinitionExtraction::hasAnswers);
  }

  /** A value as JSON, by way of an element that may have any. */
  private JsonNode json(Type value) {
    var holder = new Patient();
    holder.addExtension(new Extension("urn:value", value));
    try {
      JsonNode written =
          JSON.readTree(context.newJsonParser().encodeResourceToString(holder)).at("/extension/0");
      for (Map.Entry<String, JsonNode> field : written.properties()) {
        if (field.getKey().startsWith("value")) {
          return field.getValue();
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("A value that JSON does not write");
  }
}
