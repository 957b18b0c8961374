package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.consent.Permitted;
import org.ketamineregistry.consent.PermittedEntry;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.ingest.Action;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.Submitted.Shape;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.practice.Fact;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what is permitted: resources, what the rules need, findings and the receipt, all or none.
 */
public final class Store {
  private final FhirContext context;
  private final ResourceWriters writers;
  private final ClinicPartitions partitions;
  private final TransactionTemplate transaction;
  private final RecordTable records;
  private final ReceiptTable receipts;
  private final ReceiptWriter receiptWriter;
  private final Findings findings;
  private final ReviewTable reviews;
  private final Outbox outbox;
  private final RefusedPayloads payloads;
  private final AuditTrail audit;
  private final Erasure erasure;

  Store(
      FhirContext context,
      ResourceWriters writers,
      ClinicPartitions partitions,
      TransactionTemplate transaction,
      RecordTable records,
      ReceiptTable receipts,
      Findings findings,
      ReviewTable reviews,
      Outbox outbox,
      RefusedPayloads payloads,
      AuditTrail audit,
      Erasure erasure) {
    this.context = context;
    this.writers = writers;
    this.partitions = partitions;
    this.transaction = transaction;
    this.records = records;
    this.receipts = receipts;
    receiptWriter = new ReceiptWriter(context);
    this.findings = findings;
    this.reviews = reviews;
    this.outbox = outbox;
    this.payloads = payloads;
    this.audit = audit;
    this.erasure = erasure;
  }

  /**
   * The receipt of the same content, where it was accepted before.
   *
   * @param owner of which clinic; null for whichever
   */
  public Optional<Stored> acceptedBefore(Submitted submitted, @Nullable String owner) {
    return receipts
        .acceptedBefore(submitted.contentDigest(), owner)
        .map(
            first ->
                ReceiptWriter.repeated(
                    first,
                    receipts.isCurrent(
                        first, entry -> isOfItsSender(submitted.entries().get(entry)))));
  }

  /** What was only to be there, and is created once, may be changed by anybody of the clinic. */
  private static boolean isOfItsSender(SubmittedEntry entry) {
    return entry.action().kind() == Action.Kind.UPDATE || entry.action().condition() == null;
  }

