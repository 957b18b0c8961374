package org.ketamineregistry.submission;

import java.util.List;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.store.Receipt;

/** What the line answers. Its receipt is durable before the answer exists. */
public sealed interface Answer {
  /** The receipt; of a batch that of the batch as a whole where there is one. */
  Receipt receipt();

  /**
   * Everything was kept.
   *
   * @param receipt names what became of each entry
   * @param notices what the sender should know
   * @param repeated whether the same submission was accepted before
   */
  record Accepted(Receipt receipt, List<Notice> notices, boolean repeated) implements Answer {}

  /**
   * Nothing was kept.
   *
   * @param receipt the record of the refusal
   * @param problems every problem
   */
  record Rejected(Receipt receipt, List<Problem> problems) implements Answer {}

  /**
   * Each entry of a batch has an answer of its own.
   *
   * @param answers one for each entry, in order
   */
  record Batch(List<Answer> answers) implements Answer {
    @Override
    public Receipt receipt() {
      return answers.get(0).receipt();
    }
  }
}
