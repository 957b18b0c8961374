package org.ketamineregistry.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ketamineregistry.privacy.Indicator.Dimension;
import org.ketamineregistry.privacy.Indicator.Group;
import org.ketamineregistry.privacy.Indicator.Scoring;
import org.ketamineregistry.privacy.Lattice.Band;
import org.ketamineregistry.privacy.Population.Role;

/** Reads the lattice from its lines, which {@code privacy/lattice.txt} explains at its head. */
final class LatticeReader {
  private final Map<String, Band> bands = new TreeMap<>();
  private final Map<String, Indicator> indicators = new TreeMap<>();

  LatticeReader(String text) {
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(this::take);
  }

  Lattice lattice() {
    Map<String, Indicator> complete = new TreeMap<>();
    indicators.forEach((id, indicator) -> complete.put(id, indicator.complete()));
    return new Lattice(bands, complete);
  }

  private void take(String line) {
    String[] parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    try {
      switch (parts[0]) {
        case "dimension" ->
            bands.put(parts[1], new Band(list(parts[2]), new TreeSet<>(list(parts[3]))));
        case "indicator" ->
            indicators.put(
                parts[1],
                new Indicator(
                    parts[1],
                    Scoring.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                    Scope.of(parts[3]),
                    new ArrayList<>()));
        case "group" -> indicator(parts[1]).groups().add(group(parts));
        case "population" ->
            group(parts[1], parts[2])
                .populations()
                .add(
                    new Population(
                        Role.of(parts[3]),
                        CountingUnit.of(parts[4]),
                        parts[5],
                        parts[6].isEmpty() ? null : parts[6]));
        default -> throw new IllegalArgumentException("not a kind of line");
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Not a line of the lattice: " + line, e);
    }
  }

  private Group group(String[] parts) {
    List<Dimension> dimensions = new ArrayList<>();
    for (String written : list(parts[3])) {
      String name = written.split("/", 2)[0];
      Set<String> marks = Set.of(written.substring(name.length()).split("/"));
      if (!bands.containsKey(name)) {
        throw new IllegalArgumentException("no such dimension");
      }
      dimensions.add(new Dimension(name, marks.contains("always"), marks.contains("numerator")));
    }
    return new Group(parts[2], new ArrayList<>(), dimensions);
  }

  private Indicator indicator(String id) {
    Indicator indicator = indicators.get(id);
    if (indicator == null) {
      throw new IllegalArgumentException("no such indicator");
    }
    return indicator;
  }

  private Group group(String indicator, String id) {
    return indicator(indicator).groups().stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such group"));
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
