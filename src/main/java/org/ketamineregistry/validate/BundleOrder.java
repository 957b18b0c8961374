package org.ketamineregistry.validate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * The entries of a bundle in the order of dependence, by their references to each other.
 *
 * @param order the indexes of the entries
 * @param problem that there is no such order
 */
record BundleOrder(List<Integer> order, Optional<Problem> problem) {
  /**
   * Finds it.
   *
   * @param links the references of each entry, by its index
   */
  static BundleOrder of(Submitted submitted, Map<Integer, List<Link>> links) {
    Map<String, Integer> indexByFullUrl = new HashMap<>();
    for (SubmittedEntry entry : submitted.entries()) {
      if (entry.fullUrl() != null) {
        indexByFullUrl.putIfAbsent(entry.fullUrl(), entry.index());
      }
    }
    Map<Integer, Set<Integer>> dependencies = new LinkedHashMap<>();
    for (SubmittedEntry entry : submitted.entries()) {
      Set<Integer> needs = new LinkedHashSet<>();
      for (Link link : links.getOrDefault(entry.index(), List.of())) {
        Integer target = indexByFullUrl.get(link.target());
        if (target != null) {
          needs.add(target);
        }
      }
      dependencies.put(entry.index(), needs);
    }
    var order = new DependencyOrder(dependencies);
    return new BundleOrder(
        order.order(),
        submitted.entries().stream()
            .filter(entry -> order.circular().contains(entry.index()))
            .min(Comparator.comparing(SubmittedEntry::index))
            .map(BundleOrder::circular));
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
