package org.ketamineregistry.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.projection.Column;
import org.ketamineregistry.projection.View;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table of a view in the schema {@code flat}. A row says of which version of which resource it
 * is, whose that is, and what the view has. A day or a moment stands twice: as the first moment
 * that it may mean, and as it was written, from which precision and calendar are read.
 */
final class FlatTable {
  /** What every row begins with; person and clinic are those of the record. */
  private static final String FRAME = "resource_id, resource_version, row_index, person, clinic";

  private final View view;
  private final List<FlatColumn> columns;
  private final String insert;
  private final String delete;
  private final String differences;

  FlatTable(View view) {
    this.view = view;
    columns = view.columns().stream().flatMap(FlatTable::columns).toList();
    String table = "flat." + view.name();
    String names = columns.stream().map(one -> ", " + one.name()).collect(Collectors.joining());
    String wanted =
        """
        SELECT u.resource_id, u.resource_version, u.row_index, r.person, r.owner%s
        FROM unnest(?::uuid[], ?::integer[], ?::integer[]%s) AS u (resource_id, resource_version, row_index%s)
        JOIN registry.record r ON r.id = u.resource_id
        """
            .formatted(
                columns.stream().map(one -> ", u." + one.name()).collect(Collectors.joining()),
                columns.stream()
                    .map(one -> ", ?::" + one.sqlType() + "[]")
                    .collect(Collectors.joining()),
                names);
    String held =
        "SELECT %s%s FROM %s WHERE resource_id = ANY (?::uuid[])".formatted(FRAME, names, table);
    insert = "INSERT INTO %s (%s%s) %s".formatted(table, FRAME, names, wanted);
    delete = "DELETE FROM %s WHERE resource_id = ANY (?::uuid[])".formatted(table);
    differences =
        """
        WITH wanted AS (%s), held AS (%s)
        SELECT DISTINCT resource_id FROM (
          (SELECT * FROM wanted EXCEPT ALL SELECT * FROM held)
          UNION ALL (SELECT * FROM held EXCEPT ALL SELECT * FROM wanted)) AS other ORDER BY resource_id
        """
            .formatted(wanted, held);
  }

  private static Stream<FlatColumn> columns(Column column) {
    return FlatColumn.of(column).stream();
  }

  View view() {
    return view;
  }

  List<FlatColumn> columns() {
    return columns;
  }

  /** Puts the rows of resources in place of those that are held of them. */
  void replace(JdbcTemplate jdbc, Collection<FlatResource> resources) {
    String[] changed =
        resources.stream().filter(one -> !one.isNew()).map(FlatResource::id).toArray(String[]::new);
    if (changed.length > 0) {
      jdbc.update(delete, (Object) changed);
    }
    Rows rows = rows(resources);
    if (rows.size() > 0) {
      jdbc.update(insert, rows.parameters());
    }
  }

  /**
   * The ids of those resources whose rows are not the ones that the view makes.
   *
   * @param ids of all records that were looked at, with a resource or without
   */
  List<UUID> differences(
      JdbcTemplate jdbc, Collection<String> ids, Collection<FlatResource> resources) {
    List<Object> parameters = new ArrayList<>(List.of(rows(resources).parameters()));
    parameters.add(ids.toArray(String[]::new));
    return jdbc.queryForList(differences, UUID.class, parameters.toArray());
  }

  int count(Collection<FlatResource> resources) {
    return rows(resources).size();
  }

  private Rows rows(Collection<FlatResource> resources) {
    Rows rows = new Rows(columns.size());
    for (FlatResource one : resources) {
      int index = 0;
      for (List<@Nullable Object> cells : view.rows(one.resource())) {
        rows.add(one, index, FlatColumn.texts(view.columns(), cells));
        index++;
      }
    }
    return rows;
  }

  @Override
  public String toString() {
    return view.name().toLowerCase(Locale.ROOT);
  }

  /** Rows as one array for each column: PostgreSQL takes them in one statement. */
  private static final class Rows {
    private final List<List<@Nullable String>> columns = new ArrayList<>();

    Rows(int width) {
      for (int i = 0; i < width + 3; i++) {
        columns.add(new ArrayList<>());
      }
    }

    void add(FlatResource of, int index, List<@Nullable String> cells) {
      columns.get(0).add(of.id());
      columns.get(1).add(of.version());
      columns.get(2).add(Integer.toString(index));
      for (int i = 0; i < cells.size(); i++) {
        columns.get(i + 3).add(cells.get(i));
      }
    }

    int size() {
      return columns.get(0).size();
    }

    Object[] parameters() {
      return columns.stream().map(column -> column.toArray(String[]::new)).toArray();
    }
  }
}
