package org.ketamineregistry.adapter.fhir;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.StringType;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * A part of a text that says several things.
 *
 * @param pattern of the whole text, with one group
 */
record Taken(Pattern pattern, ElementReading reading) implements ElementReading {
  private static final int LONGEST = 10_000;

  @Override
  public Optional<String> read(List<Base> found, Around around) throws Unfit {
    List<Base> taken = new ArrayList<>();
    for (Base element : found) {
      Optional<String> text = ElementReading.plain(element);
      Matcher whole = pattern.matcher(text.filter(one -> one.length() <= LONGEST).orElse(""));
      if (!whole.matches() || whole.group(1) == null) {
        throw new Unfit(
            ErrorCode.VALUE_INVALID,
            "It has to be a text of the form that the mapping takes apart: " + pattern.pattern());
      }
      taken.add(new StringType(whole.group(1)));
    }
    return reading.read(taken, around);
  }
}
