package org.ketamineregistry.validate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;

/** Everything that can be said of one entry. */
final class EntryCheck {
  private static final Set<String> WRONG_TYPE = Set.of("Extension_PROF_Type", "Extension_EXT_Type");

  /** A resource of the guide has some fifty; this bounds what the validator may cost. */
  private static final int MAX_ELEMENTS = 2_000;

  private final Definitions definitions;
  private final ProfileChoice choice;
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
    choice = new ProfileChoice(definitions);
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
    String url = choice.ofSubmission(entry, problems::add).orElse(null);
    if (url == null) {
      return new Checked(null, links, problems, notices);
    }
    StructureDefinition profile = choice.profile(url);
    choice.claims(entry, url, notices::add);
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
    var problems = new ArrayList<Problem>();
    String url = choice.ofRegistry(entry, problems::add).orElse(null);
    if (url == null) {
      return new Checked(null, List.of(), problems, notices);
    }
    if (!ProfileIndex.KEPT_APART.contains(entry.type())) {
      notices.add(
          new Notice(
              Notice.Code.NOT_SUBMITTED,
              entry.expression(),
              "No clinic submits this type, so the registry would not take it."));
    }
    choice.claims(entry, url, notices::add);
    return new Checked(url, List.of(), held(choice.profile(url), entry), notices);
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
    return Problem.at(
        ErrorCode.ELEMENT_NOT_ALLOWED,
        entry.expression(),
        entry.resource().line(),
        entry.resource().col(),
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
}
