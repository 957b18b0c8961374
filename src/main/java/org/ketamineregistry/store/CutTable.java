package org.ketamineregistry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.springframework.jdbc.core.JdbcTemplate;

/** The cuts that were made, by the day of each. */
final class CutTable {
  private static final String SELECT =
      "SELECT id, moment, made_at, copy, basis, persons FROM registry.cut";

  private final JdbcTemplate jdbc;

  CutTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<MadeCut> all() {
    return jdbc.query(SELECT + " ORDER BY id", (row, number) -> cut(row));
  }

  /** A cut, which stays until the open transaction ends; empty where it was not made. */
  Optional<MadeCut> held(LocalDate id) {
    return jdbc.query(SELECT + " WHERE id = ? FOR SHARE", (row, number) -> cut(row), id).stream()
        .findFirst();
  }

  void add(MadeCut cut) {
    jdbc.update(
        "INSERT INTO registry.cut (id, moment, made_at, copy, basis, persons)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        cut.id(),
        Timestamp.from(cut.moment()),
        Timestamp.from(cut.madeAt()),
        cut.copy(),
        cut.basis().code(),
        cut.persons());
  }

  /** Removes cuts, with the record of what was told of them. */
  void remove(Collection<LocalDate> ids) {
    jdbc.update(
        "DELETE FROM registry.cut WHERE id = ANY (?::date[])",
        (Object) ids.stream().map(LocalDate::toString).toArray(String[]::new));
  }

  private static MadeCut cut(ResultSet row) throws SQLException {
    return new MadeCut(
        row.getObject(1, LocalDate.class),
        row.getTimestamp(2).toInstant(),
        row.getTimestamp(3).toInstant(),
        row.getString(4),
        LawfulBasis.valueOf(row.getString(5).toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getLong(6));
  }
}
