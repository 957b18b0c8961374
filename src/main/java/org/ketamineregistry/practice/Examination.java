package org.ketamineregistry.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Course;
import org.ketamineregistry.practice.Fact.Session;
import org.ketamineregistry.practice.RuleSet.Limits;

/** A case file under a rule set on a day: what the rules share, and what they find. */
final class Examination {
  private final RuleSet rules;
  private final CaseFile file;
  private final LocalDate today;
  private final List<Known<Administration>> doses;
  private final Map<String, Known<Session>> sessions = new LinkedHashMap<>();
  private final boolean expecting;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable LocalDate changes;

  Examination(RuleSet rules, CaseFile file, Instant now) {
    this.rules = rules;
    this.file = file;
    today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    doses = file.known(Administration.class, Administration::start);
    file.known(Session.class).forEach(session -> sessions.put(session.id(), session));
    expecting =
        file.open()
            && file.facts().stream()
                .map(Known::fact)
                .noneMatch(
                    fact ->
                        fact instanceof Fact.Death
                            || (fact instanceof Fact.Event event && event.fatal()));
  }

  RuleSet rules() {
    return rules;
  }

  CaseFile file() {
    return file;
  }

  /** The doses in the order in which they were given. */
  List<Known<Administration>> doses() {
    return doses;
  }

  List<Known<Session>> sessions() {
    return List.copyOf(sessions.values());
  }

  /** The doses of a course, by the course's id; those of unknown sessions under an empty one. */
  Map<String, List<Known<Administration>>> dosesByCourse() {
    Map<String, List<Known<Administration>>> byCourse = new LinkedHashMap<>();
    for (Known<Administration> dose : doses) {
      byCourse.computeIfAbsent(courseOf(dose.fact()), course -> new ArrayList<>()).add(dose);
    }
    return byCourse;
  }

  String courseOf(Administration dose) {
    Known<Session> session = sessions.get(dose.session());
    return session == null ? "" : session.fact().course();
  }

  List<Known<Course>> courses() {
    return file.known(Course.class);
  }

  /** The limits of a rule; none where the jurisdiction does not have it. */
  Limits limits(Rule rule) {
    return rules.rules().getOrDefault(rule, Limits.NONE);
  }

  /**
   * Notes a finding, where the jurisdiction has the rule and the rule judges the day.
   *
   * @param day the day on which it happened, where it did
   */
  void find(Rule rule, LocalDate day, Known<?> subject, Instant at, String detail) {
    if (rules.rules().containsKey(rule) && limits(rule).judge(day)) {
      findings.add(new Finding(rule, subject.id(), subject.type(), at, detail));
    }
  }

  void find(Rule rule, Known<Administration> dose, String detail) {
    find(rule, dose.fact().day(), dose, dose.fact().start(), detail);
  }

  /**
   * Notes that something is due: as a finding where its last day is over, else as a day on which
   * time alone will make it one. Nothing is due of whom nothing may come any more: after death, and
   * after the patient took back the permission to hold records.
   *
   * @param began the day of that from which it follows
   * @param last the last day on which it is in time
   */
  void due(Rule rule, LocalDate began, LocalDate last, Known<?> subject, String detail) {
    LocalDate over = last.plusDays(1);
    if (!expecting || !limits(rule).judge(began)) {
      return;
    } else if (today.isBefore(over)) {
      changes = changes == null || over.isBefore(changes) ? over : changes;
    } else {
      find(rule, began, subject, midnight(over), detail);
    }
  }

  /** Whether a day of something due is over. */
  boolean isOver(LocalDate day) {
    return today.isAfter(day);
  }

  /** Whether less than the limit of a rule lies between two events. */
  boolean isShorter(Rule rule, LocalDate fromDay, Instant from, LocalDate toDay, Instant to) {
    TemporalAmount least =
        limits(rule).one(Limit.Shortest.class).map(Limit.Shortest::least).orElse(null);
    if (least == null) {
      return false;
    }
    return least instanceof Period days
        ? toDay.isBefore(fromDay.plus(days))
        : to.isBefore(from.plus(least));
  }

  /** Whether the registry was told after the time that a rule gives. */
  boolean isLate(Rule rule, Instant dayOver, Instant toldAt) {
    return limits(rule)
        .one(Limit.Longest.class)
        .filter(limit -> isLate(dayOver, limit.days(), toldAt))
        .isPresent();
  }

  /** Days are counted from the end of the day on which it happened. */
  static boolean isLate(Instant dayOver, int days, Instant toldAt) {
    return !toldAt.isBefore(dayOver.plus(Duration.ofDays(days)));
  }

  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Evaluation evaluation() {
    return new Evaluation(List.copyOf(findings), changes == null ? null : midnight(changes));
  }
}
