package org.ketamineregistry.store;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.consent.Clinics;
import org.ketamineregistry.consent.Disclosure;
import org.ketamineregistry.consent.HeldRecord;
import org.ketamineregistry.consent.HeldRecord.Kind;
import org.ketamineregistry.consent.Reading;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which records a caller may read, as the patients' decisions stand now. Whatever is asked about is
 * looked up in one query, and the decisions about it in another, however many records they are.
 */
public final class ReadableRecords {
  /** A count would take this many rows of memory; whoever asks about more narrows the search. */
  private static final int MOST_COUNTED = 1_000_000;

  private static final String ABOUT =
      """
      r.owner, r.person, r.resource_type, r.safety_only,
        COALESCE(r.fact ->> 'kind' = 'sharing-consent', false) AS sharing,
        EXISTS (SELECT FROM registry.record s WHERE s.person = r.person AND s.safety_only) AS mixed
      """;

  private final JdbcTemplate jdbc;
  private final Records records;
  private final Clinics clinics;
  private final DaoRegistry daos;
  private final Supplier<RuleSet> rules;
  private final Clock clock;

  ReadableRecords(
      JdbcTemplate jdbc, Records records, DaoRegistry daos, Supplier<RuleSet> rules, Clock clock) {
    this.jdbc = jdbc;
    this.records = records;
    clinics = new Clinics(records);
    this.daos = daos;
    this.rules = rules;
    this.clock = clock;
  }

  /** What must be open to a caller, so that a record is shown. */
  public enum Extent {
    THE_RECORD,
    /**
     * Every record of its person at its clinic: where a search goes by what other records of the
     * person say, being found tells what they say.
     */
    ALL_OF_ITS_PERSON
  }

  /** A record on file; {@code mixed} where the person has some that are kept for safety alone. */
  record OnFile(@Nullable String owner, @Nullable String person, HeldRecord held, boolean mixed) {

    static OnFile of(ResultSet row) throws SQLException {
      String person = row.getString("person");
      var held =
          new HeldRecord(
              kind(person, row.getString("resource_type"), row.getBoolean("sharing")),
              row.getBoolean("safety_only"));
      return new OnFile(row.getString("owner"), person, held, row.getBoolean("mixed"));
    }

    private static Kind kind(@Nullable String person, String type, boolean sharing) {
      if (person == null) {
        return Kind.ABOUT_NO_PERSON;
      }
      return switch (type) {
        case "Patient" -> Kind.PATIENT;
        case "AdverseEvent" -> Kind.ADVERSE_EVENT;
        default -> sharing ? Kind.SHARING_CONSENT : Kind.OTHER;
      };
    }

    /** What must be permitted. */
    Stream<HeldRecord> needed(Extent extent) {
      if (extent == Extent.THE_RECORD || person == null) {
        return Stream.of(held);
      }
      var any = new HeldRecord(Kind.OTHER, false);
      return mixed ? Stream.of(any, new HeldRecord(Kind.OTHER, true)) : Stream.of(any);
    }
  }

  private record Found(String id, OnFile record) {}

  private record Counted(OnFile record, int often) {}

  /** Those of the records that the caller may read. What is not on record is not among them. */
  public Set<String> among(Collection<String> ids, Caller caller, Extent extent) {
    List<Found> found =
        jdbc.query(
            "SELECT r.id, " + ABOUT + " FROM registry.record r WHERE r.id = ANY (?)",
            (row, number) -> new Found(row.getString("id"), OnFile.of(row)),
            (Object) ids.stream().flatMap(ReadableRecords::uuid).toArray(UUID[]::new));
    return open(found, Found::record, caller, extent)
        .map(Found::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * How many of the records that a search finds the caller may read.
   *
   * @param within the partitions that the caller may read from
   * @throws Refused 400 where it finds too many to count
   */
  public int count(
      String type,
      SearchParameterMap search,
      Caller caller,
      Extent extent,
      RequestPartitionId within) {
    SearchParameterMap all = search.clone();
    all.setSummaryMode(null);
    all.setSearchTotalMode(null);
    all.setCount(null);
    all.setOffset(null);
    all.setSort(null);
    all.setIncludes(Set.of());
    all.setRevIncludes(Set.of());
    all.setLoadSynchronousUpTo(MOST_COUNTED);
    List<JpaPid> found =
        daos.getResourceDao(type)
            .searchForIds(all, SystemRequestDetails.forRequestPartitionId(within));
    if (found.size() >= MOST_COUNTED) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "The search finds too many records to count them: narrow it, by a date for example.");
    }
    List<Counted> groups =
        jdbc.query(
            "SELECT count(*) AS often, "
                + ABOUT
                + """
                FROM hfj_resource h JOIN registry.record r ON r.id = h.fhir_id::uuid
                WHERE h.res_id = ANY (?)
                GROUP BY r.owner, r.person, r.resource_type, r.safety_only, sharing
                """,
            (row, number) -> new Counted(OnFile.of(row), row.getInt("often")),
            (Object) JpaPid.toLongList(found).toArray(Long[]::new));
    return open(groups, Counted::record, caller, extent).mapToInt(Counted::often).sum();
  }

  /**
   * The query of a search that is under way, by the token of its pages, {@code Type?…}; empty where
   * there is none.
   */
  public Optional<String> searchUnderWay(String token) {
    return jdbc
        .queryForList(
            "SELECT resource_type || COALESCE(search_query_string_vc, '') FROM hfj_search WHERE"
                + " search_uuid = ?",
            String.class,
            token)
        .stream()
        .findFirst();
  }

  /** Those of what was found that the caller may read, in their order. */
  <T> Stream<T> open(List<T> found, Function<T, OnFile> record, Caller caller, Extent extent) {
    Instant now = clock.instant();
    LawfulBasis basis = rules.get().lawfulBasis();
    Set<String> persons =
        found.stream()
            .flatMap(one -> Stream.ofNullable(record.apply(one).person()))
            .collect(Collectors.toSet());
    boolean asked = basis != LawfulBasis.STATUTORY || caller.purpose() == Purpose.RESEARCH;
    Map<String, Map<String, SharingConsent>> decisions =
        asked ? records.sharing(persons) : Map.of();
    Optional<String> clinic = clinics.of(caller);
    return found.stream()
        .filter(
            one -> {
              OnFile file = record.apply(one);
              var reading =
                  Reading.by(caller, clinic.filter(id -> id.equals(file.owner())).isPresent());
              Collection<SharingConsent> consents =
                  file.person() == null
                      ? List.of()
                      : decisions.getOrDefault(file.person(), Map.of()).values();
              return file.needed(extent)
                  .allMatch(
                      held ->
                          Disclosure.decide(held, reading, basis, consents, now)
                              == Disclosure.PERMITTED);
            });
  }

  private static Stream<UUID> uuid(String id) {
    try {
      return Stream.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Stream.empty(); // An id of another form is none of ours.
    }
  }
}
