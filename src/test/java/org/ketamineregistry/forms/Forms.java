package org.ketamineregistry.forms;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.ketamineregistry.profiles.GuideDefinitions;

/** The guide's forms and the responses that are its examples. */
final class Forms {
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final Path EXAMPLES = Path.of("profiles/package/example");
  private static final String PREFIX = "QuestionnaireResponse-";

  static final Elements ELEMENTS = new Elements(GuideDefinitions.get().workerContext());

  private Forms() {}

  static DefinitionExtraction.Result extracted(QuestionnaireResponse response) {
    return DefinitionExtraction.extract(FHIR, ELEMENTS, of(response), response);
  }

  static List<Questionnaire> all() {
    return GuideDefinitions.get().guide().of(Questionnaire.class);
  }

  /** The ids of the responses. */
  static List<String> responses() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX))
          .map(name -> name.substring(PREFIX.length(), name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  static String text(String response) {
    try {
      return Files.readString(EXAMPLES.resolve(PREFIX + response + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static QuestionnaireResponse response(String id) {
    return FHIR.newJsonParser().parseResource(QuestionnaireResponse.class, text(id));
  }

  static Questionnaire of(QuestionnaireResponse response) {
    return all().stream()
        .filter(form -> form.getUrl().equals(response.getQuestionnaire()))
        .findFirst()
        .orElseThrow();
  }

  static String json(Questionnaire form) {
    return FHIR.newJsonParser().encodeResourceToString(form);
  }

  /**
   * An item in its place.
   *
   * @param extracting the profiles of the records that the item is asked for
   * @param sure whether it is answered wherever what surrounds it is
   */
  record Placed(QuestionnaireItemComponent item, List<String> extracting, boolean sure) {}

  static List<Placed> placed(List<QuestionnaireItemComponent> items) {
    var all = new ArrayList<Placed>();
    place(items, List.of(), true, all);
    return all;
  }

  private static void place(
      List<QuestionnaireItemComponent> items, List<String> around, boolean sure, List<Placed> all) {
    for (QuestionnaireItemComponent item : items) {
      var extracting = new ArrayList<>(around);
      var extract = FormDefinitions.extract(item);
      extract.ifPresent(one -> extracting.add(one.profile()));
      // Where an item is extracted it was answered; what is asked of it is asked then.
      boolean here = extract.isPresent() || (sure && item.getRequired() && !item.hasEnableWhen());
      all.add(new Placed(item, extracting, here));
      place(item.getItem(), extracting, here, all);
    }
  }
}
