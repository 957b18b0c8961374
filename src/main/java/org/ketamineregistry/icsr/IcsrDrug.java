package org.ketamineregistry.icsr;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Reaction;

/**
 * G.k, a drug.
 *
 * @param role G.k.1
 * @param name G.k.2.2
 * @param substance G.k.2.3.r.1
 * @param country G.k.2.4, ISO 3166
 * @param dosage G.k.4.r
 * @param cumulative G.k.5
 * @param gestation G.k.6
 * @param indication G.k.7.r
 * @param actionTaken G.k.8
 * @param assessment G.k.9.i.2.r, of this drug and the one reaction
 * @param recurrence G.k.9.i.4
 * @param additional G.k.10.r
 */
public record IcsrDrug(
    int role,
    String name,
    @Nullable String substance,
    @Nullable String country,
    @Nullable Dosage dosage,
    @Nullable Amount cumulative,
    @Nullable Amount gestation,
    @Nullable Named indication,
    @Nullable Integer actionTaken,
    @Nullable Assessment assessment,
    @Nullable Integer recurrence,
    List<Integer> additional) {

  /** G.k.9.i.3.1: from the beginning of the drug to the reaction. */
  public @Nullable Amount sinceFirst(Reaction reaction) {
    return dosage == null ? null : E2bDate.between(dosage.start(), reaction.start());
  }

  /** G.k.9.i.3.2: from the last administration to the reaction; null where it came before. */
  public @Nullable Amount sinceLast(Reaction reaction) {
    return dosage == null ? null : E2bDate.between(dosage.last(), reaction.start());
  }

  /**
   * G.k.4.r, what was given.
   *
   * @param dose G.k.4.r.1, in mg of base
   * @param start G.k.4.r.4
   * @param last G.k.4.r.5
   * @param lot G.k.4.r.7
   * @param route G.k.4.r.10.1
   */
  public record Dosage(
      @Nullable Amount dose,
      @Nullable String start,
      @Nullable String last,
      @Nullable String lot,
      @Nullable String route) {

    /** G.k.4.r.6; null where the dates do not say it. */
    public @Nullable Amount duration() {
      return E2bDate.between(start, last);
    }
  }

  /**
   * G.k.9.i.2.r, the clinic's assessment.
   *
   * @param method G.k.9.i.2.r.2
   * @param result G.k.9.i.2.r.3
   */
  public record Assessment(@Nullable String method, @Nullable String result) {}
}
