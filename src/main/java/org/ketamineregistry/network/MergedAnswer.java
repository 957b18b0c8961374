package org.ketamineregistry.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ketamineregistry.privacy.PooledCount;
import org.ketamineregistry.privacy.PooledScore;
import org.ketamineregistry.privacy.Population.Role;

/**
 * The answer of the network: what members released, added up.
 *
 * @param question what was asked
 * @param parts what became of it at each member that was asked
 * @param rows the merged figures
 */
public record MergedAnswer(NetworkQuestion question, List<Part> parts, List<Row> rows) {
  public MergedAnswer {
    parts = List.copyOf(parts);
    rows = List.copyOf(rows);
  }

  /** One member's part; its answer has the status alone where it gave none. */
  public record Part(String member, MemberAnswer answer, boolean late) {}

  /**
   * One group in one stratum.
   *
   * @param counts of the populations, added up
   * @param score computed anew from the counts; empty for a count, and where nobody shows both
   * @param wider how many members gave the figures of a wider stratum
   */
  public record Row(
      String group,
      SortedMap<String, String> bands,
      Map<Role, PooledCount> counts,
      Optional<PooledScore> score,
      int wider) {
    public Row {
      bands = new TreeMap<>(bands);
      counts = Map.copyOf(counts);
    }
  }

  /** The members that are in it. */
  public List<String> included() {
    return parts.stream()
        .filter(part -> part.answer().status().isInTheAnswer())
        .map(Part::member)
        .toList();
  }

  /** Whether a member that was asked is not in it. */
  public boolean isPartial() {
    return included().size() < parts.size();
  }

  /**
   * Whether a patient may be counted at more than one member: wherever more than one has patients,
   * since between registries nobody can tell who is who.
   */
  public boolean mayOverlap() {
    return parts.stream()
            .map(part -> part.answer().status())
            .filter(status -> status == MemberStatus.COMPLETE || status == MemberStatus.WITHHELD)
            .count()
        > 1;
  }
}
