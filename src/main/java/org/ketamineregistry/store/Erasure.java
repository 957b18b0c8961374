package org.ketamineregistry.store;

import ca.uhn.fhir.jpa.api.svc.IDeleteExpungeSvc;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;
import org.ketamineregistry.audit.Act;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.consent.PermittedEntry;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.PersonOnFile.Identity;
import org.ketamineregistry.store.PersonOnFile.Row;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a person: resources with all versions and index rows, identifiers, facts, findings, links
 * of pseudonyms, receipts, payloads and searches under way, under every pseudonym that is linked.
 * All or nothing, and nothing comes in between: a submission waits, and is then turned away.
 */
public final class Erasure {
  private final TransactionTemplate transaction;
  private final RecordTable records;
  private final PersonFiles files;
  private final SafetyRecords safety;
  private final ErasedReceipts receipts;
  private final ErasureTable erasures;
  private final PersonDigests digests;
  private final IDeleteExpungeSvc<JpaPid> storage;
  private final AuditTrail audit;
  private final Clock clock;

  Erasure(
      TransactionTemplate transaction,
      RecordTable records,
      PersonFiles files,
      SafetyRecords safety,
      ErasedReceipts receipts,
      ErasureTable erasures,
      PersonDigests digests,
      IDeleteExpungeSvc<JpaPid> storage,
      AuditTrail audit,
      Clock clock) {
    this.transaction = transaction;
    this.records = records;
    this.files = files;
    this.safety = safety;
    this.receipts = receipts;
    this.erasures = erasures;
    this.digests = digests;
    this.storage = storage;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Erases a person.
   *
   * @return the certificate; the earlier one where nothing was left to erase
   * @throws Refused 404 where nothing is or was on record of the person; 400 where the file that is
   *     named has one of the person's pseudonyms in it
   */
  public ErasureCertificate erase(ErasureRequest request, Act act) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              erasures.lockOut();
              PersonOnFile person = person(request);
              // While their records are there, since the audit looks up whose they are.
              audit.append(
                  act.entry(
                      "$erase",
                      person.patients().stream().map(id -> "Patient/" + id).sorted().toList()));
              return eraseNow(request, person);
            }));
  }

  /**
   * Erases again whoever was erased and is on file all the same, as after a backup was restored
   * that was made before. Each person is a transaction of its own, so it may be repeated at any
   * time.
   *
   * @return how many persons
   */
  public int repeat(Act act) {
    Set<String> again = new HashSet<>();
    for (String patient : files.allPatients()) {
      PersonOnFile person = files.ofPatient(patient);
      if (!person.records().isEmpty()) {
        Optional<ErasureCertificate> before = erasures.of(digests.of(person.keys()));
        before
            .map(
                first ->
                    erase(
                        new ErasureRequest(
                            null, patient, first.reason(), first.file(), first.keepForSafety()),
                        act))
            .filter(certificate -> !certificate.id().equals(before.get().id()))
            .ifPresent(certificate -> again.add(certificate.id()));
      }
    }
    return again.size();
  }

  private ErasureCertificate eraseNow(ErasureRequest request, PersonOnFile person) {
    Set<String> keys = person.keys();
    Optional<ErasureCertificate> before = erasures.of(digests.of(keys));
    Set<String> kept = request.keepForSafety() ? safety.among(person.records()) : Set.of();
    List<Row> gone = person.records().stream().filter(row -> !kept.contains(row.id())).toList();
    if (gone.isEmpty() && before.isPresent()) {
      return before.get();
    } else if (person.records().isEmpty()) {
      throw Refused.because(ErrorCode.NOT_FOUND, "Nothing is on record of this person.");
    } else if (keys.stream().anyMatch(key -> request.file().contains(key))) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "The certificate shows the file of the request, so its number must not be a pseudonym.");
    }
    records.lock(person.patients());
    Set<String> ids = gone.stream().map(Row::id).collect(Collectors.toUnmodifiableSet());
    receipts.forget(person.owners(), ids);
    receipts.forgetRefused(names(person));
    storage.deleteExpunge(JpaPid.fromLongList(files.storageKeys(gone)), false, null);
    files.endSearches();
    files.remove(person, gone, kept, clock.instant());
    ErasureCertificate certificate = certificate(request, person, gone, kept);
    erasures.add(certificate, digests.of(keys));
    return certificate;
  }

  /**
   * Keeps an erasure out until the open transaction ends, and turns away what is about somebody who
   * was erased.
   *
   * @throws Refused 422 where an entry is about a person who was erased
   */
  void admit(List<PermittedEntry> entries, String owner) {
    Set<String> persons =
        entries.stream()
            .flatMap(entry -> keys(entry, owner).stream())
            .collect(Collectors.toUnmodifiableSet());
    if (persons.isEmpty()) {
      return;
    }
    erasures.lockIn();
    if (erasures.of(digests.of(persons)).isPresent()) {
      throw Refused.because(
          ErrorCode.PERSON_ERASED,
          "A patient of this submission was erased from the registry and is not taken up again. Leave this"
              + " patient's records out, and do not send them later. If the patient wants to be registered"
              + " again, ask the registry's steward.");
    }
  }

  private static Collection<String> keys(PermittedEntry entry, String owner) {
    Set<String> keys = new HashSet<>();
    if (entry.person() != null) {
      keys.add(entry.person());
    }
    if (entry.resource() instanceof Patient patient) {
      patient.getIdentifier().stream()
          .map(one -> new Identity(owner, one.getSystem(), one.getValue()).person())
          .forEach(keys::add);
    }
    return keys;
  }

  private PersonOnFile person(ErasureRequest request) {
    return request.pseudonym() != null
        ? files.ofPseudonym(request.pseudonym())
        : files.ofPatient(Objects.requireNonNull(request.patient()));
  }

  private static Set<String> names(PersonOnFile person) {
    Set<String> names = person.records().stream().map(Row::id).collect(Collectors.toSet());
    person.identities().stream().map(Identity::value).forEach(names::add);
    return names;
  }

  private ErasureCertificate certificate(
      ErasureRequest request, PersonOnFile person, List<Row> gone, Set<String> kept) {
    return new ErasureCertificate(
        UUID.randomUUID().toString(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        request.reason(),
        request.file(),
        counts(gone),
        counts(person.records().stream().filter(row -> kept.contains(row.id())).toList()),
        digest(gone),
        request.keepForSafety());
  }

  private static Map<String, Integer> counts(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(Row::type, Collectors.summingInt(row -> 1)));
  }

  private static String digest(List<Row> gone) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      gone.stream()
          .map(Row::location)
          .sorted()
          .forEach(at -> digest.update((at + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
