package org.ketamineregistry.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What the pages need to know of one another. */
final class Catalogue {
  private static final String TRACEABILITY = "traceability";

  private final GuideSource source;
  private final Links links;
  private final Terms terms;
  private final Markdown markdown;
  private final Values values;
  private final Map<Artefact, Set<Artefact>> users = new HashMap<>();
  private final Map<String, String> rules = new HashMap<>();
  private final Map<String, String> requirements = new HashMap<>();
  private final Map<String, List<InvalidExample>> invalid;

  Catalogue(GuideSource source) throws IOException {
    this.source = source;
    links = new Links(source.artefacts());
    terms = new Terms(source.artefacts());
    markdown = new Markdown(links::toString);
    values = new Values(links, terms, markdown);
    invalid =
        source.invalid().stream()
            .collect(
                Collectors.groupingBy(InvalidExample::profile, TreeMap::new, Collectors.toList()));
    String traceability = source.pages().get(TRACEABILITY);
    if (traceability != null) {
      for (Html.Heading heading : markdown.page(traceability).headings()) {
        requirements.putIfAbsent(heading.title().replaceFirst("\\s.*$", ""), heading.id());
      }
    }
    var reader = new ObjectMapper();
    for (Artefact artefact : source.artefacts()) {
      if (artefact.kind() != Kind.GUIDE) {
        follow(artefact, reader.readTree(artefact.json()));
      }
      if (artefact.resource() instanceof StructureDefinition structure) {
        structure.getSnapshot().getElement().stream()
            .flatMap(element -> element.getConstraint().stream())
            .forEach(rule -> rules.put(rule.getKey(), rule.getHuman()));
      }
    }
  }

  private void follow(Artefact user, JsonNode node) {
    if (node.isTextual()) {
      links
          .artefact(node.asText())
          .or(() -> links.referenced(node.asText()))
          .filter(used -> !used.name().equals(user.name()))
          .ifPresent(used -> users.computeIfAbsent(used, key -> new LinkedHashSet<>()).add(user));
    }
    node.forEach(child -> follow(user, child));
  }

  GuideConfig config() {
    return source.config();
  }

  GuideSource source() {
    return source;
  }

  Links links() {
    return links;
  }

  Terms terms() {
    return terms;
  }

  Markdown markdown() {
    return markdown;
  }

  Values values() {
    return values;
  }

  List<Artefact> of(Kind kind) {
    return source.artefacts().stream().filter(artefact -> artefact.kind() == kind).toList();
  }

  /** The artefacts that name another one, in the order of their names. */
  Stream<Artefact> users(Artefact artefact) {
    return users.getOrDefault(artefact, Set.of()).stream();
  }

  /** The invalid examples of a profile. */
  List<InvalidExample> invalid(String profile) {
    return invalid.getOrDefault(profile, List.of());
  }

  /** What an invariant asks for, in words. */
  Optional<String> rule(String key) {
    return Optional.ofNullable(rules.get(key));
  }

  /** Whether an invariant is one of this guide's, and not FHIR's own. */
  static boolean isOwn(ElementDefinitionConstraintComponent rule) {
    return rule.getKey().startsWith("krn-");
  }

  /** Requirements lead to their heading on the page of traceability, which begins with the id. */
  void requirement(Html html, String id) {
    String anchor = requirements.get(id);
    if (anchor == null) {
      html.element("span", id, "class", "requirement");
    } else {
      html.element("a", id, "class", "requirement", "href", TRACEABILITY + ".html#" + anchor);
    }
  }
}
