package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.store.StoredResources.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the flat tables anew from what is stored. It may be ended at any time and begun again, and
 * submissions may go on meanwhile: each batch is a transaction that locks its records.
 */
public final class FlatRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(FlatRenewal.class);
  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  /** Made by Spring, in the server and for a command alike. */
  public FlatRenewal(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    transaction = new TransactionTemplate(transactions);
  }

  /**
   * Fills the tables where they were not filled by these views yet, as after a migration.
   *
   * @throws RuntimeException where it could not be done: the registry must not open its doors then
   */
  public void fillOnce(FlatViews views) {
    List<String> filled = jdbc.queryForList("SELECT views FROM flat.filled", String.class);
    if (!filled.contains(views.digest())) {
      LOG.info("The flat tables are filled from what is stored");
      int resources = renew(views);
      LOG.info("The flat tables are filled: {} resources", resources);
    }
  }

  /**
   * Replaces all rows.
   *
   * @return of how many resources
   */
  public int renew(FlatViews views) {
    var tables = new FlatTables(jdbc, views);
    var stored = new StoredResources(jdbc, FhirContext.forR4Cached());
    int resources = 0;
    @Nullable String last = null;
    List<Held> batch;
    do {
      String after = last;
      batch = Objects.requireNonNull(transaction.execute(status -> renew(tables, stored, after)));
      if (!batch.isEmpty()) {
        last = batch.get(batch.size() - 1).id();
      }
      resources += batch.size();
    } while (batch.size() == BATCH);
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("DELETE FROM flat.filled");
          jdbc.update(
              "INSERT INTO flat.filled (views, filled_at) VALUES (?, now())", views.digest());
        });
    return resources;
  }

  private static List<Held> renew(
      FlatTables tables, StoredResources stored, @Nullable String after) {
    List<Held> batch = stored.next(after, BATCH, true);
    tables.replace(batch.stream().map(Held::current).filter(Objects::nonNull).toList());
    return batch;
  }
}
