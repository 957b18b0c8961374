package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.Scopes;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.network.NetworkAsking;
import org.ketamineregistry.network.NetworkAsking.Asker;
import org.ketamineregistry.network.SubTask;

/** What the audit says of questions to the network: that they were put, and each answer. */
final class NetworkEntries {
  private NetworkEntries() {}

  /** The asker of a request. */
  static Asker asker(HttpServletRequest request) {
    Caller caller = Callers.of(request);
    return new Asker(
        caller.client(), caller.user(), caller.role().name(), RequestIdFilter.of(request));
  }

  /** An entry of what the caller did with an asking. */
  static AuditEntry of(
      HttpServletRequest request, AuditAction action, String interaction, String id, Instant now) {
    return AuditEntry.answered(
        now,
        action,
        interaction,
        Callers.of(request),
        RequestIdFilter.of(request),
        200,
        null,
        List.of("Task/" + id));
  }

  /** An entry of a member's answer; its sub-task tells the member. */
  static AuditEntry answered(NetworkAsking asking, SubTask task, Instant now) {
    Asker asker = asking.asker();
    return AuditEntry.done(
        now,
        AuditAction.EXECUTE,
        "$evaluate-protected",
        new Caller(
            asker.client(),
            asker.user(),
            Role.valueOf(asker.role()),
            null,
            null,
            Scopes.EVERYTHING),
        asker.request(),
        List.of("Task/" + asking.id(), "Task/" + task.id()));
  }
}
