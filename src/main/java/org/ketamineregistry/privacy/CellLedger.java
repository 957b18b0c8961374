package org.ketamineregistry.privacy;

import java.util.Set;

/** The durable record of which cells were told of which cut. */
public interface CellLedger {
  /**
   * Asks the budget and writes down what it permits, in one step: of two questions at once, on
   * whichever servers, the second sees what the first was charged. It is called before an answer is
   * given; where it fails there is no answer.
   *
   * @param cut of the question
   * @param asked all cells of the question, those of whoever asks included in those of all others
   * @return what {@link Budget#judge} said; nothing is written where it is {@link Budget.Beyond}
   */
  Budget.Verdict charge(Cut cut, Set<CellDigest> asked, Budget budget);
}
