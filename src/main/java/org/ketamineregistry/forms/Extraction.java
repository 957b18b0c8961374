package org.ketamineregistry.forms;

import ca.uhn.fhir.parser.DataFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.JsonParser;
import org.hl7.fhir.r5.formats.IParser.OutputStyle;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.validate.Validation;

/**
 * Makes of a response to one of the guide's forms the transaction that it stands for ({@code
 * QuestionnaireResponse/$extract} of Structured Data Capture). Safe for concurrent use.
 */
public final class Extraction {
  /** The parameter of {@code $extract} that has the response, as SDC calls it. */
  public static final String PARAMETER = "questionnaire-response";

  private static final String RESPONSE = "QuestionnaireResponse";

  private final Definitions definitions;
  private final Ingest ingest;
  private final Validation validation;
  private final FormCatalogue forms;
  private final Elements elements;

  public Extraction(Definitions definitions, Ingest ingest, Validation validation) {
    this.definitions = definitions;
    this.ingest = ingest;
    this.validation = validation;
    forms = new FormCatalogue(definitions);
    elements = new Elements(definitions.workerContext());
  }

  /**
   * What a response becomes. It is not yet judged whether the registry would take it.
   *
   * @param incoming the response, alone or as the parameter {@link #PARAMETER}
   * @throws Refused 400 where it is not readable, 422 with everything that does not answer the form
   *     as it asks
   */
  public Extracted of(Incoming incoming) {
    Submitted submitted;
    try {
      submitted = ingest.question(incoming, PARAMETER).by(Door.verdict(RESPONSE, null));
    } catch (Refused unreadable) {
      throw new Refused(Places.place(incoming, unreadable.problems()));
    }
    Element response = submitted.entries().get(0).resource();
    Questionnaire form =
        forms
            .form(response.getNamedChildValue("questionnaire"))
            .orElseThrow(() -> new Refused(Places.place(incoming, List.of(forms.unknown()))));
    var names = new ItemNames(form, response);
    List<Problem> problems =
        Stream.concat(
                Places.place(incoming, frame(response)).stream(),
                validation.response(submitted).stream()
                    .map(said -> names.named(said.problem(), said.missing())))
            .toList();
    if (!problems.isEmpty()) {
      throw new Refused(problems);
    }
    var result =
        DefinitionExtraction.extract(definitions.context(), elements, form, typed(response));
    var transaction =
        new Incoming(
            Door.bundle(),
            Format.JSON,
            result.transaction().getBytes(StandardCharsets.UTF_8),
            incoming.receivedAt(),
            incoming.requestId(),
            incoming.caller());
    return new Extracted(incoming, transaction, result.origins(), names);
  }

  /** What a response needs beside its answers to become records. */
  private static List<Problem> frame(Element response) {
    var problems = new ArrayList<Problem>();
    String status = String.valueOf(response.getNamedChildValue("status"));
    if (!status.equals("completed") && !status.equals("amended")) {
      problems.add(
          problem(
              ErrorCode.FORM_NOT_FINISHED,
              ".status",
              "The status of a response that is extracted is completed; amended, where it corrects"
                  + " what an earlier response with the same identifier became."));
    }
    Element identifier = response.getNamedChild("identifier");
    if (isEmpty(identifier, "system") || isEmpty(identifier, "value")) {
      problems.add(
          problem(
              ErrorCode.ELEMENT_REQUIRED,
              ".identifier",
              "The response needs an identifier, system and value, from which those of the records"
                  + " follow: give each response one of its own, and a correction the same."));
    }
    if (isEmpty(response.getNamedChild("subject"), "reference")) {
      problems.add(
          problem(
              ErrorCode.ELEMENT_REQUIRED,
              ".subject",
              "The response needs the patient as its subject: Patient?identifier=[system]|[value],"
                  + " or Patient/[id]."));
    }
    if (response.getNamedChildValue("authored") == null) {
      problems.add(
          problem(
              ErrorCode.ELEMENT_REQUIRED,
              ".authored",
              "The response needs the time at which it was written: add authored."));
    }
    return problems;
  }

  private static boolean isEmpty(@Nullable Element element, String child) {
    String value = element == null ? null : element.getNamedChildValue(child);
    return value == null || value.isBlank();
  }

  private static Problem problem(ErrorCode code, String element, String message) {
    return Problem.at(code, RESPONSE + element, 0, 0, message);
  }

  private QuestionnaireResponse typed(Element response) {
    var out = new ByteArrayOutputStream();
    try {
      new JsonParser(definitions.workerContext()).compose(response, out, OutputStyle.NORMAL, null);
      return definitions
          .context()
          .newJsonParser()
          .parseResource(QuestionnaireResponse.class, out.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DataFormatException e) {
      throw Refused.because(
          ErrorCode.INVALID,
          "A value has a form that FHIR R4 does not know: check codes, dates and numbers.");
    }
  }
}
