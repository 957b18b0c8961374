package org.ketamineregistry.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.privacy.Indicator.Scoring;
import org.ketamineregistry.privacy.MemberCount;
import org.ketamineregistry.privacy.MemberScore;
import org.ketamineregistry.privacy.PooledCount;
import org.ketamineregistry.privacy.PooledScore;
import org.ketamineregistry.privacy.Population.Role;

/**
 * Merges what members answered (R10). Counts and the variances of their noise are added; a
 * proportion is computed anew. A member that has patients and does not show a figure has withheld
 * it, so that the sum is a lower bound; one without data adds nothing and bounds nothing.
 */
public final class Merge {
  private static final MemberCount WITHHELD = new MemberCount(OptionalLong.empty(), 0);

  private final NetworkQuestion question;
  private final List<Map<Key, MemberAnswer.Row>> members = new ArrayList<>();
  private final Map<Key, Integer> keys = new LinkedHashMap<>();

  private record Key(String group, SortedMap<String, String> bands) {}

  private Merge(NetworkQuestion question) {
    this.question = question;
  }

  /** The answers to a question, as one. */
  public static MergedAnswer of(NetworkQuestion question, List<MergedAnswer.Part> parts) {
    Merge merge = new Merge(question);
    parts.stream().map(MergedAnswer.Part::answer).forEach(merge::take);
    return new MergedAnswer(question, parts, merge.rows());
  }

  private void take(MemberAnswer answer) {
    if (answer.status() != MemberStatus.COMPLETE && answer.status() != MemberStatus.WITHHELD) {
      return;
    }
    Map<Key, MemberAnswer.Row> rows = new HashMap<>();
    for (MemberAnswer.Row row : answer.rows()) {
      Key key = new Key(row.group(), row.bands());
      rows.put(key, row);
      keys.merge(key, row.wider() ? 1 : 0, Integer::sum);
    }
    members.add(rows);
  }

  private List<MergedAnswer.Row> rows() {
    return keys.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  private MergedAnswer.Row row(Key key, int wider) {
    Map<Role, PooledCount> counts = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      if (members.stream().anyMatch(rows -> has(rows.get(key), role))) {
        counts.put(
            role, PooledCount.of(members.stream().map(rows -> of(rows.get(key), role)).toList()));
      }
    }
    return new MergedAnswer.Row(key.group(), key.bands(), counts, score(key, counts), wider);
  }

  private Optional<PooledScore> score(Key key, Map<Role, PooledCount> counts) {
    if (question.scoring() == Scoring.COHORT || !counts.containsKey(Role.NUMERATOR)) {
      return Optional.empty();
    }
    return PooledScore.of(
        question.scoring(),
        members.stream()
            .map(
                rows ->
                    new MemberScore(
                        of(rows.get(key), Role.NUMERATOR), of(rows.get(key), Role.DENOMINATOR)))
            .toList());
  }

  private static boolean has(MemberAnswer.@Nullable Row row, Role role) {
    return row != null && row.counts().containsKey(role);
  }

  private static MemberCount of(MemberAnswer.@Nullable Row row, Role role) {
    return row == null ? WITHHELD : row.counts().getOrDefault(role, WITHHELD);
  }
}
