package org.ketamineregistry.validate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.profiles.ProfileIndex.Code;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;

/** Everything that can be said of one entry. */
final class EntryCheck {
  private static final Set<String> WRONG_TYPE = Set.of("Extension_PROF_Type", "Extension_EXT_Type");

  /** A resource of the guide has some fifty; this bounds what the validator may cost. */
  private static final int MAX_ELEMENTS = 2_000;

  private final Definitions definitions;
  private final ValidatorPool validators;
  private final ReferenceTargets targets;
  private final MessageTranslator translator;
  private final Clock clock;

  EntryCheck(
      Definitions definitions,
      ValidatorPool validators,
      MessageTranslator translator,
      Clock clock) {
    this.definitions = definitions;
    this.validators = validators;
    this.translator = translator;
    this.clock = clock;
    targets = new ReferenceTargets(definitions.workerContext());
  }

  /**
   * What was found.
   *
   * @param profile the profile that the content selects; null where it selects none
   * @param links the references of the resource
   */
  record Checked(
      @Nullable String profile, List<Link> links, List<Problem> problems, List<Notice> notices) {}

  Checked check(Submitted submitted, SubmittedEntry entry) {
    if (!ProfileIndex.ACCEPTED_TYPES.contains(entry.type())
        && submitted.incoming().door().kind() == Door.Kind.VERDICT
        && !definitions.index().ofRegistry(entry.type()).isEmpty()) {
      return ofRegistry(entry);
    }
    var problems = new ArrayList<Problem>();
    var notices = new ArrayList<Notice>();
    List<Link> links = links(entry);
    Element resource = entry.resource();
    if (DirectIdentifiers.concern(entry.type())) {
      Walk.over(resource, entry.expression(), new DirectIdentifiers(problems::add));
    }
    if (!ProfileIndex.ACCEPTED_TYPES.contains(entry.type())) {
      problems.add(typeNotAccepted(entry));
      return new Checked(null, links, problems, notices);
    }
    if (Walk.size(resource) > MAX_ELEMENTS) {
      problems.add(tooManyElements(entry));
      return new Checked(null, links, problems, notices);
    }
    Walk.over(resource, entry.expression(), new PlausibleDates(entry, clock, problems::add));
    Walk.over(resource, entry.expression(), new ForeignExtensions(problems::add));
    Walk.over(resource, entry.expression(), new IdentifierForms(problems::add));
    if (resource.getNamedChild("text") != null) {
      notices.add(narrativeDropped(entry));
    }
    List<Code> codes = codes(entry);
    String url = definitions.index().profileFor(entry.type(), codes).orElse(null);
    if (url == null) {
      problems.add(notDetermined(entry, codes.isEmpty()));
      return new Checked(null, links, problems, notices);
    }
    StructureDefinition profile = profile(url);
    claims(entry, url, notices);
    var references = new ReferenceRules(targets, submitted.entries(), problems::add);
    links.forEach(link -> references.check(link, entry, profile));
    problems.addAll(held(profile, entry));
    return new Checked(url, links, problems, notices);
  }

  /** What nobody submits has its profile to meet, and nothing that is asked of submissions. */
  private Checked ofRegistry(SubmittedEntry entry) {
    var notices = new ArrayList<Notice>();
    if (Walk.size(entry.resource()) > MAX_ELEMENTS) {
      return new Checked(null, List.of(), List.of(tooManyElements(entry)), notices);
    }
    List<String> profiles = definitions.index().ofRegistry(entry.type());
    String url =
        profiles.size() == 1
            ? profiles.get(0)
            : claimed(entry).filter(profiles::contains).findFirst().orElse(null);
    if (url == null) {
      var problem =
          problem(
              ErrorCode.PROFILE_NOT_DETERMINED,
              entry,
              entry.expression(),
              "This type has several profiles: claim one of them in meta.profile: "
                  + String.join(", ", profiles)
                  + ".");
      return new Checked(null, List.of(), List.of(problem), notices);
    }
    if (!ProfileIndex.KEPT_APART.contains(entry.type())) {
      notices.add(
          new Notice(
              Notice.Code.NOT_SUBMITTED,
              entry.expression(),
              "No clinic submits this type, so the registry would not take it."));
    }
    claims(entry, url, notices);
    return new Checked(url, List.of(), held(profile(url), entry), notices);
  }

