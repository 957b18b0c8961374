package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.store.ReadableRecords.Extent;
import org.springframework.jdbc.core.JdbcTemplate;

/** All records of a patient, as far as a caller may read each of them. */
public final class PatientRecords {
  private static final int BATCH = 500;

  private static final String CURRENT =
      """
      SELECT r.id, r.resource_type, v.pid AS version_key FROM registry.record r
      JOIN hfj_resource h ON h.fhir_id = r.id::text AND h.res_type = r.resource_type
      JOIN hfj_res_ver v ON v.res_id = h.res_id AND v.res_ver = h.res_ver
      """;

  private final JdbcTemplate jdbc;
  private final ReadableRecords readable;
  private final HeldVersions versions;
  private final FhirContext context;

  PatientRecords(
      JdbcTemplate jdbc, ReadableRecords readable, HeldVersions versions, FhirContext context) {
    this.jdbc = jdbc;
    this.readable = readable;
    this.versions = versions;
    this.context = context;
  }

  /**
   * What is asked for.
   *
   * @param patient the id of the Patient resource
   * @param types only records of these types
   * @param since only what was written after it; null for everything
   * @param after the id of the last record of the page before; null for the first page
   * @param count how many records at most
   */
  public record Question(
      String patient,
      Set<String> types,
      @Nullable Instant since,
      @Nullable String after,
      int count) {

    public Question {
      types = Set.copyOf(types);
    }
  }

  /**
   * A page.
   *
   * @param records the current versions, the Patient before all others
   * @param included what these refer to and that is about no patient: clinics, roles, studies
   * @param more whether there is a further page
   */
  public record Page(List<Resource> records, List<Resource> included, boolean more) {}

  /** Whether the caller may read the Patient resource now. */
  public boolean isOpen(String patient, Caller caller) {
    return !readable.among(Set.of(patient), caller, Extent.THE_RECORD).isEmpty();
  }

  /** A page of what the caller may read now, as full as was asked for. */
  public Page page(Question question, Caller caller) {
    List<HeldVersion> found = new ArrayList<>();
    String after = question.after();
    List<HeldVersion> batch;
    do {
      batch = batch(question, after);
      Set<String> open =
          readable.among(batch.stream().map(HeldVersion::id).toList(), caller, Extent.THE_RECORD);
      batch.stream().filter(version -> open.contains(version.id())).forEach(found::add);
      after = batch.isEmpty() ? after : batch.get(batch.size() - 1).id();
    } while (batch.size() == BATCH && found.size() <= question.count());
    boolean more = found.size() > question.count();
    List<Resource> records =
        versions.read(more ? found.subList(0, question.count()) : List.copyOf(found));
    return new Page(records, referredTo(records, question.types(), caller), more);
  }

  private List<HeldVersion> batch(Question question, @Nullable String after) {
    UUID patient = UUID.fromString(question.patient());
    List<Object> values = new ArrayList<>();
    values.add(patient);
    values.add(question.types().toArray(String[]::new));
    var condition = new StringBuilder();
    if (question.since() != null) {
      condition.append(" AND h.res_updated > ?");
      values.add(Timestamp.from(question.since()));
    }
    if (after != null) {
      condition.append(" AND r.id <> ?");
      values.add(patient);
      if (!after.equals(question.patient())) {
        condition.append(" AND r.id > ?");
        values.add(UUID.fromString(after));
      }
    }
    values.add(patient);
    values.add(BATCH);
    return jdbc.query(
        CURRENT
            + "WHERE r.patient = ? AND r.resource_type = ANY (?)"
            + condition
            + " ORDER BY r.id <> ?, r.id LIMIT ?",
        (row, number) -> HeldVersion.of(row),
        values.toArray());
  }

  private List<Resource> referredTo(List<Resource> records, Set<String> types, Caller caller) {
    UUID[] targets =
        records.stream()
            .flatMap(
                record ->
                    context
                        .newTerser()
                        .getAllPopulatedChildElementsOfType(record, IBaseReference.class)
                        .stream())
            .map(reference -> reference.getReferenceElement().getIdPart())
            .filter(Objects::nonNull)
            .distinct()
            .flatMap(id -> uuid(id).stream())
            .toArray(UUID[]::new);
    List<HeldVersion> found =
        jdbc.query(
            CURRENT + "WHERE r.id = ANY (?) AND r.person IS NULL AND r.resource_type = ANY (?)",
            (row, number) -> HeldVersion.of(row),
            targets,
            types.toArray(String[]::new));
    Set<String> open =
        readable.among(found.stream().map(HeldVersion::id).toList(), caller, Extent.THE_RECORD);
    return versions.read(found.stream().filter(one -> open.contains(one.id())).toList());
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // An id of another form is none of ours.
    }
  }
}
