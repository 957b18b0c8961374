package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.store.StoredResources.Held;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves that the flat tables, which grew with each write, hold what the views make of all that is
 * stored: every resource is projected again and compared row by row, at one moment.
 */
public final class FlatVerification {
  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  /** Made by Spring, in the server and for a command alike. */
  public FlatVerification(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
  }

  /**
   * What is held of a view.
   *
   * @param rows how many its table should have
   * @param different the resources whose rows are others, each as {@code Type/id}
   */
  public record Table(int rows, List<String> different) {
    Table and(Table other) {
      List<String> both = new ArrayList<>(different);
      both.addAll(other.different);
      return new Table(rows + other.rows, both);
    }
  }

  /** Verifies all tables, by the name of the view. */
  public Map<String, Table> verify(FlatViews views) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              // JPA's transaction manager, which the server has, sets no isolation itself.
              jdbc.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
              return verify(new FlatTables(jdbc, views));
            }));
  }

  private Map<String, Table> verify(FlatTables tables) {
    var stored = new StoredResources(jdbc, FhirContext.forR4Cached());
    Map<String, Table> report = new LinkedHashMap<>();
    tables.tables().forEach(table -> report.put(table.view().name(), new Table(0, List.of())));
    @Nullable String last = null;
    List<Held> batch;
    do {
      batch = stored.next(last, BATCH, false);
      List<String> ids = batch.stream().map(Held::id).toList();
      List<FlatResource> resources =
          batch.stream().map(Held::current).filter(Objects::nonNull).toList();
      for (FlatTable table : tables.tables()) {
        report.merge(table.view().name(), verify(table, ids, resources), Table::and);
      }
      last = ids.isEmpty() ? last : ids.get(ids.size() - 1);
    } while (batch.size() == BATCH);
    return report;
  }

  private Table verify(FlatTable table, List<String> ids, List<FlatResource> resources) {
    List<FlatResource> seen = FlatTables.seenBy(table, resources);
    return new Table(
        table.count(seen),
        table.differences(jdbc, ids, seen).stream()
            .map(id -> table.view().resourceType() + "/" + id)
            .toList());
  }
}
