package org.ketamineregistry.validate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.validate.Validation.OfForm;

/**
 * What HL7's validator says of a response to a form: FHIR's own rules, and what the form asks for,
 * of which type, with which answers, how often and when.
 */
final class ResponseCheck {
  private static final String RESPONSE =
      "http://hl7.org/fhir/StructureDefinition/QuestionnaireResponse";

  /** A response to the longest form of the guide has some seven hundred. */
  private static final int MAX_ELEMENTS = 10_000;

  private static final Pattern MISSING =
      Pattern.compile("No response answer found for required item '([^']+)'.*");

  private final IWorkerContext definitions;
  private final ValidatorPool validators;
  private final MessageTranslator translator;

  ResponseCheck(
      IWorkerContext definitions, ValidatorPool validators, MessageTranslator translator) {
    this.definitions = definitions;
    this.validators = validators;
    this.translator = translator;
  }

  List<OfForm> problems(SubmittedEntry entry) {
    Element response = entry.resource();
    if (Walk.size(response) > MAX_ELEMENTS) {
      return List.of(
          new OfForm(
              Problem.at(
                  ErrorCode.ELEMENT_NOT_ALLOWED,
                  entry.expression(),
                  response.line(),
                  response.col(),
                  "A response has at most " + MAX_ELEMENTS + " elements, and this one has more."),
              null));
    }
    EntryCheck.dropEmptyClaims(response, entry.expression());
    List<OfForm> said =
        validators
            .validate(
                response,
                definitions.fetchResourceWithException(StructureDefinition.class, RESPONSE))
            .stream()
            .filter(message -> !isOfReference(message))
            .flatMap(
                message ->
                    translator.said(message, response, entry.expression()).stream()
                        .map(problem -> ofForm(message, problem)))
            .toList();
    return said.stream().filter(one -> !isSaidBetter(one.problem(), said)).toList();
  }

  /**
   * HL7's validator takes a reference by identifier for one of another type. What a response
   * becomes is held to the types that the profile allows, which says the same of all references.
   */
  private static boolean isOfReference(ValidationMessage message) {
    return String.valueOf(message.getMessageId())
        .toUpperCase(Locale.ROOT)
        .startsWith("QUESTIONNAIRE_QR_ITEM_REF_");
  }

  private static OfForm ofForm(ValidationMessage message, Problem problem) {
    Matcher item = MISSING.matcher(String.valueOf(message.getMessage()));
    return item.matches()
        ? new OfForm(
            Problem.at(
                ErrorCode.ELEMENT_REQUIRED,
                String.valueOf(problem.expression()),
                problem.line(),
                problem.column(),
                "This is required and has no answer: answer it."),
            item.group(1))
        : new OfForm(problem, null);
  }

  /** A code that the form does not offer may be wrong by its code system too, which says less. */
  private static boolean isSaidBetter(Problem problem, List<OfForm> all) {
    return problem.code() == ErrorCode.CODE_NOT_ALLOWED
        && all.stream()
            .map(OfForm::problem)
            .anyMatch(
                other ->
                    other.code() == problem.code()
                        && String.valueOf(problem.expression())
                            .equals(other.expression() + ".value"));
  }
}
