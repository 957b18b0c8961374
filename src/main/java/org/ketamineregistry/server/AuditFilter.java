package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;
import org.hl7.fhir.r4.model.ResourceType;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sees that every request below the FHIR base leaves an entry. What discloses or writes has
 * appended its own before it is answered; what is left are refusals, whoever refused, and verdicts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AuditFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
  private static final Pattern ADDRESS =
      Pattern.compile("/(?:([A-Z][A-Za-z]{1,40})(?:/([^/$][^/]*))?)?(?:/?(\\$[a-z-]{1,40}))?.*");
  private static final int FIRST_ERROR = 400;

  /** Names that somebody may ask for; any other is somebody's own words. */
  private static final Set<String> OPERATIONS =
      Set.of(
          "$disclosures", "$everything", "$expunge", "$export", "$graphql", "$import", "$meta",
          "$link-pseudonyms", "$reindex", "$unlink-pseudonyms", "$validate");

  private final AuditTrail trail;
  private final Clock clock;

  AuditFilter(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WriteDoor.isBelowBase(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Footprint footprint = Footprint.of(request);
    chain.doFilter(request, response);
    boolean open = RegistryApi.isAddressed(request) && response.getStatus() < FIRST_ERROR;
    if (!footprint.isSettled() && !open) {
      append(entry(request, response.getStatus(), footprint));
    }
  }

  /** Nothing was disclosed, so the answer need not wait; but the operator must know. */
  private void append(AuditEntry entry) {
    try {
      trail.append(entry);
    } catch (DataAccessException | TransactionException e) {
      LOG.error(
          "The audit could not be appended to, of an answer of {}: {}",
          entry.status(),
          e.getClass().getName());
    }
  }

  private AuditEntry entry(HttpServletRequest request, int status, Footprint footprint) {
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
        footprint.refusal(),
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
