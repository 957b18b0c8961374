package org.ketamineregistry.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.network.Directory;
import org.ketamineregistry.network.Directory.Accepted;
import org.ketamineregistry.network.DirectoryRefused;
import org.ketamineregistry.network.NetworkAsking;
import org.ketamineregistry.network.SubTask;
import org.ketamineregistry.network.SubTask.Phase;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions to the network, kept so that they outlive a restart (R10). Each change of a sub-task is
 * a transaction that has locked its row, so that any number of instances share the work and no
 * answer counts twice.
 */
public final class Askings {
  private final AskingTable table;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;

  Askings(AskingTable table, TransactionTemplate transaction, AuditTrail audit) {
    this.table = table;
    this.transaction = transaction;
    this.audit = audit;
  }

  /** A sub-task that this instance is to do now, with the asking that it is of. */
  public record Claim(NetworkAsking asking, SubTask task) {}

  /**
   * An asking as it is kept.
   *
   * @param answers what members sent, by their ids
   */
  public record Kept(NetworkAsking asking, Map<String, String> answers) {
    public Kept {
      answers = Map.copyOf(answers);
    }
  }

  /**
   * Notes a directory that is about to be used.
   *
   * @throws DirectoryRefused where a newer one was in use
   */
  public void accept(Directory directory) {
    transaction.executeWithoutResult(
        status -> {
          table.accepted().ifPresent(directory::replaces);
          table.accept(new Accepted(directory.version(), directory.digest()));
        });
  }

  /**
   * Keeps an asking, with its entry in the audit.
   *
   * @param entry what the audit says of it
   */
  public void begin(NetworkAsking asking, AuditEntry entry) {
    transaction.executeWithoutResult(
        status -> {
          table.insert(asking);
          audit.append(entry);
        });
  }

  /** The asking of an id, with what members answered. */
  public Optional<Kept> find(UUID id) {
    return Optional.ofNullable(
        transaction.execute(status -> table.find(id).map(this::kept).orElse(null)));
  }

  private Kept kept(NetworkAsking asking) {
    return new Kept(asking, table.answers(asking.id()));
  }

  /**
   * Takes what is due.
   *
   * @param most how many sub-tasks at most
   * @param busy members of whom no more is taken
   * @param lease how long this instance is taken to be alive without saying so again
   */
  public List<Claim> claim(Instant now, int most, List<String> busy, Duration lease) {
    return Optional.ofNullable(
            transaction.execute(
                status ->
                    table.due(now, most, busy).stream()
                        .map(id -> claimed(id, now, now.plus(lease)))
                        .flatMap(Optional::stream)
                        .toList()))
        .orElse(List.of());
  }

  private Optional<Claim> claimed(UUID id, Instant now, Instant until) {
    NetworkAsking asking = table.ofTask(id).orElseThrow();
    SubTask task =
        asking.members().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    SubTask sent = task.abandoned(now).at(now, asking.term()).sent(now);
    table.update(sent, sent.phase() == Phase.UNDER_WAY ? until : null);
    return sent.phase() == Phase.UNDER_WAY
        ? Optional.of(new Claim(asking, sent))
        : Optional.empty();
  }

  /** Says that this instance is alive and still asks. */
  public void renew(List<UUID> tasks, Instant until) {
    if (!tasks.isEmpty()) {
      table.renew(tasks, until);
    }
  }

  /**
   * Something happened to a sub-task.
   *
   * @param change what becomes of it, purely
   * @param answer what the member sent; null where it sent nothing that counts
   * @param entry what the audit says of it; null for nothing
   */
  public void change(
      UUID task,
      UnaryOperator<SubTask> change,
      @Nullable String answer,
      @Nullable AuditEntry entry) {
    transaction.executeWithoutResult(
        status ->
            table
                .locked(task)
                .ifPresent(
                    before -> {
                      SubTask after = change.apply(before);
                      if (after.equals(before)) {
                        return; // It is over: cancelled, or answered already.
                      }
                      table.update(after, null);
                      if (answer != null) {
                        table.answer(task, answer);
                      }
                      if (entry != null) {
                        audit.append(entry);
                      }
                    }));
  }

  /** Nobody wants to know any more. */
  public void cancel(UUID asking, Instant now, AuditEntry entry) {
    transaction.executeWithoutResult(
        status -> {
          if (table.cancel(asking, now)) {
            table.tasks(asking).stream()
                .map(SubTask::id)
                .forEach(
                    id ->
                        table
                            .locked(id)
                            .ifPresent(task -> table.update(task.cancelled(now), null)));
          }
          audit.append(entry);
        });
  }

  /** Ends what has come to its end, and tells of what has come to its deadline. */
  public void pass(Instant now) {
    transaction.executeWithoutResult(status -> table.pass(now));
  }

  /** Whether anything is left to do. */
  public boolean isAnythingOpen() {
    return table.isAnythingOpen();
  }

  /** Forgets askings that ended before a moment. */
  public int forget(Instant before) {
    return table.forget(before);
  }
}
