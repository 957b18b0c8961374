package org.ketamineregistry.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the entries of a bundle in an order in which each comes after those that it refers to. */
final class DependencyOrder {
  private final List<Integer> order = new ArrayList<>();
  private final List<Integer> circular;

  /**
   * @param dependencies for each entry's index the indices that it refers to, itself left out
   */
  DependencyOrder(Map<Integer, ? extends Collection<Integer>> dependencies) {
    Map<Integer, Integer> open = new LinkedHashMap<>();
    Map<Integer, List<Integer>> dependents = new HashMap<>();
    dependencies.forEach(
        (entry, needs) -> {
          open.put(entry, needs.size());
          needs.forEach(
              need -> dependents.computeIfAbsent(need, key -> new ArrayList<>()).add(entry));
        });
    Deque<Integer> ready = new ArrayDeque<>();
    open.forEach((entry, count) -> addIf(count == 0, ready, entry));
    while (!ready.isEmpty()) {
      int next = ready.removeFirst();
      order.add(next);
      for (int dependent : dependents.getOrDefault(next, List.of())) {
        addIf(open.merge(dependent, -1, Integer::sum) == 0, ready, dependent);
      }
    }
    circular = open.keySet().stream().filter(entry -> !order.contains(entry)).toList();
  }

  private static void addIf(boolean condition, Deque<Integer> ready, int entry) {
    if (condition) {
      ready.addLast(entry);
    }
  }

  /** The indices in order; those of a circle are left out. */
  List<Integer> order() {
    return order;
  }

  /** The indices that stand in or behind a circle. */
  List<Integer> circular() {
    return circular;
  }
}
