package org.ketamineregistry.forms;

import ca.uhn.fhir.parser.DataFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.JsonParser;
import org.hl7.fhir.r5.formats.IParser.OutputStyle;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.Question;
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

  /** The parameter of {@code $extract} that has the lawful basis, which no other operation has. */
  public static final String LAWFUL_BASIS = "lawful-basis";

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
   * What a response becomes. It is not yet attested, nor judged whether the registry would take it.
   *
   * @param incoming the response, alone or as the parameter {@link #PARAMETER}, then with {@link
   *     #LAWFUL_BASIS} where the clinic says it
   * @throws Refused 400 where it is not readable, 422 with everything that does not answer the form
   *     as it asks
   */
  public Extracted of(Incoming incoming) {
    Submitted submitted;
    Origin.Basis basis;
    try {
      Question question = ingest.question(incoming, PARAMETER, Map.of(LAWFUL_BASIS, "a code"));
      basis = basis(question.parameters().get(LAWFUL_BASIS));
      submitted = question.by(Door.verdict(RESPONSE, null));
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
    QuestionnaireResponse typed = typed(response);
    var result = DefinitionExtraction.extract(definitions.context(), elements, form, typed);
    return Extracted.of(
        new Extracted.Filled(incoming, typed, FormCatalogue.uri(form), basis, names), result);
  }

  /** What is attested of the records (R16); null where the sender leaves it to the jurisdiction. */
  private static Origin.@Nullable Basis basis(@Nullable String code) {
    if (code == null) {
      return null;
    }
    if (!Origin.Basis.codes().contains(code)) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "The parameter lawful-basis is the lawful basis on which the clinic gives the records to"
              + " the registry: "
              + String.join(", ", Origin.Basis.codes())
              + ". Leave it out where it is that of the registry's jurisdiction.");
    }
    return Origin.Basis.of(code);
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
