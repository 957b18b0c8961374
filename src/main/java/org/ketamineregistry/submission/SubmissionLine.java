package org.ketamineregistry.submission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.consent.ConsentGate;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.ingest.Places;
import org.ketamineregistry.ingest.RawDigest;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Raced;
import org.ketamineregistry.store.Receipt;
import org.ketamineregistry.store.Store;
import org.ketamineregistry.store.Stored;
import org.ketamineregistry.validate.Validated;
import org.ketamineregistry.validate.ValidatedEntry;
import org.ketamineregistry.validate.Validation;
import org.ketamineregistry.validate.Verdict;

/** The one way by which anything is written. */
public final class SubmissionLine {
  private static final int ATTEMPTS = 6;

  private final Ingest ingest;
  private final Admission admission;
  private final Validation validation;
  private final ConsentGate gate;
  private final Store store;

  public SubmissionLine(
      Ingest ingest, Access access, Validation validation, ConsentGate gate, Store store) {
    this.ingest = ingest;
    this.admission = new Admission(access);
    this.validation = validation;
    this.gate = gate;
    this.store = store;
  }

  /**
   * Takes a submission. When this returns, its effect and its receipt are durable.
   *
   * @param incoming what came in
   * @return accepted or rejected; a batch entry by entry
   */
  public Answer take(Incoming incoming) {
    Submitted submitted;
    try {
      submitted = ingest.receive(incoming);
    } catch (Refused refused) {
      List<Problem> problems = Places.place(incoming, refused.problems());
      return rejected(incoming, null, RawDigest.of(incoming.body()), null, problems);
    }
    if (submitted.shape() == Shape.BATCH) {
      return batch(submitted);
    }
    return one(submitted);
  }

  /**
   * Says what would be answered now; nothing is written and no receipt is left. What only the write
   * itself decides is not said: a race, a version that {@code If-Match} names, a bundle's
   * identifier that was used before, that a patient was erased.
   *
   * @param submitted what was read at the door by which it would come in
   */
  public Verdict rehearse(Submitted submitted) {
    List<Submitted> parts =
        submitted.shape() == Shape.BATCH ? submitted.split() : List.of(submitted);
    return parts.isEmpty()
        ? Verdict.refused(submitted.problems())
        : Verdict.together(parts.stream().map(this::rehearseOne).toList());
  }

  /**
   * What the same submission was answered before.
   *
   * @throws Refused 403 where the caller may not write what it sends, now as before
   */
  private Optional<Stored> acceptedBefore(Submitted submitted) {
    List<Problem> forbidden = admission.problems(submitted);
    if (!forbidden.isEmpty()) {
      throw new Refused(forbidden);
    }
    return submitted.shape() == Shape.TRANSACTION && submitted.isWhole()
        ? store.acceptedBefore(submitted, gate.clinicOf(submitted.incoming().caller()))
        : Optional.empty();
  }

  private Verdict rehearseOne(Submitted submitted) {
    try {
      Optional<Stored> before = acceptedBefore(submitted);
      if (before.isPresent()) {
        return new Verdict(List.of(), before.get().notices(), List.of());
      }
      Validated validated = validation.check(submitted);
      return new Verdict(
          List.of(),
          gate.permit(validated).notices(),
          validated.entries().stream().map(ValidatedEntry::profile).distinct().toList());
    } catch (Refused refused) {
      return Verdict.refused(Places.place(submitted.incoming(), refused.problems()));
    }
  }

  private Answer batch(Submitted submitted) {
    List<Submitted> parts = submitted.split();
    return parts.isEmpty()
        ? rejected(submitted, new Refused(submitted.problems()))
        : new Answer.Batch(parts.stream().map(this::one).toList());
  }

  private Answer one(Submitted first) {
    Submitted submitted = first;
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<Stored> before = acceptedBefore(submitted);
        if (before.isPresent()) {
          store.recordRepeat(submitted.incoming(), before.get());
          return accepted(before.get());
        }
        return accepted(store.keep(gate.permit(validation.check(submitted))));
      } catch (Refused refused) {
        return rejected(submitted, refused);
      } catch (Raced raced) {
        if (attempt == ATTEMPTS) {
          return rejected(
              submitted,
              Refused.because(
                  ErrorCode.EDIT_CONFLICT,
                  "Other submissions changed the same records at the same time: send this one again."));
        }
        submitted = again(submitted);
      }
    }
  }

  /** The stages change what they hand on, so a decision is made again from the text. */
  private Submitted again(Submitted submitted) {
    Submitted read = ingest.receive(submitted.incoming());
    return read.shape() == Shape.BATCH ? read.split().get(submitted.index()) : read;
  }

  private static Answer accepted(Stored stored) {
    return new Answer.Accepted(stored.receipt(), stored.notices(), stored.repeated());
  }

  /** Places are those of the text as it was sent, though of a batch the entry alone is kept. */
  private Answer rejected(Submitted submitted, Refused refused) {
    return rejected(
        submitted.alone(),
        submitted.shape(),
        submitted.contentDigest(),
        submitted.bundleIdentifier().orElse(null),
        Places.place(submitted.incoming(), refused.problems()));
  }

  /** Whose the receipt of a refusal is; nobody's where the registry does not know the clinic. */
  private @Nullable String clinicOf(Incoming incoming) {
    try {
      return gate.clinicOf(incoming.caller());
    } catch (Refused unknown) {
      return null;
    }
  }

  private Answer rejected(
      Incoming incoming,
      @Nullable Shape shape,
      byte[] digest,
      @Nullable String bundleIdentifier,
      List<Problem> problems) {
    int status = new Refused(problems).status();
    Receipt receipt =
        store.refuse(
            incoming, shape, clinicOf(incoming), digest, bundleIdentifier, problems, status);
    return new Answer.Rejected(receipt, problems);
  }
}
