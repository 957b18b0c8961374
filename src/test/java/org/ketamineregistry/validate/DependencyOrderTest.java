package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {
  private final Map<Integer, Set<Integer>> needs = new LinkedHashMap<>();

  private DependencyOrderTest entry(int index, Integer... needed) {
    needs.put(index, Set.of(needed));
    return this;
  }

  private DependencyOrder order() {
    return new DependencyOrder(needs);
  }

  @Test
  void entriesComeAfterWhatTheyReferTo() {
    DependencyOrder order = entry(0, 1, 2).entry(1, 2).entry(2).entry(3, 0).order();
    assertThat(order.order()).containsExactly(2, 1, 0, 3);
    assertThat(order.circular()).isEmpty();
  }

  @Test
  void entriesWithoutReferencesKeepTheirOrder() {
    assertThat(entry(0).entry(1).entry(2).order().order()).containsExactly(0, 1, 2);
  }

  @Test
  void aCircleAndWhatStandsBehindItHasNoOrder() {
    DependencyOrder order = entry(0).entry(1, 2).entry(2, 1).entry(3, 2).entry(4, 0).order();
    assertThat(order.order()).containsExactly(0, 4);
    assertThat(order.circular()).containsExactly(1, 2, 3);
  }

  @Test
  void anEntryThatRefersToItselfIsACircle() {
    assertThat(entry(0, 0).order().circular()).containsExactly(0);
  }

  @Test
  void nothingHasAnOrderToo() {
    assertThat(order().order()).isEqualTo(List.of());
  }
}
