package org.ketamineregistry.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.privacy.MemberCount;
import org.ketamineregistry.privacy.Population.Role;

/**
 * What a member answered. It came from outside: whether it was protected is the member's word.
 *
 * @param cut the day of the published cut that it is computed over; null where there is none
 * @param rows its figures; none where it gave no report
 */
public record MemberAnswer(MemberStatus status, @Nullable LocalDate cut, List<Row> rows) {
  public MemberAnswer {
    rows = List.copyOf(rows);
  }

  /** An answer without figures. */
  public static MemberAnswer of(MemberStatus status) {
    return new MemberAnswer(status, null, List.of());
  }

  /**
   * One group in one stratum.
   *
   * @param bands the band of each dimension that was asked for
   * @param wider whether the figures are of a wider stratum, from which protection does not tell
   *     this one apart
   */
  public record Row(
      String group, SortedMap<String, String> bands, Map<Role, MemberCount> counts, boolean wider) {
    public Row {
      bands = new TreeMap<>(bands);
      counts = Map.copyOf(counts);
    }
  }
}
