package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Course;
import org.ketamineregistry.practice.Fact.TakeHome;

/**
 * How far the dose rises within a course (R25): of what is given the dose of a session, of what is
 * supplied the quantity for a day, each against the first of its substance and route.
 */
final class EscalationRule {
  private static final BigDecimal PER_CENT = new BigDecimal("0.01");

  private final Examination examination;
  private final Limit.Rise limit;
  private final BigDecimal factor;

  private EscalationRule(Examination examination, Limit.Rise limit) {
    this.examination = examination;
    this.limit = limit;
    factor = BigDecimal.ONE.add(limit.percent().multiply(PER_CENT));
  }

  static void judge(Examination examination) {
    examination
        .limits(Rule.DOSE_ESCALATING)
        .all(Limit.Rise.class)
        .forEach(
            limit -> {
              var rule = new EscalationRule(examination, limit);
              rule.given();
              rule.supplied();
            });
  }

  private void given() {
    for (List<Known<Administration>> course : examination.dosesByCourse().values()) {
      Map<String, List<Known<Administration>>> sessions = new LinkedHashMap<>();
      for (Known<Administration> dose : course) {
        if (dose.fact().product().equals(limit.product())) {
          sessions.computeIfAbsent(dose.fact().session(), session -> new ArrayList<>()).add(dose);
        }
      }
      BigDecimal first = null;
      for (List<Known<Administration>> session : sessions.values()) {
        BigDecimal doseMg =
            session.stream()
                .map(dose -> dose.fact().doseMg())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (isAbove(doseMg, first)) {
          examination.find(Rule.DOSE_ESCALATING, session.get(session.size() - 1), "");
        }
        // What was stopped or goes on is less than what was meant, so nothing is held against it.
        boolean whole =
            session.stream().noneMatch(dose -> dose.fact().stopped() || dose.fact().ongoing());
        first = first == null && whole ? doseMg : first;
      }
    }
  }

  private void supplied() {
    Map<String, BigDecimal> first = new HashMap<>();
    for (Known<TakeHome> supply : examination.file().known(TakeHome.class, TakeHome::handedOver)) {
      TakeHome fact = supply.fact();
      if (fact.product().equals(limit.product())) {
        String course = courseOn(fact.day());
        BigDecimal aDay = fact.quantityMg().divide(fact.days(), MathContext.DECIMAL64);
        if (isAbove(aDay, first.get(course))) {
          examination.find(Rule.DOSE_ESCALATING, fact.day(), supply, fact.handedOver(), "");
        }
        first.putIfAbsent(course, aDay);
      }
    }
  }

  private boolean isAbove(BigDecimal doseMg, @Nullable BigDecimal first) {
    return first != null && doseMg.compareTo(first.multiply(factor)) > 0;
  }

  /** A supply does not say its course: it is the one that had begun last. */
  private String courseOn(LocalDate day) {
    String found = "";
    LocalDate begun = LocalDate.MIN;
    for (Known<Course> course : examination.courses()) {
      LocalDate start = course.fact().start();
      if (!start.isAfter(day) && start.isAfter(begun)) {
        found = course.id();
        begun = start;
      }
    }
    return found;
  }
}
