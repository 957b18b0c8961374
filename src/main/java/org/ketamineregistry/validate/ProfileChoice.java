package org.ketamineregistry.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.profiles.ProfileIndex.Code;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;

/**
 * Which profile a resource is held against: what is submitted by its content, what the registry
 * writes itself by its claim, where its type has several.
 */
final class ProfileChoice {
  private final Definitions definitions;

  ProfileChoice(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The profile of what is submitted; empty where its content selects none, which is told. */
  Optional<String> ofSubmission(SubmittedEntry entry, Consumer<Problem> problems) {
    List<Code> codes = codes(entry);
    Optional<String> url = definitions.index().profileFor(entry.type(), codes);
    if (url.isEmpty()) {
      problems.accept(notDetermined(entry, codes.isEmpty()));
    }
    return url;
  }

  /** The profile of what the registry writes; empty where nobody can tell, which is told. */
  Optional<String> ofRegistry(SubmittedEntry entry, Consumer<Problem> problems) {
    List<String> profiles = definitions.index().ofRegistry(entry.type());
    Optional<String> url =
        profiles.size() == 1
            ? Optional.of(profiles.get(0))
            : claimed(entry).filter(profiles::contains).findFirst();
    if (url.isEmpty()) {
      problems.accept(
          problem(
              ErrorCode.PROFILE_NOT_DETERMINED,
              entry,
              entry.expression(),
              "This type has several profiles: claim one of them in meta.profile: "
                  + String.join(", ", profiles)
                  + "."));
    }
    return url;
  }

  /** A profile of the package, by its canonical URL. */
  StructureDefinition profile(String url) {
    StructureDefinition profile =
        definitions.workerContext().fetchResource(StructureDefinition.class, url);
    if (profile == null) {
      throw new IllegalStateException("The package lacks " + url);
    }
    return profile;
  }

  /** A claim of the selected profile need not be checked twice; an unknown one is told. */
  void claims(SubmittedEntry entry, String selected, Consumer<Notice> notices) {
    Element meta = entry.resource().getNamedChild("meta");
    if (meta == null) {
      return;
    }
    for (Element claim : List.copyOf(meta.getChildrenByName("profile"))) {
      if (!claim.hasValue()) {
        continue; // It claims nothing.
      }
      String claimed = claim.getValue();
      if (claimed.equals(selected)) {
        meta.getChildren().remove(claim);
      } else if (definitions.workerContext().fetchResource(StructureDefinition.class, claimed)
          == null) {
        notices.accept(
            new Notice(
                Notice.Code.PROFILE_UNKNOWN,
                entry.expression() + ".meta.profile",
                "A claimed profile is not known here and was not checked; the resource was held"
                    + " against "
                    + selected
                    + "."));
      }
    }
  }

  private List<Code> codes(SubmittedEntry entry) {
    var codes = new ArrayList<Code>();
    definitions
        .index()
        .discriminator(entry.type())
        .ifPresent(
            name ->
                entry.resource().getChildrenByName(name).stream()
                    .flatMap(concept -> concept.getChildrenByName("coding").stream())
                    .forEach(
                        coding ->
                            codes.add(
                                new Code(
                                    String.valueOf(coding.getNamedChildValue("system")),
                                    String.valueOf(coding.getNamedChildValue("code"))))));
    return codes;
  }

  private static Stream<String> claimed(SubmittedEntry entry) {
    return entry.resource().getChildrenByName("meta").stream()
        .flatMap(meta -> meta.getChildrenByName("profile").stream())
        .filter(Element::hasValue)
        .map(Element::getValue);
  }

  private Problem notDetermined(SubmittedEntry entry, boolean withoutCode) {
    String element = definitions.index().discriminator(entry.type()).orElse(null);
    if (element == null) {
      return problem(
          ErrorCode.PROFILE_NOT_DETERMINED,
          entry,
          entry.expression(),
          "The version of the guide that this registry works by has no profile for this type: leave"
              + " the resource out.");
    }
    String advice =
        entry.type()
            + "."
            + element
            + " has one of: "
            + String.join(", ", definitions.index().codesFor(entry.type()))
            + ".";
    List<Element> sent = entry.resource().getChildrenByName(element);
    if (sent.isEmpty()) {
      return problem(
          ErrorCode.ELEMENT_REQUIRED,
          entry,
          entry.expression(),
          "The code is missing: add it. " + advice);
    }
    String at =
        Walk.steps(entry.resource(), entry.expression(), entry.expression() + "." + element).get(0);
    return withoutCode
        ? problem(ErrorCode.ELEMENT_REQUIRED, entry, at, "The coding is missing: add it. " + advice)
        : problem(
            ErrorCode.PROFILE_NOT_DETERMINED,
            entry,
            at,
            "No profile of the registry has this code. " + advice);
  }

  private static Problem problem(
      ErrorCode code, SubmittedEntry entry, String expression, String message) {
    return Problem.at(code, expression, entry.resource().line(), entry.resource().col(), message);
  }
}
