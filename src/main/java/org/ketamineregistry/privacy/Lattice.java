package org.ketamineregistry.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ketamineregistry.privacy.Indicator.Dimension;
import org.ketamineregistry.privacy.Indicator.Group;
import org.ketamineregistry.privacy.QuestionRefused.Reason;

/**
 * All that can be asked: the published indicators, their dimensions with their published bands, at
 * most three at once, over closed quarters and years. It is data, {@code privacy/lattice.txt}; a
 * test holds it equal to the Measures of the guide. Clinics are not in it: no answer that leaves a
 * registry is by clinic.
 */
public final class Lattice {
  /** How many dimensions a question may narrow or divide by. */
  public static final int MOST_DIMENSIONS = 3;

  private static final String YEAR = "year";
  private static final Band NONE = new Band(List.of(), Set.of());

  private final Map<String, Band> bands;
  private final Map<String, Indicator> indicators;

  /**
   * The bands of a dimension.
   *
   * @param values its published bands; of the year none, it is that of the period
   * @param togetherWith the dimensions without which it says nothing
   */
  record Band(List<String> values, Set<String> togetherWith) {}

  Lattice(Map<String, Band> bands, Map<String, Indicator> indicators) {
    this.bands = Map.copyOf(bands);
    this.indicators = Map.copyOf(indicators);
  }

  /**
   * Reads a lattice.
   *
   * @throws IllegalArgumentException where a line is none
   */
  public static Lattice of(String text) {
    return new LatticeReader(text).lattice();
  }

  /** The ids of all indicators. */
  public SortedSet<String> indicators() {
    return new TreeSet<>(indicators.keySet());
  }

  /** The indicator of an id. */
  public Optional<Indicator> indicator(String id) {
    return Optional.ofNullable(indicators.get(id));
  }

  /** How many bands a dimension has. */
  int bands(String dimension) {
    Band band = bands.get(dimension);
    return band == null || band.values().isEmpty() ? 1 : band.values().size();
  }

  /**
   * The one way to a question.
   *
   * @param schedule which tells the cut that the question is answered over
   * @param now the moment of asking
   * @throws QuestionRefused where the lattice has no such question
   */
  public Question question(Asking asking, CutSchedule schedule, Instant now) {
    Indicator indicator = indicators.get(asking.indicator());
    if (indicator == null) {
      throw new QuestionRefused(
          Reason.UNKNOWN_INDICATOR, "Ask for one of the indicators of the guide by its id.");
    }
    if (!indicator.asker().reaches(asking.asker())) {
      throw new QuestionRefused(
          Reason.NOT_FOR_THE_ASKER,
          "This indicator is asked from %s, and from no further away."
              .formatted(indicator.asker().code()));
    }
    ReportingPeriod period = ReportingPeriod.of(asking.start(), asking.end());
    Cut latest = schedule.latest(now);
    if (period.closedFrom().isAfter(latest.moment())) {
      throw new QuestionRefused(
          Reason.PERIOD_NOT_CLOSED,
          "The period must be over everywhere on Earth before the latest cut of the data, which is"
              + " of %s. Ask for an earlier one.".formatted(latest.id()));
    }
    checkDimensions(indicator, asking.dimensions());
    Map<String, List<String>> divided = new TreeMap<>();
    asking.stratifiers().forEach(dimension -> divided.put(dimension, values(dimension, period)));
    asking.filters().forEach((dimension, band) -> checkBand(dimension, band, period));
    Cut cut = schedule.latestFor(period, now);
    return new Question(this, indicator, period, cut, asking.filters(), divided);
  }

  /**
   * The strata that are wider than one, and that can be asked for: those without one or more of its
   * bands, save bands that are always needed, or needed by others that stay.
   */
  List<SortedMap<String, String>> widerStrata(Group group, SortedMap<String, String> bands) {
    List<String> names = List.copyOf(bands.keySet());
    List<SortedMap<String, String>> wider = new ArrayList<>();
    for (int kept = (1 << names.size()) - 2; kept >= 0; kept--) {
      SortedMap<String, String> some = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        if ((kept & 1 << i) != 0) {
          some.put(names.get(i), bands.getOrDefault(names.get(i), ""));
        }
      }
      if (isComplete(group, some.keySet())) {
        wider.add(some);
      }
    }
    return wider;
  }

  private boolean isComplete(Group group, Set<String> names) {
    return group.dimensions().stream()
            .filter(Dimension::always)
            .allMatch(dimension -> names.contains(dimension.name()))
        && names.stream()
            .allMatch(name -> names.containsAll(bands.getOrDefault(name, NONE).togetherWith()));
  }

  private void checkDimensions(Indicator indicator, List<String> asked) {
    if (asked.size() > MOST_DIMENSIONS) {
      throw new QuestionRefused(
          Reason.TOO_MANY_DIMENSIONS,
          "Filters and stratifiers together are at most %d.".formatted(MOST_DIMENSIONS));
    }
    if (Set.copyOf(asked).size() != asked.size()) {
      throw new QuestionRefused(
          Reason.DIMENSION_TWICE, "Narrow or divide by each dimension only once.");
    }
    for (Group group : indicator.groups()) {
      if (!asked.stream().allMatch(name -> group.dimension(name).isPresent())) {
        throw new QuestionRefused(
            Reason.UNKNOWN_DIMENSION,
            "Filters and stratifiers of this indicator are: %s."
                .formatted(String.join(", ", common(indicator))));
      }
      group.dimensions().stream()
          .filter(Dimension::always)
          .map(Dimension::name)
          .forEach(name -> require(asked, name));
    }
    asked.forEach(
        name -> bands.getOrDefault(name, NONE).togetherWith().forEach(n -> require(asked, n)));
  }

  private static void require(List<String> asked, String dimension) {
    if (!asked.contains(dimension)) {
      throw new QuestionRefused(
          Reason.DIMENSION_MISSING,
          "The answer says nothing unless it is narrowed to one band of %s or divided by it."
              .formatted(dimension));
    }
  }

  private void checkBand(String dimension, String band, ReportingPeriod period) {
    List<String> values = values(dimension, period);
    if (!values.contains(band)) {
      throw new QuestionRefused(
          Reason.UNKNOWN_BAND,
          "The bands of %s are: %s.".formatted(dimension, String.join(", ", values)));
    }
  }

  private List<String> values(String dimension, ReportingPeriod period) {
    return dimension.equals(YEAR)
        ? List.of(Integer.toString(period.start().getYear()))
        : bands.getOrDefault(dimension, NONE).values();
  }

  private static SortedSet<String> common(Indicator indicator) {
    SortedSet<String> names = new TreeSet<>();
    indicator.groups().get(0).dimensions().forEach(dimension -> names.add(dimension.name()));
    indicator.groups().forEach(group -> names.removeIf(name -> group.dimension(name).isEmpty()));
    return names;
  }
}
