package org.ketamineregistry.practice;

import java.time.Instant;

/**
 * Evaluates a rule set over a case file. Pure: the same facts at the same time, the same answer.
 */
public final class Practice {
  private Practice() {}

  /**
   * Evaluates.
   *
   * @param now until when nothing new has arrived; what is overdue depends on it
   */
  public static Evaluation evaluate(RuleSet rules, CaseFile file, Instant now) {
    var examination = new Examination(rules, file, now);
    ConsentRules.judge(examination);
    DoseRules.judge(examination);
    SessionRules.judge(examination);
    SupplyRules.judge(examination);
    FrequencyRule.judge(examination);
    EscalationRule.judge(examination);
    CourseRules.judge(examination);
    FollowUpRule.judge(examination);
    SuicidalityRule.judge(examination);
    EventRule.judge(examination);
    return examination.evaluation();
  }
}
