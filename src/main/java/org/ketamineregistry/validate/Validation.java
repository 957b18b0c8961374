package org.ketamineregistry.validate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/** Holds a submission against the profiles. Safe for concurrent use. */
public final class Validation {
  private final EntryCheck entryCheck;
  private final ParserFindings parserFindings;
  private final TypedResources typed;

  /**
   * @param clock says what lies in the future
   * @param parallelism how many resources can be validated at the same time; each costs some memory
   */
  public Validation(Definitions definitions, Clock clock, int parallelism) {
    entryCheck =
        new EntryCheck(
            definitions, new ValidatorPool(definitions.workerContext(), parallelism), clock);
    parserFindings = new ParserFindings(new MessageTranslator(definitions.workerContext()));
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

  /** Every problem of a submission, of a batch those of each entry; empty where there is none. */
  public List<Problem> problems(Submitted submitted) {
    return verdict(submitted).problems();
  }

  /** What would be said of a submission before anything on record is asked. */
  public Verdict verdict(Submitted submitted) {
    if (submitted.shape() == Shape.BATCH) {
      List<Submitted> parts = submitted.split();
      if (!parts.isEmpty()) {
        return Verdict.together(parts.stream().map(this::verdict).toList());
      }
    }
    try {
      return new Verdict(List.of(), check(submitted).notices());
    } catch (Refused refused) {
      return new Verdict(refused.problems(), List.of());
    }
  }

  /**
   * What another profile of the package finds besides. Resources of another type than the profile's
   * are left alone.
   *
   * @param profile a canonical URL that the package has
   */
  public List<Problem> against(String profile, Submitted submitted) {
    var problems = new ArrayList<Problem>();
    submitted.entries().forEach(entry -> problems.addAll(entryCheck.against(profile, entry)));
    return Problems.tidy(Places.place(submitted.incoming(), problems));
  }

  private static final class Report {
    private List<Problem> problems = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<Integer, String> profiles = new HashMap<>();
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
    order(submitted, report);
    report.problems = Problems.tidy(Places.place(submitted.incoming(), report.problems));
    return report;
  }

  private void order(Submitted submitted, Report report) {
    Map<String, Integer> indexByFullUrl = new HashMap<>();
    submitted.entries().forEach(entry -> putIfNamed(indexByFullUrl, entry));
    Map<Integer, Set<Integer>> dependencies = new LinkedHashMap<>();
    for (SubmittedEntry entry : submitted.entries()) {
      Set<Integer> needs = new LinkedHashSet<>();
      for (Link link : report.links.getOrDefault(entry.index(), List.of())) {
        Integer target = indexByFullUrl.get(link.target());
        if (target != null) {
          needs.add(target);
        }
      }
      dependencies.put(entry.index(), needs);
    }
    var order = new DependencyOrder(dependencies);
    report.order = order.order();
    submitted.entries().stream()
        .filter(entry -> order.circular().contains(entry.index()))
        .min(Comparator.comparing(SubmittedEntry::index))
        .ifPresent(entry -> report.problems.add(circular(entry)));
  }

  private static void putIfNamed(Map<String, Integer> indexByFullUrl, SubmittedEntry entry) {
    if (entry.fullUrl() != null) {
      indexByFullUrl.putIfAbsent(entry.fullUrl(), entry.index());
    }
  }

  private static Problem circular(SubmittedEntry entry) {
    return Problem.at(
        ErrorCode.REFERENCE_CIRCULAR,
        entry.expression(),
        entry.resource().line(),
        entry.resource().col(),
        "The references of this bundle go round in a circle: leave one of them out.");
  }
}
