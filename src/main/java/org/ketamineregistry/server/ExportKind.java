package org.ketamineregistry.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportJob;
import org.ketamineregistry.store.ExportOrder;

/**
 * A kind of exports: where they are begun, what can be asked for, who may have it and what their
 * files are. How one begins, is told of, fetched and ended is the same of all ({@link ExportDoor}).
 */
interface ExportKind {
  /** The operation below whose name its exports have their addresses, {@code $export}. */
  String operation();

  /**
   * Whether an export is begun at a path below the base, which has a {@code $} and no {@code %24}.
   */
  boolean isBegunAt(String path);

  /** The names that files of it can have. */
  Pattern files();

  /**
   * Whether it is begun by whoever asks.
   *
   * @throws Refused 403 where it is not
   */
  void requireAccess(Caller caller);

  /** Whether the answers that are no files can be asked for in the formats of FHIR. */
  boolean isNegotiated();

  /**
   * What a request asks for.
   *
   * @param path where it is begun, as {@link #isBegunAt} has it
   * @param body of a POST; empty where there was none
   * @throws Refused where it is not understood, or the caller may not have it
   */
  Asked asked(String path, Exchange exchange, byte[] body, Caller caller);

  /**
   * What was asked for.
   *
   * @param parameters as they were sent, for the audit
   */
  record Asked(OperationParameters parameters, ExportOrder order) {}

  /**
   * Whether an export is of this kind, and a caller may have what its requester asked for, and both
   * may have all of it now.
   */
  boolean covers(Caller caller, ExportJob job);

  /**
   * The files, as its manifest has them.
   *
   * @param at the address below which they are, without a slash at its end
   */
  List<?> listed(ExportJob job, String at);

  /** A file; empty where it has none of the name. */
  Optional<Found> file(ExportJob job, String name, Exchange exchange);

  /** What a file is of. */
  sealed interface Found {}

  /**
   * Of records, which are read when it is fetched.
   *
   * @param type their type
   * @param reach how far the requester's permission goes
   */
  record OfRecords(String type, Reach reach, ExportContent content) implements Found {}

  /**
   * Of no record: JSON that is at hand.
   *
   * @param json as it is sent
   */
  @SuppressWarnings("ArrayRecordComponent") // It is written, and never compared.
  record AtHand(byte[] json) implements Found {}
}
