package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ketamineregistry.practice.CaseFile.Known;
import org.ketamineregistry.practice.Fact.Administration;
import org.ketamineregistry.practice.Fact.Assessment;
import org.ketamineregistry.practice.Limit.Response;

/**
 * Suicidality after a response (R21): the fall may be brief and its reassurance false. A response
 * is a fall from baseline by at least the share that the jurisdiction gives for the instrument. The
 * baseline is the last score of the same instrument within 7 days before the first dose of the
 * course. A later score counts when its recall period is no longer than the time since that dose,
 * since otherwise it speaks of the time before treatment too.
 */
final class SuicidalityRule {
  /** The risk level of the Columbia scale, by which the guide records an assessment. */
  private static final String SUICIDALITY = "http://loinc.org|93374-7";

  private static final int BASELINE_DAYS = 7;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Examination examination;
  private final int days;
  private final List<Known<Assessment>> assessments;
  private final List<Response> responses;

  private SuicidalityRule(Examination examination, int days) {
    this.examination = examination;
    this.days = days;
    assessments = examination.file().known(Assessment.class, Assessment::at);
    responses = examination.limits(Rule.SUICIDALITY_FOLLOW_UP_OVERDUE).all(Response.class).toList();
  }

  static void judge(Examination examination) {
    examination
        .limits(Rule.SUICIDALITY_FOLLOW_UP_OVERDUE)
        .one(Limit.Longest.class)
        .ifPresent(longest -> new SuicidalityRule(examination, longest.days()).courses());
  }

  /** Scores belong to a course until the first dose of the next. */
  private void courses() {
    List<Administration> firsts =
        examination.dosesByCourse().values().stream().map(doses -> doses.get(0).fact()).toList();
    for (int i = 0; i < firsts.size(); i++) {
      Instant until = i + 1 < firsts.size() ? firsts.get(i + 1).start() : Instant.MAX;
      course(firsts.get(i), until);
    }
  }

  /** Of the responses of a course, by whichever instrument, the first not followed up is found. */
  private void course(Administration first, Instant until) {
    responses.stream()
        .flatMap(response -> beginnings(response, first, until).stream())
        .filter(score -> !isFollowedUp(score.fact().day()))
        .min(Comparator.comparing((Known<Assessment> score) -> score.fact().at()))
        .ifPresent(
            score -> {
              LocalDate day = score.fact().day();
              examination.due(
                  Rule.SUICIDALITY_FOLLOW_UP_OVERDUE, day, day.plusDays(days), score, "");
            });
  }

  /** The scores with which a response begins, for the first time or after a relapse. */
  private List<Known<Assessment>> beginnings(
      Response response, Administration first, Instant until) {
    List<Known<Assessment>> beginnings = new ArrayList<>();
    int baseline = baseline(response, first);
    boolean responding = false;
    for (Known<Assessment> score : assessments) {
      Integer total = score.fact().score();
      if (total != null && speaksOf(response, score.fact(), first, until)) {
        boolean responds = isResponse(response, baseline, total);
        if (responds && !responding) {
          beginnings.add(score);
        }
        responding = responds;
      }
    }
    return beginnings;
  }

  /** Whether a score of the instrument speaks of nothing but the time since the first dose. */
  private static boolean speaksOf(
      Response response, Assessment score, Administration first, Instant until) {
    return score.codes().contains(response.instrument())
        && score.recall() != null
        && Duration.between(first.start(), score.at()).compareTo(score.recall()) >= 0
        && score.at().isBefore(until);
  }

  private static boolean isResponse(Response response, int baseline, int score) {
    BigDecimal fallen = BigDecimal.valueOf(baseline - score).multiply(HUNDRED);
    return baseline > 0
        && fallen.compareTo(response.fall().multiply(BigDecimal.valueOf(baseline))) >= 0;
  }

  /** The last score before the first dose; 0, from which nothing falls, where there is none. */
  private int baseline(Response response, Administration first) {
    return assessments.stream()
        .map(Known::fact)
        .filter(score -> score.codes().contains(response.instrument()))
        .filter(score -> !score.at().isAfter(first.start()))
        .filter(score -> !score.day().isBefore(first.day().minusDays(BASELINE_DAYS)))
        .flatMap(score -> Optional.ofNullable(score.score()).stream())
        .reduce(0, (earlier, later) -> later);
  }

  private boolean isFollowedUp(LocalDate day) {
    return assessments.stream()
        .map(Known::fact)
        .anyMatch(made -> made.codes().contains(SUICIDALITY) && !made.day().isBefore(day));
  }
}
