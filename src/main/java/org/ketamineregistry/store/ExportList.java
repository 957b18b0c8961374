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

  /** A clinic and what it submitted, or a study and what is on record of its subjects. */
  private static final String OF_GROUP =
      """
       AND (?::uuid IS NULL OR r.owner = ? OR r.id = ? OR COALESCE(r.patient, r.id) IN (
        SELECT s.patient FROM registry.record s
        JOIN hfj_resource h ON h.fhir_id = s.id::text AND h.res_type = 'ResearchSubject'
        JOIN hfj_res_link l ON l.src_resource_id = h.res_id
        JOIN hfj_resource t ON t.res_id = l.target_resource_id AND t.res_type = 'ResearchStudy'
        WHERE s.resource_type = 'ResearchSubject' AND t.fhir_id = ?::text))
      """;

  private static final String GROUPS =
      """
      SELECT count(*) FROM registry.record r WHERE r.id = ? AND r.resource_type IN ('Organization', 'ResearchStudy')
        AND (?::uuid IS NULL OR r.owner = ? OR r.id = ?)
      """;

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
   * @param group the clinic or the study whose patients are meant; null for everybody
   */
  List<Group> groups(List<String> types, @Nullable UUID owner, @Nullable UUID group) {
    return jdbc.query(
        "SELECT DISTINCT r.owner, r.person, r.safety_only, false AS mixed, "
            + KIND
            + " AS resource_type, "
            + SHARING
            + " AS sharing FROM registry.record r WHERE"
            + OF_TYPES_AND_OWNER
            + OF_GROUP,
        (row, number) -> Group.of(row),
        types.toArray(String[]::new),
        owner,
        owner,
        owner,
        group,
        group,
        group,
        group);
  }

  /** Whether there is a group, and the clinic that asks, or anybody, may know it. */
  boolean hasGroup(UUID group, @Nullable UUID owner) {
    Long found = jdbc.queryForObject(GROUPS, Long.class, group, owner, owner, owner);
    return found != null && found > 0;
  }

  /**
   * Takes off the list what a filter did not find.
   *
   * @param found the keys by which HAPI knows what was found
   */
  void keepOnly(String job, String type, Long[] found) {
    jdbc.update(
        """
        DELETE FROM registry.export_record e USING hfj_resource h
        WHERE e.job = ?::uuid AND e.resource_type = ? AND h.fhir_id = e.record::text
          AND h.res_type = e.resource_type AND NOT h.res_id = ANY (?)
        """,
        job,
        type,
        found);
  }

  /**
   * Lists the current versions of records.
   *
   * @param job whose list it is; that of flat files is in no order
   * @param open the groups of those that may be read now
   */
  void add(ExportJob job, ExportOrder order, @Nullable UUID owner, List<Group> open) {
    Instant since = order.since();
    UUID group = order.group();
    var condition = since == null ? "" : " AND h.res_updated > ?";
    Object[] values = {
      job.id(),
      open.stream().map(Group::owner).toArray(UUID[]::new),
      open.stream().map(Group::person).toArray(String[]::new),
      open.stream().map(Group::kind).toArray(String[]::new),
      open.stream().map(one -> one.record().held().safetyOnly()).toArray(Boolean[]::new),
      open.stream().map(Group::isSharing).toArray(Boolean[]::new),
      order.types().toArray(String[]::new),
      owner,
      owner,
      owner,
      group,
      group,
      group,
      group
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
            + OF_GROUP
            + condition,
        since == null ? values : with(values, Timestamp.from(since)));
  }

  private static Object[] with(Object[] values, Object one) {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = one;
    return all;
  }

  /** How many records of each type are listed. */
  Map<String, Long> count(String job) {
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