  /**
   * Keeps a submission.
   *
   * @throws Raced where another submission came in between; nothing is written
   * @throws Refused 412 where an update names a version that is no longer current; 409 where the
   *     clinic used the bundle's identifier for other content; 422 where a person was erased
   */
  public Stored keep(Permitted permitted) {
    try {
      return Objects.requireNonNull(transaction.execute(status -> write(permitted)));
    } catch (ResourceVersionConflictException e) {
      if (namesVersion(permitted)) {
        throw Refused.because(
            ErrorCode.VERSION_MISMATCH,
            "The version that If-Match names is no longer current: read the record again and repeat"
                + " the change.");
      }
      throw new Raced();
    } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
      throw new Raced();
    }
  }

  /** Records that a submission was answered by the receipt of the same one before. */
  public void recordRepeat(Incoming incoming, Stored before) {
    audit.append(SubmissionActs.repeated(incoming, before.receipt()));
  }

  /**
   * Records that a submission was refused, with its payload where that may be kept.
   *
   * @param shape what was sent; null where it could not be read
   * @param owner the clinic that the caller speaks for; null where it speaks for none
   */
  public Receipt refuse(
      Incoming incoming,
      @Nullable Shape shape,
      @Nullable String owner,
      byte[] digest,
      @Nullable String bundleIdentifier,
      List<Problem> problems,
      int status) {
    Receipt receipt =
        receiptWriter.refused(incoming, owner, digest, bundleIdentifier, problems, status);
    var payload = payloads.of(incoming, problems);
    transaction.executeWithoutResult(
        done -> {
          receipts.put(receipt, payload);
          audit.append(SubmissionActs.refused(incoming, shape, problems, status));
        });
    return receipt;
  }

  private Stored write(Permitted permitted) {
    erasure.admit(permitted.entries(), permitted.owner());
    List<PermittedEntry> changed =
        permitted.entries().stream().filter(entry -> entry.plan() != Plan.KEEP).toList();
    records.claim(changed, permitted.owner());
    Set<String> patients = toReview(changed);
    if (!patients.isEmpty()) {
      records.lock(patients);
    }
    openPartitions(changed);
    Map<Integer, Written> written = new HashMap<>();
    var notices = new ArrayList<>(permitted.notices());
    writers
        .writing(
            permitted.owner(),
            writer -> {
              for (PermittedEntry entry : permitted.entries()) {
                written.put(entry.validated().submitted().index(), write(entry, permitted, writer));
              }
              records.put(
                  changed,
                  permitted.owner(),
                  permitted.validated().submitted().incoming().receivedAt());
              records.release(permitted.entries());
              outbox.kept(changed);
              reviewElsewhere(changed);
              return findings.review(patients, writer);
            })
        .found()
        .forEach(finding -> notices.add(ReceiptWriter.notice(finding, permitted)));
    if (written.values().stream().allMatch(one -> one.effect() == Written.Effect.UNCHANGED)) {
      notices.add(ReceiptWriter.UNCHANGED);
    }
    Receipt receipt = receiptWriter.kept(permitted, written, notices);
    if (!receipts.put(receipt, null)) {
      throw putBefore(receipt);
    }
    audit.append(SubmissionActs.kept(permitted, receipt));
    return new Stored(receipt, notices, false);
  }

  /** A bundle's identifier is the clinic's own: two clinics may use the same. */
  private RuntimeException putBefore(Receipt receipt) {
    String identifier = receipt.bundleIdentifier();
    Optional<Receipt> first =
        identifier == null ? Optional.empty() : receipts.acceptedUnder(identifier, receipt.owner());
    return first
        .filter(other -> !Arrays.equals(other.digest(), receipt.digest()))
        .<RuntimeException>map(
            other ->
                Refused.because(
                    ErrorCode.BUNDLE_IDENTIFIER_REUSED,
                    "A bundle with this identifier and other content was accepted as Task/"
                        + other.id()
                        + ": give a correction an identifier of its own."))
        .orElseGet(Raced::new);
  }

  /** The patients of whom the rules may now say something else. */
  private static Set<String> toReview(List<PermittedEntry> changed) {
    return changed.stream()
        .filter(entry -> entry.fact() != null || entry.plan() == Plan.UPDATE)
        .map(PermittedEntry::patient)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private void openPartitions(List<PermittedEntry> changed) {
    changed.stream()
        .filter(entry -> entry.plan() == Plan.CREATE)
        .filter(entry -> entry.validated().type().equals("Organization"))
        .forEach(entry -> partitions.open(entry.id()));
  }

  /** What a clinic or a person is told to be now concerns patients whom nobody has locked here. */
  private void reviewElsewhere(List<PermittedEntry> changed) {
    for (PermittedEntry entry : changed) {
      if (entry.fact() instanceof Fact.Clinic && entry.plan() == Plan.UPDATE) {
        reviews.dueForClinic(entry.id());
      } else if (entry.fact() instanceof Fact.SharingConsent && entry.person() != null) {
        reviews.dueForPerson(entry.person());
      }
    }
  }

  private Written write(PermittedEntry entry, Permitted permitted, ResourceWriter writer) {
    Resource resource = entry.resource();
    String profile = entry.validated().profile();
    resolve(resource, permitted.resolved());
    return switch (entry.plan()) {
      case CREATE -> writer.create(resource, entry.id(), profile);
      case UPDATE ->
          writer.update(
              resource, entry.id(), entry.validated().submitted().action().ifMatch(), profile);
      case KEEP -> new Written(resource.fhirType(), entry.id(), "", Written.Effect.UNCHANGED);
    };
  }

  private void resolve(Resource resource, Map<String, String> resolved) {
    for (Reference reference :
        context.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class)) {
      String target = resolved.get(String.valueOf(reference.getReference()));
      if (target != null) {
        reference.setReference(target);
        reference.setResource(null);
      }
    }
  }

  private static boolean namesVersion(Permitted permitted) {
    return permitted.entries().stream()
        .anyMatch(entry -> entry.validated().submitted().action().ifMatch() != null);
  }

  /** The receipt with an id. */
  public Optional<Receipt> receipt(String id) {
    return receipts.byId(id);
  }

  /** The newest receipts with a bundle identifier, {@code system|value}. */
  public List<Receipt> receiptsOf(String bundleIdentifier) {
    return receipts.byBundleIdentifier(bundleIdentifier, 50);
  }

  /** Removes the payloads of refused submissions whose time of retention is over. */
  public int forgetPayloads(Instant now) {
    return receipts.forgetPayloads(now);
  }
}
