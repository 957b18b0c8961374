package org.ketamineregistry.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Session;

/** Each session that has ended: how long it lasted, how it ended, when it was reported (R7, R8). */
final class SessionRules {
  private final Examination examination;
  private final Map<String, Administration> lastDoses = new HashMap<>();

  private SessionRules(Examination examination) {
    this.examination = examination;
    examination.doses().forEach(dose -> lastDoses.put(dose.fact().session(), dose.fact()));
  }

  static void judge(Examination examination) {
    var rules = new SessionRules(examination);
    for (Known<Session> session : examination.sessions()) {
      Instant end = session.fact().end();
      Instant dayOver = session.fact().dayOver();
      if (end != null && dayOver != null) {
        rules.ended(session, end, dayOver);
      }
    }
  }

  private void ended(Known<Session> session, Instant end, Instant dayOver) {
    LocalDate day = session.fact().day();
    Administration dose = lastDoses.get(session.id());
    if (dose != null && !session.fact().fitToLeave()) {
      examination.find(Rule.FIT_TO_LEAVE_MISSING, day, session, end, "");
    }
    if (dose != null
        && examination.isShorter(Rule.STAY_SHORT, dose.day(), dose.start(), day, end)) {
      examination.find(Rule.STAY_SHORT, day, session, end, "");
    }
    Instant toldAt = session.toldAt();
    if (toldAt != null && examination.isLate(Rule.SESSION_REPORTED_LATE, dayOver, toldAt)) {
      examination.find(Rule.SESSION_REPORTED_LATE, day, session, end, "");
    }
  }
}
