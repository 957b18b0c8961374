package org.ketamineregistry.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.audit.AuditedQuery;
import org.ketamineregistry.consent.Clinics;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportList.Group;
import org.ketamineregistry.store.ExportList.Listed;
import org.ketamineregistry.store.ReadableRecords.Extent;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exports of records. When one begins, its requester and the list of its records are frozen, in one
 * transaction; no record is copied. What a file holds is read when it is fetched, and the patients'
 * decisions are asked again then (R16, {@code docs/adr/013-no-subscriptions.md}).
 */
public final class Exports {
  static final int PAGE = 250;
  private static final int ACCEPTED = 202;

  private final TransactionTemplate transaction;
  private final ExportTable table;
  private final ExportList list;
  private final ExportFilters filters;
  private final ReadableRecords readable;
  private final HeldVersions versions;
  private final ErasureTable erasures;
  private final Clinics clinics;
  private final ExportSettings settings;
  private final AuditTrail audit;
  private final Clock clock;

  Exports(
      TransactionTemplate transaction,
      ExportTable table,
      ExportList list,
      ExportFilters filters,
      ReadableRecords readable,
      HeldVersions versions,
      ErasureTable erasures,
      Clinics clinics,
      ExportSettings settings,
      AuditTrail audit,
      Clock clock) {
    this.transaction = transaction;
    this.table = table;
    this.list = list;
    this.filters = filters;
    this.readable = readable;
    this.versions = versions;
    this.erasures = erasures;
    this.clinics = clinics;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A part of a file.
   *
   * @param resources what may be shown of it, as it was when the export began
   * @param position where the next part begins
   * @param last whether there is no further part
   */
  public record Part(List<Resource> resources, long position, boolean last) {}

  /**
   * Begins an export: lists the current versions of what the requester may read now.
   *
   * @param request the id of the request
   * @throws Refused 429 where the client has as many as it may, 403 where the registry does not
   *     know the requester's clinic, 404 where there is no such group, 400 where a filter is not
   *     understood
   */
  public ExportJob begin(
      ExportOrder order, Caller requester, String request, @Nullable AuditedQuery query) {
    // Searches take time, and nobody gets them for an export that would be refused.
    refuseOneTooMany(requester.client(), clock.instant());
    Map<String, Long[]> found = new TreeMap<>();
    order.filters().forEach((type, searches) -> found.put(type, filters.found(type, searches)));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              audit.append(
                  AuditEntry.answered(
                          clock.instant(),
                          AuditAction.EXECUTE,
                          ExportJob.operation(order.flat()),
                          requester,
                          request,
                          ACCEPTED,
                          null,
                          List.of())
                      .with(query));
              return begin(order, requester, found);
            }));
  }

  private ExportJob begin(ExportOrder order, Caller requester, Map<String, Long[]> found) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    table.lock(requester.client());
    refuseOneTooMany(requester.client(), now);
    // Else an erased record could be listed after the erasure has looked for it.
    erasures.lockIn();
    var job =
        new ExportJob(
            UUID.randomUUID().toString(),
            requester,
            order.level(),
            order.query(),
            table.completeTo(now),
            now.plus(settings.kept()),
            Map.of(),
            order.flat());
    table.add(job);
    UUID owner = owner(requester, order.reach());
    refuseUnknownGroup(order.group(), owner);
    List<Group> groups = list.groups(order.types(), owner, order.group());
    List<Group> open = readable.open(groups, Group::record, requester, Extent.THE_RECORD).toList();
    list.add(job, order, owner, open);
    found.forEach((type, keys) -> list.keepOnly(job.id(), type, keys));
    Map<String, Long> listed = list.count(job.id());
    table.count(job.id(), listed);
    return new ExportJob(
        job.id(),
        requester,
        job.level(),
        job.query(),
        job.completeTo(),
        job.expiresAt(),
        listed,
        job.flat());
  }

  private void refuseUnknownGroup(@Nullable UUID group, @Nullable UUID owner) {
    if (group != null && !list.hasGroup(group, owner)) {
      throw Refused.because(
          ErrorCode.NOT_FOUND,
          "There is no such group: the id of a clinic's Organization means its patients, that of a"
              + " ResearchStudy its subjects.");
    }
  }

  private void refuseOneTooMany(String client, Instant now) {
    List<Instant> expiries = table.expiries(client, now);
    if (expiries.size() >= settings.openPerClient()) {
      throw Refused.after(
          Math.max(1, now.until(expiries.get(0), ChronoUnit.SECONDS)),
          ErrorCode.TOO_MANY_EXPORTS,
          "The client has as many exports as it may have at a time: cancel one that is done with by"
              + " DELETE at its address, or wait for the seconds that Retry-After names.");
    }
  }

  /** The export with an id; empty where there is none, or it has expired. */
  public Optional<ExportJob> of(String id) {
    return table.of(UUID.fromString(id), clock.instant());
  }

  /**
   * A part of the file of a type, with what the requester may still read.
   *
   * @param after the position of the part before; 0 for the first
   */
  public Part part(ExportJob job, String type, Reach reach, long after) {
    List<Listed> listed = list.listed(job.id(), type, after, owner(job.requester(), reach), PAGE);
    List<String> ids = listed.stream().map(one -> one.version().id()).toList();
    Set<String> open =
        ids.isEmpty() ? Set.of() : readable.among(ids, job.requester(), Extent.THE_RECORD);
    List<Resource> resources =
        versions.read(
            listed.stream()
                .map(Listed::version)
                .filter(version -> open.contains(version.id()))
                .collect(Collectors.toList()));
    return new Part(
        resources,
        listed.isEmpty() ? after : listed.get(listed.size() - 1).position(),
        listed.size() < PAGE);
  }

  private @Nullable UUID owner(Caller requester, Reach reach) {
    return switch (reach) {
      case ALL -> null;
      case OWN -> UUID.fromString(clinics.of(requester).orElseThrow());
      case ANY, NONE -> throw new IllegalArgumentException("Nothing is exported so far");
    };
  }

  /** Ends an export. */
  public void cancel(ExportJob job, Caller caller, String request) {
    transaction.executeWithoutResult(
        status -> {
          table.remove(job.id());
          audit.append(
              AuditEntry.answered(
                  clock.instant(),
                  AuditAction.DELETE,
                  job.operation(),
                  caller,
                  request,
                  ACCEPTED,
                  null,
                  List.of()));
        });
  }

  /**
   * Removes what has expired.
   *
   * @return how many exports
   */
  public int sweep() {
    return table.removeExpired(clock.instant());
  }
}
