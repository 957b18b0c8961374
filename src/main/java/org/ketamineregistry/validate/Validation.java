package org.ketamineregistry.validate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.model.StructureDefinition.StructureDefinitionKind;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/** Holds a submission against the profiles. Safe for concurrent use. */
public final class Validation {
  private static final Notice NOT_SUBMITTED =
      new Notice(
          Notice.Code.NOT_SUBMITTED,
          "Bundle.type",
          "The registry takes bundles of type transaction or batch, so it would not take this one;"
              + " its resources were looked at one by one.");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:/._|-]{1,200}");

  private final Definitions definitions;
  private final EntryCheck entryCheck;
  private final BundleFrame frame;
  private final ResponseCheck responses;
  private final ParserFindings parserFindings;
  private final TypedResources typed;

  /**
   * @param clock says what lies in the future
   * @param parallelism how many resources can be validated at the same time; each costs some memory
   */
  public Validation(Definitions definitions, Clock clock, int parallelism) {
    this.definitions = definitions;
    var validators = new ValidatorPool(definitions.workerContext(), parallelism);
    var translator = new MessageTranslator(definitions.workerContext());
    entryCheck = new EntryCheck(definitions, validators, translator, clock);
    frame = new BundleFrame(validators, translator);
    parserFindings = new ParserFindings(translator, definitions.index());
    responses = new ResponseCheck(definitions.workerContext(), validators, translator);
    typed = new TypedResources(definitions);
  }

  /**
   * @return the submission with its resources in order of dependence
   * @throws Refused with every problem of every entry
   */
  public Validated check(Submitted submitted) {
    var report = report(submitted);
    if (!report.problems.isEmpty()) {
      throw new Refused(report.problems);
    }
    Map<Integer, ValidatedEntry> byIndex = new HashMap<>();
    List<Resource> resources = typed.of(submitted);
    for (int i = 0; i < resources.size(); i++) {
      SubmittedEntry entry = submitted.entries().get(i);
      String profile = Objects.requireNonNull(report.profiles.get(entry.index()));
      byIndex.put(
          entry.index(),
          new ValidatedEntry(
              entry,
              resources.get(i),
              profile,
              report.links.getOrDefault(entry.index(), List.of())));
    }
    return new Validated(
        submitted,
        report.order.stream().map(byIndex::get).map(Objects::requireNonNull).toList(),
        report.notices);
  }

  /**
   * What is to be said of a submission, or of a resource that is none, without asking what is on
   * record.
   *
   * @param nominated profiles to hold resources of their type against, besides the one that the
   *     content of each selects
   */
  public Verdict verdict(Submitted submitted, List<Nominated> nominated) {
    Verdict byContent = verdict(submitted);
    if (nominated.isEmpty()) {
      return byContent;
    }
    var problems = new ArrayList<>(byContent.problems());
    var profiles = new LinkedHashSet<>(byContent.profiles());
    for (Nominated profile : nominated) {
      if (profile.concerns(submitted)) {
        problems.addAll(against(profile, submitted));
        profiles.add(profile.url());
      }
    }
    return new Verdict(Problems.tidy(problems), byContent.notices(), List.copyOf(profiles));
  }

  private Verdict verdict(Submitted submitted) {
    if (submitted.shape() == Shape.BATCH) {
      List<Submitted> parts = submitted.split();
      if (!parts.isEmpty()) {
        return Verdict.together(parts.stream().map(this::verdict).toList());
      }
    }
    Report report = report(submitted);
    List<String> profiles = report.profiles.values().stream().distinct().toList();
    if (report.problems.isEmpty()) {
      try {
        typed.of(submitted);
      } catch (Refused refused) {
        report.problems = refused.problems();
      }
    }
    return new Verdict(report.problems, report.notices, profiles);
  }

  /**
   * What is wrong with a response to a form of the guide.
   *
   * @param problem its expression goes by places in the response
   * @param missing the linkId of the item that is missing at that place; null where none is
   */
  public record OfForm(Problem problem, @Nullable String missing) {}

  /** Holds a response against the form that it names; what it becomes is not looked at. */
  public List<OfForm> response(Submitted submitted) {
    SubmittedEntry entry = submitted.entries().get(0);
    var found = new ArrayList<OfForm>();
    parserFindings
        .ofAlone(submitted, entry)
        .forEach(problem -> found.add(new OfForm(problem, null)));
    found.addAll(responses.problems(entry));
    List<Problem> placed =
        Places.place(submitted.incoming(), found.stream().map(OfForm::problem).toList());
    return IntStream.range(0, found.size())
        .mapToObj(i -> new OfForm(placed.get(i), found.get(i).missing()))
        .distinct()
        .toList();
  }

  /**
   * A profile to hold resources against, of the guide or of FHIR R4 itself.
   *
   * @param name its canonical URL, with or without a version, or its id
   * @return empty where there is no such profile of a resource
   */
  public Optional<Nominated> nominated(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Stream<String> urls =
        name.contains(":")
            ? Stream.of(name)
            : Stream.of(Canonical.profile(name), "http://hl7.org/fhir/StructureDefinition/" + name);
    return urls.map(
            url -> definitions.workerContext().fetchResource(StructureDefinition.class, url))
        .filter(found -> found != null && found.getKind() == StructureDefinitionKind.RESOURCE)
        .findFirst()
        .map(found -> new Nominated(found.getUrl(), found.getType()));
  }

  private List<Problem> against(Nominated nominated, Submitted submitted) {
    StructureDefinition profile =
        definitions
            .workerContext()
            .fetchResourceWithException(StructureDefinition.class, nominated.url());
    var problems = new ArrayList<Problem>();
    if (nominated.type().equals("Bundle") && submitted.root().fhirType().equals("Bundle")) {
      problems.addAll(frame.problems(submitted.root(), profile));
    }
    submitted.entries().stream()
        .filter(entry -> entry.type().equals(nominated.type()))
        .forEach(entry -> problems.addAll(entryCheck.against(profile, entry)));
    return Places.place(submitted.incoming(), problems);
  }

  private static final class Report {
    private List<Problem> problems = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<Integer, String> profiles = new TreeMap<>();
    private final Map<Integer, List<Link>> links = new HashMap<>();
    private List<Integer> order = List.of();
  }

  private Report report(Submitted submitted) {
    var report = new Report();
    report.problems.addAll(submitted.problems());
    report.problems.addAll(parserFindings.problems(submitted));
    for (SubmittedEntry entry : submitted.entries()) {
      var checked = entryCheck.check(submitted, entry);
      report.problems.addAll(checked.problems());
      report.notices.addAll(checked.notices());
      report.links.put(entry.index(), checked.links());
      if (checked.profile() != null) {
        report.profiles.put(entry.index(), checked.profile());
      }
    }
    if (submitted.shape() == Shape.COLLECTION) {
      report.problems.addAll(frame.problems(submitted.root(), null));
      report.notices.add(NOT_SUBMITTED);
    } else {
      var order = BundleOrder.of(submitted, report.links);
      report.order = order.order();
      order.problem().ifPresent(report.problems::add);
    }
    report.problems = Problems.tidy(Places.place(submitted.incoming(), report.problems));
    return report;
  }
}
