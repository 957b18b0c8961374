package org.ketamineregistry.store;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.ketamineregistry.privacy.Budget;
import org.ketamineregistry.privacy.CellDigest;
import org.ketamineregistry.privacy.CellLedger;
import org.ketamineregistry.privacy.Cut;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger of cells as a table. Charging is one transaction under a lock that all instances
 * share. A cell that is counted over those who permit the network is another cell than the same one
 * over all, and is charged by itself; the budget is one.
 */
public final class CellCharges {
  private static final String LOCK = "hashtextextended('registry.cell_charge', 0)";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  CellCharges(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** The ledger of what is counted over some. */
  public CellLedger of(Counting.Scope scope) {
    return (cut, asked, budget) ->
        Objects.requireNonNull(
            transaction.execute(status -> charge(cut, scope.code(), asked, budget)));
  }

  private Budget.Verdict charge(Cut cut, String purpose, Set<CellDigest> asked, Budget budget) {
    jdbc.query("SELECT pg_advisory_xact_lock(" + LOCK + ")", row -> {});
    Integer charged =
        jdbc.queryForObject(
            "SELECT count(*) FROM registry.cell_charge WHERE cut = ?", Integer.class, cut.id());
    Set<CellDigest> known = new HashSet<>();
    jdbc.query(
        "SELECT cell FROM registry.cell_charge WHERE cut = ? AND purpose = ? AND cell = ANY (?)",
        row -> {
          known.add(new CellDigest(row.getString(1)));
        },
        cut.id(),
        purpose,
        digests(asked));
    Budget.Verdict verdict = budget.judge(charged == null ? 0 : charged, known, asked);
    if (verdict instanceof Budget.Within within && !within.fresh().isEmpty()) {
      jdbc.update(
          "INSERT INTO registry.cell_charge (cut, purpose, cell) SELECT ?, ?, unnest(?::text[])",
          cut.id(),
          purpose,
          digests(within.fresh()));
    }
    return verdict;
  }

  private static String[] digests(Set<CellDigest> cells) {
    return cells.stream().map(CellDigest::hex).sorted().toArray(String[]::new);
  }
}
