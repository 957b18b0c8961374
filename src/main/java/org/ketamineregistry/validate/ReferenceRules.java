package org.ketamineregistry.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** What can be said of references without a database: form, type, and entries that do not exist. */
final class ReferenceRules {
  private static final String VALUE = ".value";
  private static final String WITHIN_EXTENSION = ".extension" + VALUE;

  private final ReferenceTargets targets;
  private final Map<String, String> typeByFullUrl = new HashMap<>();
  private final Consumer<Problem> problems;

  ReferenceRules(
      ReferenceTargets targets, List<SubmittedEntry> entries, Consumer<Problem> problems) {
    this.targets = targets;
    this.problems = problems;
    for (SubmittedEntry entry : entries) {
      if (entry.fullUrl() != null) {
        typeByFullUrl.put(entry.fullUrl(), entry.type());
      }
    }
  }

  void check(Link link, SubmittedEntry entry, StructureDefinition profile) {
    switch (link.form()) {
      case CONTAINED -> {
        // HL7's validator holds contained resources against the profile.
      }
      case OTHER ->
          problem(
              link,
              ErrorCode.REFERENCE_FORM,
              "Refer by urn:uuid within the bundle, by [type]?identifier=[system]|[value], or by"
                  + " [type]/[id] of this registry.");
      case ENTRY -> {
        String type = typeByFullUrl.get(link.target());
        if (type == null) {
          problem(
              link, ErrorCode.REFERENCE_DANGLING, "No entry of this submission has this fullUrl.");
        } else {
          checkType(link, entry, profile, type);
        }
      }
      case CONDITIONAL, LITERAL -> checkType(link, entry, profile, link.namedType().orElseThrow());
    }
  }

  private void checkType(
      Link link, SubmittedEntry entry, StructureDefinition profile, String type) {
    Set<String> allowed = allowed(link, entry, profile);
    if (!allowed.isEmpty() && !allowed.contains(type)) {
      problem(
          link,
          ErrorCode.REFERENCE_WRONG_TYPE,
          "This element refers to "
              + String.join(" or ", allowed.stream().sorted().toList())
              + ", not to "
              + type
              + ".");
    }
  }

  /** What an extension may refer to stands in its own definition, not in the profile. */
  private Set<String> allowed(Link link, SubmittedEntry entry, StructureDefinition profile) {
    String path = entry.pathTo(link.expression());
    if (!path.endsWith(WITHIN_EXTENSION)) {
      return targets.allowed(profile, path);
    }
    int end = link.expression().length() - VALUE.length();
    return Walk.at(entry.resource(), entry.expression(), link.expression().substring(0, end))
        .map(extension -> targets.allowed(extension.getNamedChildValue("url")))
        .orElse(Set.of());
  }

  private void problem(Link link, ErrorCode code, String message) {
    problems.accept(
        Problem.at(code, link.expression(), link.at().line(), link.at().col(), message));
  }
}
