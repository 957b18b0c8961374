package org.ketamineregistry.adapter.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * Checkboxes, each in a column of its own as REDCap exports them ({@code route___1}), of which one
 * is checked.
 *
 * @param codes what each of the columns means, in their order
 */
record Checked(List<String> codes) implements Reading {
  private static final Set<String> YES = Set.of("1", "checked");
  private static final Set<String> NO = Set.of("", "0", "unchecked");

  @Override
  public Optional<String> read(List<String> cells) throws Unfit {
    var found = new ArrayList<String>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = Words.folded(cells.get(i));
      if (YES.contains(cell)) {
        found.add(codes.get(i));
      } else if (!NO.contains(cell)) {
        throw new Unfit(ErrorCode.VALUE_INVALID, "A checkbox is 1 or Checked, 0 or Unchecked.");
      }
    }
    if (found.size() > 1) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID, "More than one of them is checked, and there can be one alone.");
    }
    return found.stream().findFirst();
  }
}
