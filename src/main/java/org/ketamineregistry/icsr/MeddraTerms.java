package org.ketamineregistry.icsr;

import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Named;

/**
 * Terms of MedDRA that a licensed sender supplies. The registry has none of its own.
 *
 * @param terms by the identifier of an event, or by a code, with its system before it and a bar
 *     between them or without
 */
public record MeddraTerms(Map<String, Meddra> terms) {
  /** No term at all. */
  public static final MeddraTerms NONE = new MeddraTerms(Map.of());

  /** The term for an event, by its own identifier first. */
  @Nullable Meddra ofEvent(String identifier, @Nullable Coding effect) {
    Meddra own = terms.get(identifier);
    return own != null || effect == null ? own : of(effect);
  }

  /** What a code is called, with its term where one was supplied. */
  Named named(Coding coding, Lexicon lexicon) {
    return new Named(lexicon.words(coding), of(coding));
  }

  private @Nullable Meddra of(Coding coding) {
    Meddra exact = terms.get(coding.getSystem() + "|" + coding.getCode());
    return exact != null ? exact : terms.get(coding.getCode());
  }
}
