package org.ketamineregistry.adapter.table;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * A part of a cell that holds several things, such as {@code 130/85}.
 *
 * @param pattern of the whole cell, with one group
 */
record Taken(Pattern pattern, Reading reading) implements Reading {
  @Override
  public Optional<String> read(List<String> cells) throws Unfit {
    if (cells.get(0).isEmpty()) {
      return reading.read(cells);
    }
    Matcher whole = pattern.matcher(cells.get(0));
    if (!whole.matches() || whole.group(1) == null) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID,
          "It has to be of the form that the mapping takes apart: " + pattern.pattern());
    }
    var taken = new ArrayList<>(cells);
    taken.set(0, TableFormat.trimmed(whole.group(1)));
    return reading.read(taken);
  }
}
