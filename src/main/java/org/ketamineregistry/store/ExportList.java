package org.ketamineregistry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.consent.HeldRecord.Kind;
import org.ketamineregistry.store.ReadableRecords.OnFile;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lists of exports: which versions of which records, and no record itself. */
final class ExportList {
  /** As much of the type as a decision about reading goes by. */
  private static final String KIND =
      "CASE WHEN r.resource_type IN ('Patient', 'AdverseEvent') THEN r.resource_type ELSE '' END";

  private static final String SHARING = "COALESCE(r.fact ->> 'kind' = 'sharing-consent', false)";

  private static final String OF_TYPES_AND_OWNER =
      " r.resource_type = ANY (?) AND (?::uuid IS NULL OR r.owner = ? OR r.id = ?)";

  private static final String BY_PATIENT = "r.patient, r.id";

  /** Else the order of the rows would join two exports whose pseudonyms are not the same. */
  private static final String BY_CHANCE = "gen_random_uuid()";

  private final JdbcTemplate jdbc;

  ExportList(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Records about which one decision is made. */
  record Group(@Nullable UUID owner, @Nullable String person, String kind, OnFile record) {
    static Group of(ResultSet row) throws SQLException {
      return new Group(
          row.getObject("owner", UUID.class),
          row.getString("person"),
          row.getString("resource_type"),
          OnFile.of(row));
    }

    boolean isSharing() {
      return record.held().kind() == Kind.SHARING_CONSENT;
    }
  }

  /** A record on the list of an export. */
  record Listed(long position, HeldVersion version) {}

  /**
   * The groups that the records of some types fall into.
   *
   * @param owner the clinic whose records are meant; null for those of all
   */
  List<Group> groups(List<String> types, @Nullable UUID owner) {
    return jdbc.query(
        "SELECT DISTINCT r.owner, r.person, r.safety_only, false AS mixed, "
            + KIND
            + " AS resource_type, "
            + SHARING
            + " AS sharing FROM registry.record r WHERE"
            + OF_TYPES_AND_OWNER,
        (row, number) -> Group.of(row),
        types.toArray(String[]::new),
        owner,
        owner,
        owner);
  }

  /**
   * Lists the current versions of records.
   *
   * @param job whose list it is; that of flat files is in no order
   * @param open the groups of those that may be read now
   * @return how many of each type
   */
  Map<String, Long> add(
      ExportJob job,
      List<String> types,
      @Nullable Instant since,
      @Nullable UUID owner,
      List<Group> open) {
    var condition = since == null ? "" : " AND h.res_updated > ?";
    Object[] values = {
      job.id(),
      open.stream().map(Group::owner).toArray(UUID[]::new),
      open.stream().map(Group::person).toArray(String[]::new),
      open.stream().map(Group::kind).toArray(String[]::new),
      open.stream().map(group -> group.record().held().safetyOnly()).toArray(Boolean[]::new),
      open.stream().map(Group::isSharing).toArray(Boolean[]::new),
      types.toArray(String[]::new),
      owner,
      owner,
      owner
    };
    jdbc.update(
        """
        INSERT INTO registry.export_record (job, resource_type, position, record, version)
        SELECT ?::uuid, r.resource_type, row_number() OVER (ORDER BY r.resource_type, %s), r.id, h.res_ver
        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::boolean[])
          AS g (owner, person, kind, safety_only, sharing)
        JOIN registry.record r ON COALESCE(r.owner::text, '') = COALESCE(g.owner::text, '')
          AND COALESCE(r.person, '') = COALESCE(g.person, '') AND r.safety_only = g.safety_only
          AND %s = g.kind AND %s = g.sharing
        JOIN hfj_resource h ON h.fhir_id = r.id::text AND h.res_type = r.resource_type
        WHERE
        """
                .formatted(job.flat() == null ? BY_PATIENT : BY_CHANCE, KIND, SHARING)
            + OF_TYPES_AND_OWNER
            + condition,
        since == null ? values : with(values, Timestamp.from(since)));
    return count(job.id());
  }

  private static Object[] with(Object[] values, Object one) {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = one;
    return all;
  }

  private Map<String, Long> count(String job) {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.query(
        "SELECT resource_type, count(*) FROM registry.export_record WHERE job = ?::uuid GROUP BY"
            + " resource_type",
        row -> {
          counts.put(row.getString(1), row.getLong(2));
        },
        job);
    return counts;
  }

  /**
   * Some of the records that are listed, and still there.
   *
   * @param after the position before the first of them
   * @param owner the clinic that the requester speaks for; null where it may read those of all
   */
  List<Listed> listed(String job, String type, long after, @Nullable UUID owner, int limit) {
    return jdbc.query(
        """
        SELECT e.position, e.resource_type, e.record AS id, v.pid AS version_key
        FROM registry.export_record e
        JOIN registry.record r ON r.id = e.record
        JOIN hfj_resource h ON h.fhir_id = e.record::text AND h.res_type = e.resource_type
        JOIN hfj_res_ver v ON v.res_id = h.res_id AND v.res_ver = e.version
        WHERE e.job = ?::uuid AND e.resource_type = ? AND e.position > ?
          AND (?::uuid IS NULL OR r.owner = ? OR r.id = ?)
        ORDER BY e.position LIMIT ?
        """,
        (row, number) -> new Listed(row.getLong("position"), HeldVersion.of(row)),
        job,
        type,
        after,
        owner,
        owner,
        owner,
        limit);
  }
}