  /**
   * What HL7's validator says of a resource held against a profile of its type; nothing where the
   * resource is too large, which is said elsewhere.
   */
  List<Problem> against(StructureDefinition profile, SubmittedEntry entry) {
    return Walk.size(entry.resource()) > MAX_ELEMENTS ? List.of() : held(profile, entry);
  }

  private List<Problem> held(StructureDefinition profile, SubmittedEntry entry) {
    dropEmptyClaims(entry.resource(), entry.expression());
    return withinRightTypes(validators.validate(entry.resource(), profile)).stream()
        .flatMap(message -> translator.said(message, entry.resource(), entry.expression()).stream())
        .toList();
  }

  /** The references of a resource, those of contained resources too. */
  private static List<Link> links(SubmittedEntry entry) {
    var links = new ArrayList<Link>();
    Walk.over(
        entry.resource(),
        entry.expression(),
        (expression, element) -> {
          if (element.fhirType().equals("Reference")) {
            Link.of(expression, element).ifPresent(links::add);
          }
        });
    return links;
  }

  /** What stands within a value of the wrong type is no news. */
  private static List<ValidationMessage> withinRightTypes(List<ValidationMessage> messages) {
    List<String> wrong =
        messages.stream()
            .filter(message -> WRONG_TYPE.contains(String.valueOf(message.getMessageId())))
            .map(message -> message.getLocation() + ".")
            .toList();
    return messages.stream()
        .filter(
            message -> wrong.stream().noneMatch(String.valueOf(message.getLocation())::startsWith))
        .toList();
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

  private StructureDefinition profile(String url) {
    StructureDefinition profile =
        definitions.workerContext().fetchResource(StructureDefinition.class, url);
    if (profile == null) {
      throw new IllegalStateException("The package lacks " + url);
    }
    return profile;
  }

  private static Stream<String> claimed(SubmittedEntry entry) {
    return entry.resource().getChildrenByName("meta").stream()
        .flatMap(meta -> meta.getChildrenByName("profile").stream())
        .filter(Element::hasValue)
        .map(Element::getValue);
  }

  /** A claim of the selected profile need not be checked twice; an unknown one is told. */
  private void claims(SubmittedEntry entry, String selected, List<Notice> notices) {
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
        notices.add(
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

  private static Notice narrativeDropped(SubmittedEntry entry) {
    return new Notice(
        Notice.Code.NARRATIVE_DROPPED,
        entry.expression() + ".text",
        "The narrative was not kept: it is free text, which may name a patient. Leave it out.");
  }

  /** A claim without a value claims nothing, and HL7's validator cannot bear it. */
  static void dropEmptyClaims(Element resource, String expression) {
    var metas = new ArrayList<Element>();
    Walk.over(
        resource,
        expression,
        (at, element) -> {
          if (element.fhirType().equals("Meta")) {
            metas.add(element);
          }
        });
    metas.forEach(
        meta ->
            meta.getChildren()
                .removeIf(child -> child.getName().equals("profile") && !child.hasValue()));
  }

  private static Problem tooManyElements(SubmittedEntry entry) {
    return problem(
        ErrorCode.ELEMENT_NOT_ALLOWED,
        entry,
        entry.expression(),
        "A resource has at most "
            + MAX_ELEMENTS
            + " elements and this one has more: leave out what the profile does not ask for.");
  }

  private static Problem typeNotAccepted(SubmittedEntry entry) {
    return Problem.at(
        ErrorCode.TYPE_NOT_ACCEPTED,
        entry.expression(),
        entry.resource().line(),
        entry.resource().col(),
        "The registry has no purpose for this resource type and does not hold it. It takes: "
            + String.join(", ", Set.copyOf(ProfileIndex.ACCEPTED_TYPES).stream().sorted().toList())
            + ".");
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
