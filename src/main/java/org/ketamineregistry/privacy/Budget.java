package org.ketamineregistry.privacy;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How many distinct cells of a cut are told, to all askers together: two who share their answers
 * gain nothing, and a cell that was told once is free for everybody. A question is answered whole
 * or not at all.
 *
 * @param cellsPerCut the most
 */
public record Budget(int cellsPerCut) {

  /** What the budget says. */
  public sealed interface Verdict permits Within, Beyond {}

  /**
   * The question may be answered.
   *
   * @param fresh the cells that nobody asked for before in this cut, to be charged
   * @param left how many more can be asked for after these
   */
  public record Within(Set<CellDigest> fresh, int left) implements Verdict {}

  /**
   * The question may not be answered before the next cut.
   *
   * @param fresh how many cells it would add
   * @param left how many can be added still
   */
  public record Beyond(int fresh, int left) implements Verdict {}

  /**
   * Decides.
   *
   * @param charged the cells that were told of this cut, to whomever
   * @param asked the cells of a question
   */
  public Verdict judge(Set<CellDigest> charged, Set<CellDigest> asked) {
    return judge(charged.size(), charged, asked);
  }

  /**
   * Decides.
   *
   * @param charged how many cells were told of this cut, to whomever
   * @param known those of them that are asked for; others may be among them
   * @param asked the cells of a question
   */
  public Verdict judge(int charged, Set<CellDigest> known, Set<CellDigest> asked) {
    Set<CellDigest> fresh = new LinkedHashSet<>(asked);
    fresh.removeAll(known);
    int left = Math.max(0, cellsPerCut - charged);
    return fresh.size() > left
        ? new Beyond(fresh.size(), left)
        : new Within(Set.copyOf(fresh), left - fresh.size());
  }
}
