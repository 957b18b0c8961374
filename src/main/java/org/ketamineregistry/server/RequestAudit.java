package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;
import org.hl7.fhir.r4.model.ResourceType;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Appends an entry for a request by which nothing is disclosed or written: it is refused, or is
 * asked for a verdict. The address is somebody's own words: only what is known of it is kept.
 */
@Component
final class RequestAudit {
  private static final Logger LOG = LoggerFactory.getLogger(RequestAudit.class);
  private static final Pattern ADDRESS =
      Pattern.compile("/(?:([A-Z][A-Za-z]{1,40})(?:/([^/$][^/]*))?)?(?:/?(\\$[a-z-]{1,40}))?.*");

  /** Names that somebody may ask for; any other is somebody's own words. */
  private static final Set<String> OPERATIONS =
      Set.of(
          "$ask-network",
          "$asking",
          "$decide",
          "$decide-question",
          "$disclosures",
          "$erase",
          "$evaluate-exact",
          "$evaluate-protected",
          "$events",
          "$everything",
          "$expunge",
          "$export",
          "$extract",
          "$graphql",
          "$import",
          "$meta",
          "$link-pseudonyms",
          "$peer-questions",
          "$reindex",
          "$repeat-erasures",
          "$set-peer-policy",
          "$status",
          "$unlink-pseudonyms",
          "$validate",
          "$viewdefinition-export");

  private final AuditTrail trail;
  private final Clock clock;

  RequestAudit(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /** Appends before the refusal is told. */
  void refused(HttpServletRequest request, Refused refused) {
    int status = refused.status();
    String code =
        refused.problems().stream()
            .map(problem -> problem.code())
            .filter(each -> each.status() == status)
            .map(ErrorCode::code)
            .findFirst()
            .orElse(null);
    append(request, status, code);
  }

  /**
   * Appends where no entry has been appended yet. Nothing was disclosed, so the answer is given
   * though the entry cannot be kept; but the operator must know.
   */
  void append(HttpServletRequest request, int status, @Nullable String refusal) {
    Footprint footprint = Footprint.of(request);
    if (footprint.isSettled() || !WriteDoor.isBelowBase(request)) {
      return; // Above the base there are pages, and no records.
    }
    try {
      trail.append(entry(request, status, refusal));
    } catch (DataAccessException | TransactionException e) {
      LOG.error("The audit has no entry of an answer of {}: {}", status, e.getClass().getName());
    }
    footprint.settle();
  }

  private AuditEntry entry(HttpServletRequest request, int status, @Nullable String refusal) {
    Matcher address = ADDRESS.matcher(request.getRequestURI().substring(WriteDoor.BASE.length()));
    boolean known = address.matches();
    String operation = known ? address.group(3) : null;
    return AuditEntry.answered(
        clock.instant(),
        action(request, operation != null),
        operation == null
            ? interaction(request, known && address.group(2) != null)
            : OPERATIONS.contains(operation) ? operation : "operation",
        Callers.of(request),
        RequestIdFilter.of(request),
        status,
        refusal,
        known ? record(address) : List.of());
  }

  private static AuditAction action(HttpServletRequest request, boolean operation) {
    if (operation) {
      return AuditAction.EXECUTE;
    }
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS" -> AuditAction.READ;
      case "PUT", "PATCH" -> AuditAction.UPDATE;
      case "DELETE" -> AuditAction.DELETE;
      default ->
          request.getRequestURI().endsWith("/_search") ? AuditAction.READ : AuditAction.CREATE;
    };
  }

  private static String interaction(HttpServletRequest request, boolean ofRecord) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS" -> ofRecord ? "read" : "search-type";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> "delete";
      default -> request.getRequestURI().endsWith("/_search") ? "search-type" : "create";
    };
  }

  /** The record that the address names, where it is an id as the registry gives them. */
  private static List<String> record(Matcher address) {
    return Stream.ofNullable(address.group(2))
        .filter(id -> isOurs(id) && EnumUtils.isValidEnum(ResourceType.class, address.group(1)))
        .map(id -> address.group(1) + "/" + id)
        .toList();
  }

  private static boolean isOurs(String id) {
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
