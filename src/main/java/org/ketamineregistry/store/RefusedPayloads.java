package org.ketamineregistry.store;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.store.ReceiptTable.Payload;

/** Which payloads of refused submissions are kept, and how. */
final class RefusedPayloads {
  private final PayloadCipher cipher;
  private final Duration retention;

  RefusedPayloads(PayloadCipher cipher, Duration retention) {
    this.cipher = cipher;
    this.retention = retention;
  }

  /**
   * The payload of a submission, ready to be kept.
   *
   * @return null where the payload names a person, or where nothing is to be retained
   */
  @Nullable Payload of(Incoming incoming, List<Problem> problems) {
    boolean identifying =
        problems.stream().anyMatch(problem -> problem.code() == ErrorCode.DIRECT_IDENTIFIER);
    return identifying || retention.isZero()
        ? null
        : new Payload(
            cipher.encrypt(incoming.body()),
            incoming.format().mediaType(),
            incoming.receivedAt().plus(retention));
  }
}
