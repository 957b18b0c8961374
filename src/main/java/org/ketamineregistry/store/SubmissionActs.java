package org.ketamineregistry.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.ConsentDecision;
import org.ketamineregistry.consent.Permitted;
import org.ketamineregistry.consent.PermittedEntry;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** What the audit says of a submission. */
final class SubmissionActs {
  private SubmissionActs() {}

  /** A submission was kept. */
  static AuditEntry kept(Permitted permitted, Receipt receipt) {
    var submitted = permitted.validated().submitted();
    boolean safetyOnly = permitted.entries().stream().anyMatch(PermittedEntry::safetyOnly);
    return answered(submitted.incoming(), submitted.shape(), receipt)
        .with(safetyOnly ? ConsentDecision.SAFETY_ONLY : ConsentDecision.PERMITTED);
  }

  /** A submission was answered by the receipt of the same one before. */
  static AuditEntry repeated(Incoming incoming, Receipt first) {
    return answered(incoming, Shape.TRANSACTION, first);
  }

  private static AuditEntry answered(Incoming incoming, Shape shape, Receipt receipt) {
    List<String> results = receipt.resources();
    boolean created = results.stream().allMatch(result -> result.startsWith("201 "));
    AuditAction action =
        shape == Shape.TRANSACTION
            ? AuditAction.EXECUTE
            : created ? AuditAction.CREATE : AuditAction.UPDATE;
    return AuditEntry.done(
        incoming.receivedAt(),
        action,
        interaction(incoming.door(), shape),
        incoming.caller(),
        incoming.requestId(),
        results.stream().map(SubmissionActs::record).toList());
  }

  /** A submission was refused. */
  static AuditEntry refused(
      Incoming incoming, @Nullable Shape shape, List<Problem> problems, int status) {
    String code =
        problems.stream()
            .map(Problem::code)
            .filter(each -> each.status() == status)
            .map(ErrorCode::code)
            .findFirst()
            .orElse(null);
    boolean withoutConsent =
        problems.stream().anyMatch(problem -> problem.code() == ErrorCode.CONSENT_REQUIRED);
    Door door = incoming.door();
    AuditAction action =
        switch (door.kind()) {
          case CREATE -> AuditAction.CREATE;
          case UPDATE -> AuditAction.UPDATE;
          case BUNDLE, VERDICT -> AuditAction.EXECUTE;
        };
    return AuditEntry.answered(
            incoming.receivedAt(),
            action,
            interaction(door, shape),
            incoming.caller(),
            incoming.requestId(),
            status,
            code,
            asked(door))
        .with(withoutConsent ? ConsentDecision.REFUSED : null);
  }

  /** The record that an address names; what is no id of ours might be anything. */
  private static List<String> asked(Door door) {
    return Stream.ofNullable(door.id())
        .filter(SubmissionActs::isOurs)
        .map(id -> door.type() + "/" + id)
        .toList();
  }

  private static boolean isOurs(String id) {
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String interaction(Door door, @Nullable Shape shape) {
    return switch (door.kind()) {
      case CREATE -> "create";
      case UPDATE -> "update";
      case BUNDLE -> shape == Shape.SINGLE || shape == Shape.BATCH ? "batch" : "transaction";
      case VERDICT -> "$validate";
    };
  }

  /** {@code 201 Type/id/_history/1} without its status; what was not changed has no version. */
  private static String record(String result) {
    String location = result.substring(result.indexOf(' ') + 1);
    return Optional.of(location)
        .filter(at -> at.endsWith("/_history/"))
        .map(at -> at.substring(0, at.length() - "/_history/".length()))
        .orElse(location);
  }
}
