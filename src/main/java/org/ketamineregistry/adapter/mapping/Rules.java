package org.ketamineregistry.adapter.mapping;

import java.util.List;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * Which records the items of a source make.
 *
 * @param <I> the items of the source
 * @param skip items that are left out, where one of them holds
 * @param records in the order in which they build on each other
 */
public record Rules<I>(Terms terms, List<Condition<I>> skip, List<RecordRule<I>> records) {
  /**
   * Adds the records that an item makes to a draft, or all that is wrong with it.
   *
   * @param place how faults name the item as a whole
   * @return false where the mapping leaves the item out
   */
  public boolean fill(I item, String place, Draft draft) {
    var findings = new Findings();
    if (skip.stream().anyMatch(condition -> holds(condition, item, findings))) {
      return false;
    }
    boolean any = false;
    for (RecordRule<I> record : records) {
      if (record.when().stream().allMatch(condition -> holds(condition, item, findings))) {
        any = true;
        record.add(item, terms, draft, findings);
      }
    }
    findings.tell(draft);
    if (!any && draft.faults().isEmpty()) {
      draft.fault(
          Fault.of(
              ErrorCode.INVALID,
              place,
              "No record of the mapping is about this "
                  + terms.item()
                  + ". Add one, or say under skip what it is about."));
    }
    return true;
  }

  private static <I> boolean holds(Condition<I> condition, I item, Findings findings) {
    try {
      return condition.holds(item);
    } catch (Unfit e) {
      findings.add(condition.origins(), e);
      return false;
    }
  }
}
