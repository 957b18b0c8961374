package org.ketamineregistry.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ketamineregistry.privacy.Indicator;
import org.ketamineregistry.privacy.Indicator.Scoring;
import org.ketamineregistry.privacy.Question;

/**
 * A question as it is put to every member. It is of the published lattice: it is made of a {@link
 * Question}, and read from where it was kept.
 *
 * @param indicator the id of its Measure
 * @param scoring how the figures of a group make its score
 * @param groups the ids of the indicator's groups, in their order
 * @param start the first day of the period
 * @param end its last day
 * @param filters the one band of each dimension that the answer is narrowed to
 * @param stratifiers the dimensions that it is divided by, in order of their names
 * @param guideVersion the version of the guide that it is of
 */
public record NetworkQuestion(
    String indicator,
    Scoring scoring,
    List<String> groups,
    LocalDate start,
    LocalDate end,
    SortedMap<String, String> filters,
    List<String> stratifiers,
    String guideVersion) {
  public NetworkQuestion {
    groups = List.copyOf(groups);
    filters = new TreeMap<>(filters);
    stratifiers = List.copyOf(stratifiers);
  }

  /** A permitted question, as it is put to members. */
  public static NetworkQuestion of(Question question, String guideVersion) {
    return new NetworkQuestion(
        question.indicator().id(),
        question.indicator().scoring(),
        question.indicator().groups().stream().map(Indicator.Group::id).toList(),
        question.period().start(),
        question.period().end(),
        question.filters(),
        List.copyOf(question.stratifiers().keySet()),
        guideVersion);
  }

  /** Whether the bands of a row are of this question: what it is narrowed to, and one of each. */
  boolean has(Map<String, String> bands) {
    return bands.size() == filters.size() + stratifiers.size()
        && bands.keySet().containsAll(stratifiers)
        && filters.entrySet().stream()
            .allMatch(filter -> filter.getValue().equals(bands.get(filter.getKey())));
  }
}
