package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.consent.Permitted;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.practice.Finding;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Outcomes;
import org.ketamineregistry.refusal.Problem;

/** What submissions are answered by: receipts, and the notices in them. */
final class ReceiptWriter {
  /** Told where a submission made no version. */
  static final Notice UNCHANGED =
      new Notice(
          Notice.Code.UNCHANGED,
          null,
          "Everything that was sent is on record as it is; no version was made.");

  private static final Notice REPEATED =
      new Notice(
          Notice.Code.REPEATED,
          null,
          "The same submission was accepted before; nothing was made again. This is its receipt.");

  private static final Notice SUPERSEDED =
      new Notice(
          Notice.Code.SUPERSEDED,
          null,
          "Another submission changed a record of this one since. What you sent is not what the"
              + " registry holds; if it shall hold again, send it with another"
              + " Bundle.identifier.");

  private final FhirContext context;

  ReceiptWriter(FhirContext context) {
    this.context = context;
  }

  /**
   * The answer to what was accepted before.
   *
   * @param current whether its records are still as it left them
   */
  static Stored repeated(Receipt first, boolean current) {
    return new Stored(first, current ? List.of(REPEATED) : List.of(REPEATED, SUPERSEDED), true);
  }

  /**
   * The receipt of what is kept.
   *
   * @param written what became of each entry, by its index
   */
  Receipt kept(Permitted permitted, Map<Integer, Written> written, List<Notice> notices) {
    Submitted submitted = permitted.validated().submitted();
    boolean bundle = submitted.shape() == Shape.TRANSACTION;
    List<String> resources =
        submitted.entries().stream()
            .map(entry -> Objects.requireNonNull(written.get(entry.index())))
            .map(one -> (one.effect() == Written.Effect.CREATED ? "201 " : "200 ") + one.location())
            .toList();
    return new Receipt(
        UUID.randomUUID().toString(),
        submitted.incoming().receivedAt(),
        permitted.owner(),
        bundle ? submitted.bundleIdentifier().orElse(null) : null,
        bundle ? submitted.contentDigest() : unique(submitted),
        200,
        context.newJsonParser().encodeResourceToString(Outcomes.ofNotices(notices)),
        resources);
  }

  /** A single resource may rightly be sent again after another change, so its digest is its own. */
  private static byte[] unique(Submitted submitted) {
    byte[] digest = submitted.contentDigest();
    UUID salt = UUID.randomUUID();
    return ByteBuffer.allocate(digest.length + 16)
        .put(digest)
        .putLong(salt.getMostSignificantBits())
        .putLong(salt.getLeastSignificantBits())
        .array();
  }

  /** What the rules of good practice found, told at the entry that it is about. */
  static Notice notice(Finding finding, Permitted permitted) {
    String expression =
        permitted.entries().stream()
            .filter(entry -> entry.id().equals(finding.subject()))
            .map(entry -> entry.validated().submitted().expression())
            .findFirst()
            .orElse(null);
    return new Notice(
        Notice.Code.PRACTICE_FINDING,
        expression,
        finding.rule().code()
            + ": "
            + finding.rule().meaning()
            + (finding.detail().isEmpty() ? "" : " In particular: " + finding.detail() + ".")
            + " The record is kept, the finding too.");
  }

  /** The receipt of what is refused. */
  Receipt refused(
      Incoming incoming,
      @Nullable String owner,
      byte[] digest,
      @Nullable String bundleIdentifier,
      List<Problem> problems,
      int status) {
    return new Receipt(
        UUID.randomUUID().toString(),
        incoming.receivedAt(),
        owner,
        bundleIdentifier,
        digest,
        status,
        context.newJsonParser().encodeResourceToString(Outcomes.ofProblems(problems)),
        List.of());
  }
}
