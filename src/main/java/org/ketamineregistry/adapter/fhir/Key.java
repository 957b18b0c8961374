package org.ketamineregistry.adapter.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketamineregistry.adapter.Given;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/** By what the source knows a record for ever: what its parts find, one after the other. */
record Key(List<Elements> parts) {
  /** It stands in no element, so that no two keys of several parts are taken for one another. */
  private static final String BETWEEN = "\u001f";

  /** Where it is, for faults. */
  List<String> origins() {
    return parts.stream()
        .filter(part -> part.path() != null)
        .map(part -> part.origin(""))
        .distinct()
        .toList();
  }

  /**
   * The key in a resource.
   *
   * @return empty where all of its elements are missing
   * @throws Unfit where one of them is missing or is none
   */
  Optional<Given> read(ElementReading.Around around) throws Unfit {
    var texts = new ArrayList<String>();
    int missing = 0;
    int elements = 0;
    for (Elements part : parts) {
      Optional<String> text = part.read(around);
      if (part.path() != null) {
        elements++;
        missing += text.isEmpty() ? 1 : 0;
      }
      text.ifPresent(texts::add);
    }
    if (missing == elements) {
      return Optional.empty();
    }
    if (missing > 0) {
      throw new Unfit(
          ErrorCode.ELEMENT_REQUIRED,
          "One of these is missing; together they say which record it is.");
    }
    return Optional.of(new Given(String.join(BETWEEN, texts), String.join(", ", origins())));
  }
}
