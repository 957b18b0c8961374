package org.ketamineregistry.forms;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Sha256;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** The forms of the guide, each in the one version that this registry works by. */
final class FormCatalogue {
  private final List<Questionnaire> forms;

  FormCatalogue(Definitions definitions) {
    forms = definitions.guide().of(Questionnaire.class);
  }

  /**
   * The form that a response names.
   *
   * @param canonical its URL, with or without the version
   * @return empty where there is none, or it has another version here
   */
  Optional<Questionnaire> form(@Nullable String canonical) {
    return forms.stream()
        .filter(
            form ->
                form.getUrl().equals(canonical)
                    || (form.getUrl() + "|" + form.getVersion()).equals(canonical))
        .findFirst();
  }

  /**
   * What names a form for ever: its canonical URL and version, and the SHA-256 of its file in the
   * guide's package.
   */
  static String uri(Questionnaire form) {
    String name = "/profiles/package/Questionnaire-" + form.getIdPart() + ".json";
    try (InputStream file = FormCatalogue.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new FileNotFoundException(name);
      }
      return form.getUrl() + "|" + form.getVersion() + "?sha256=" + Sha256.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("A form of this program cannot be read", e);
    }
  }

  /** That there is no such form, and which there are. */
  Problem unknown() {
    return Problem.at(
        ErrorCode.FORM_UNKNOWN,
        "QuestionnaireResponse.questionnaire",
        0,
        0,
        "The response names no form that this registry has, or another version of one. There are: "
            + String.join(
                ", ", forms.stream().map(form -> form.getUrl() + "|" + form.getVersion()).toList())
            + ". Get the form at [base]/Questionnaire, and fill in that one.");
  }
}
