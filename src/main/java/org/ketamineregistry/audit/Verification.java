package org.ketamineregistry.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a log against its seals and checkpoints. It is handed the seals in the order of their
 * positions, each with its row, and says in words what is wrong: a row that was removed, changed,
 * put in another's place or added behind, a seal that was, and an end that was cut off.
 */
public final class Verification {
  private static final int MOST = 1_000;

  private final VerificationKey key;
  private final Deque<Checkpoint> ahead;
  private final List<String> problems = new ArrayList<>();
  private final int checkpoints;
  private long position;
  private String link = Chain.START;

  /**
   * @param checkpoints whatever is known of, from the database, the folder, and copies elsewhere
   */
  public Verification(VerificationKey key, Collection<Checkpoint> checkpoints) {
    this.key = key;
    this.checkpoints = checkpoints.size();
    ahead = new ArrayDeque<>();
    checkpoints.stream()
        .sorted(Comparator.comparingLong(Checkpoint::position))
        .filter(this::isGenuine)
        .forEach(ahead::add);
  }

  /**
   * What a verification found.
   *
   * @param sealed how many rows are sealed
   * @param unsealed how many wait for the sealer
   * @param checkpoints how many checkpoints the log was held against
   * @param problems what is wrong, in words; none where the log is whole
   */
  public record Report(long sealed, long unsealed, int checkpoints, List<String> problems) {
    public Report {
      problems = List.copyOf(problems);
    }

    public boolean isWhole() {
      return problems.isEmpty();
    }
  }

  /** Looks at the next seal and the row that it names; null where there is no such row. */
  public void next(Seal seal, @Nullable AuditRow row) {
    if (seal.position() != position + 1) {
      problem(
          "The seals from position %d to %d are gone, and what they sealed is not proven."
              .formatted(position + 1, seal.position() - 1));
    } else if (!seal.follows(link)) {
      problem(
          "The chain breaks at position %d: the seal there, or one before, was changed or put in"
                  .formatted(seal.position())
              + " another's place.");
    }
    if (row == null) {
      problem(
          "Row %d, sealed at position %d, was removed.".formatted(seal.number(), seal.position()));
    } else if (!Chain.hash(row).equals(seal.rowHash())) {
      problem(
          "Row %d, sealed at position %d, was changed.".formatted(seal.number(), seal.position()));
    }
    position = seal.position();
    link = seal.link();
    compareWithCheckpoints();
  }

  /**
   * The findings, after the last seal.
   *
   * @param unsealed how many rows have no seal yet
   */
  public Report report(long unsealed) {
    for (Checkpoint cut : ahead) {
      problem(
          "The log ends at position %d, but the checkpoint of %s tells of position %d: what came"
                  .formatted(position, cut.time(), cut.position())
              + " last was removed, or the database is an older copy.");
    }
    return new Report(position, unsealed, checkpoints, problems);
  }

  private void compareWithCheckpoints() {
    while (!ahead.isEmpty() && ahead.element().position() <= position) {
      Checkpoint checkpoint = ahead.remove();
      if (checkpoint.position() < position) {
        problem(
            "The seal at position %d is gone, of which the checkpoint of %s tells."
                .formatted(checkpoint.position(), checkpoint.time()));
      } else if (!checkpoint.link().equals(link)) {
        problem(
            "The log up to position %d is another than when the checkpoint of %s was signed: it"
                    .formatted(checkpoint.position(), checkpoint.time())
                + " was written anew.");
      }
    }
  }

  private boolean isGenuine(Checkpoint checkpoint) {
    boolean genuine = key.accepts(checkpoint);
    if (!genuine) {
      problem(
          "The checkpoint for position %d was not signed by the key of this audit, or was changed."
              .formatted(checkpoint.position()));
    }
    return genuine;
  }

  private void problem(String words) {
    if (problems.size() < MOST) {
      problems.add(words);
    }
  }
}
