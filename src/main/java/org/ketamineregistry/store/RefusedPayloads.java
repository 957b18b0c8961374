package org.ketamineregistry.store;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.store.ReceiptTable.Payload;

/** Which payloads of refused submissions are kept, and how. */
final class RefusedPayloads {
  /** It names a person, or is about one who was erased. */
  private static final Set<ErrorCode> NOT_TO_BE_KEPT =
      EnumSet.of(ErrorCode.DIRECT_IDENTIFIER, ErrorCode.PERSON_ERASED);

  private final PayloadCipher cipher;
  private final Duration retention;

  RefusedPayloads(PayloadCipher cipher, Duration retention) {
    this.cipher = cipher;
    this.retention = retention;
  }

  /**
   * The payload of a submission, ready to be kept.
   *
   * @return null where the payload names a person or is about one who was erased, or where nothing
   *     is to be retained
   */
  @Nullable Payload of(Incoming incoming, List<Problem> problems) {
    boolean identifying = problems.stream().map(Problem::code).anyMatch(NOT_TO_BE_KEPT::contains);
    return identifying || retention.isZero()
        ? null
        : new Payload(
            cipher.encrypt(incoming.body()),
            incoming.format().mediaType(),
            incoming.receivedAt().plus(retention));
  }
}
