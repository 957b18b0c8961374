package org.ketamineregistry.practice;

import java.time.Instant;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Event;

/**
 * Deadlines for adverse events (R14). What counts is when the registry received the event, not when
 * the clinic says that it recorded it: only the receipt shows that anybody but the clinic could act
 * on it, and nobody can date it back.
 */
final class EventRule {
  private EventRule() {}

  static void judge(Examination examination) {
    for (Known<Event> event : examination.file().known(Event.class)) {
      Event fact = event.fact();
      Instant toldAt = event.toldAt();
      boolean late =
          toldAt != null
              && examination
                  .limits(Rule.EVENT_REPORTED_LATE)
                  .all(Limit.Deadline.class)
                  .filter(deadline -> deadline.seriousness() == fact.seriousness())
                  .anyMatch(
                      deadline -> Examination.isLate(fact.dayOver(), deadline.days(), toldAt));
      if (late) {
        examination.find(
            Rule.EVENT_REPORTED_LATE,
            fact.awareOn(),
            event,
            Examination.midnight(fact.awareOn()),
            "");
      }
    }
  }
}
