package org.ketamineregistry.adapter.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketamineregistry.adapter.Given;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * By what the source knows a record for ever: what its parts say, one after the other.
 *
 * @param <I> the items of the source
 */
public record Key<I>(List<Excerpt<I>> parts) {
  /** No source has it in a text, so no two keys of several parts are taken for one another. */
  private static final String BETWEEN = "\u001f";

  /** Where it is, for faults. */
  List<String> origins() {
    return parts.stream().flatMap(part -> part.origins().stream()).distinct().toList();
  }

  /**
   * The key in an item.
   *
   * @return empty where all of it is missing
   * @throws Unfit where a part of it is missing or cannot be read
   */
  Optional<Given> read(I item, Terms terms) throws Unfit {
    var texts = new ArrayList<String>();
    int missing = 0;
    int own = 0;
    for (Excerpt<I> part : parts) {
      Optional<String> text = part.read(item);
      if (!part.origins().isEmpty()) {
        own++;
        missing += text.isEmpty() ? 1 : 0;
      }
      text.ifPresent(texts::add);
    }
    if (missing == own) {
      return Optional.empty();
    }
    if (missing > 0) {
      throw new Unfit(
          ErrorCode.ELEMENT_REQUIRED,
          "One of these is " + terms.lacking() + "; together they say which record it is.");
    }
    return Optional.of(new Given(String.join(BETWEEN, texts), String.join(", ", origins())));
  }
}
