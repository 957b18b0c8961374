package org.ketamineregistry.ingest;

import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.elementmodel.Element;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * Reads what a sender wants done, from an address or from an entry's request, which say the same.
 */
final class ActionReader {
  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

  private final List<Problem> problems;
  private final String expression;
  private final Element place;

  ActionReader(List<Problem> problems, String expression, Element place) {
    this.problems = problems;
    this.expression = expression;
    this.place = place;
  }

  Action read(
      boolean create,
      String type,
      @Nullable String id,
      @Nullable String condition,
      @Nullable String ifMatch) {
    BusinessIdentifier identifier = BusinessIdentifier.parse(type, condition).orElse(null);
    if (condition != null && identifier == null) {
      problem(
          ErrorCode.UNSUPPORTED_CONDITION,
          "A condition has the form identifier=[system]|[value], with both parts of at most 200 characters, and no other parameter.");
    }
    if (!create && id == null && condition == null) {
      problem(
          ErrorCode.ENTRY_REQUEST_INVALID,
          "An update names its target: "
              + type
              + "/[id] or "
              + type
              + "?identifier=[system]|[value].");
    }
    if (id != null && !ID.matcher(id).matches()) {
      problem(
          ErrorCode.ENTRY_REQUEST_INVALID,
          "The id in the address is not a FHIR id: [A-Za-z0-9-.]{1,64}.");
    }
    return new Action(
        create ? Action.Kind.CREATE : Action.Kind.UPDATE, id, identifier, version(ifMatch));
  }

  /** A resource that is put under an id has that id or none. */
  void checkId(@Nullable String id, Element resource) {
    String own = resource.getNamedChildValue("id");
    if (id != null && own != null && !own.equals(id)) {
      problems.add(
          Problem.at(
              ErrorCode.INVALID_REQUEST,
              expression,
              resource.line(),
              resource.col(),
              "The resource has another id than its address: send the same, or none."));
    }
  }

  private @Nullable String version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      return null;
    }
    var matcher = VERSION.matcher(ifMatch.trim());
    if (matcher.matches()) {
      return matcher.group(1);
    }
    problem(
        ErrorCode.ENTRY_REQUEST_INVALID, "If-Match is the version's ETag, for example W/\"2\".");
    return null;
  }

  private void problem(ErrorCode code, String message) {
    problems.add(Problem.at(code, expression, place.line(), place.col(), message));
  }
}
