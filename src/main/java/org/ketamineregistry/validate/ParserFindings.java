package org.ketamineregistry.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.refusal.Problem;

/** What HL7's parser found wrong with the elements of a submission, the bundle's own too. */
final class ParserFindings {
  private final MessageTranslator translator;
  private final ProfileIndex index;

  ParserFindings(MessageTranslator translator, ProfileIndex index) {
    this.translator = translator;
    this.index = index;
  }

  List<Problem> problems(Submitted submitted) {
    Set<String> judged =
        submitted.incoming().door().kind() == Door.Kind.VERDICT
            ? index.judgedTypes()
            : ProfileIndex.ACCEPTED_TYPES;
    var problems = new ArrayList<Problem>();
    var places = new FindingPlaces(submitted.root(), submitted.incoming().format());
    for (ValidationMessage finding : submitted.parserFindings()) {
      String place = places.of(finding);
      SubmittedEntry entry =
          submitted.entries().stream()
              .filter(candidate -> within(place, candidate.expression()))
              .findFirst()
              .orElse(null);
      if (entry != null) {
        // Of a type that is not taken there is nothing more to say.
        if (judged.contains(entry.type())) {
          translator
              .problem(finding, entry.resource(), entry.expression(), place)
              .ifPresent(problems::add);
        }
      } else if (concerns(submitted, place)) {
        translator
            .problem(finding, submitted.root(), submitted.root().fhirType(), place)
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** Those of one resource that is not submitted, a response to a form for example. */
  List<Problem> ofAlone(Submitted submitted, SubmittedEntry entry) {
    var places = new FindingPlaces(submitted.root(), submitted.incoming().format());
    return submitted.parserFindings().stream()
        .flatMap(
            finding ->
                translator
                    .problem(finding, entry.resource(), entry.expression(), places.of(finding))
                    .stream())
        .toList();
  }

  /** An entry of a batch answers for itself and for the bundle, not for its siblings. */
  private static boolean concerns(Submitted submitted, String place) {
    return submitted.shape() != Shape.SINGLE
        || !place.startsWith("Bundle.entry[")
        || within(place, "Bundle.entry[" + submitted.index() + "]");
  }

  private static boolean within(String place, String expression) {
    return place.equals(expression) || place.startsWith(expression + ".");
  }
}
