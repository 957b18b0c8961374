package org.ketamineregistry.cli.icsr;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.icsr.IcsrJournal.Sent;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.icsr.CaseFromRecords;
import org.ketamineregistry.icsr.EventRecords;
import org.ketamineregistry.icsr.IcsrCase;
import org.ketamineregistry.icsr.IcsrReadiness;
import org.ketamineregistry.icsr.IcsrWriter;
import org.ketamineregistry.icsr.ReportingClock;
import org.ketamineregistry.icsr.Sending;
import org.ketamineregistry.practice.RuleSetReader;
import org.ketamineregistry.profiles.ProfilePackage;

/** Decides what has to be sent of each event, and writes it. */
final class Dispatch {
  private final EventSource source;
  private final CaseFromRecords maker;
  private final ProfilePackage guide;
  private final Sending sending;
  private final IcsrJournal journal;
  private final Path folder;

  Dispatch(
      EventSource source,
      CaseFromRecords maker,
      ProfilePackage guide,
      Sending sending,
      IcsrJournal journal,
      Path folder) {
    this.source = source;
    this.maker = maker;
    this.guide = guide;
    this.sending = sending;
    this.journal = journal;
    this.folder = folder;
  }

  /**
   * What became of an event.
   *
   * @param event its id
   * @param state in a word or two
   * @param ready whether nothing is missing
   * @param due the last day; empty where there is none
   * @param words what is missing, or the file
   */
  record Row(String event, String state, boolean ready, Optional<LocalDate> due, String words) {}

  Row of(AdverseEvent event) throws Unusable, IOException, InterruptedException {
    String id = event.getIdElement().getIdPart();
    EventRecords records = records(event, null);
    IcsrCase first = maker.of(records, sending, false);
    String identifier = first.report().identifier();
    Optional<LocalDate> due = due(event, first.reporter().country());
    if (journal.isOfAnother(identifier, id)) {
      return new Row(
          id, "not ready", false, due, "C.1.1: another event was reported by this identifier");
    }
    Optional<Sent> standing = journal.standing(identifier);
    String digest = digest(first.content());
    if (standing.filter(one -> one.digest().equals(digest)).isPresent()) {
      return new Row(id, "unchanged", true, due, "");
    }
    boolean nullified = kind(first) == IcsrCase.NULLIFICATION;
    if (nullified && standing.isEmpty()) {
      return new Row(id, "taken back", true, Optional.empty(), "was never reported");
    }
    IcsrCase told =
        standing.isEmpty() ? first : maker.of(records(event, lastChange(event)), sending, true);
    IcsrReadiness readiness = IcsrReadiness.of(told);
    if (!readiness.isReady()) {
      return new Row(id, "not ready", false, due, words(readiness));
    }
    Path file = write(told, id, digest);
    return new Row(
        id,
        nullified ? "nullification" : standing.isEmpty() ? "first report" : "amendment",
        true,
        due,
        String.valueOf(file.getFileName()));
  }

  private EventRecords records(AdverseEvent event, @Nullable OffsetDateTime changed)
      throws Unusable, IOException, InterruptedException {
    boolean corrected = !"1".equals(event.getMeta().getVersionId());
    return new EventRecords(
        event,
        source.records(event),
        sending.from() == Sending.From.REGISTRY ? source.received(event) : null,
        changed != null ? changed : corrected ? moment(event.getMeta()) : null);
  }

  /** When any record of the patient was written last. */
  private OffsetDateTime lastChange(AdverseEvent event)
      throws Unusable, IOException, InterruptedException {
    return Stream.concat(Stream.of(event), source.records(event).values().stream())
        .map(Resource::getMeta)
        .filter(Meta::hasLastUpdated)
        .map(Dispatch::moment)
        .max(OffsetDateTime::compareTo)
        .orElse(sending.now());
  }

  private static OffsetDateTime moment(Meta meta) {
    return meta.getLastUpdated().toInstant().atOffset(ZoneOffset.UTC);
  }

  private Optional<LocalDate> due(AdverseEvent event, @Nullable String country) {
    return ReportingClock.awareness(event).stream()
        .flatMap(day -> RuleSetReader.ofJurisdiction(guide, String.valueOf(country), day).stream())
        .flatMap(rules -> ReportingClock.due(event, rules).stream())
        .findFirst();
  }

  private static String words(IcsrReadiness readiness) {
    return readiness.missing().stream()
        .map(one -> one.element() + ": " + one.words())
        .collect(Collectors.joining("; "));
  }

  private static int kind(IcsrCase told) {
    return told.report().amendment() == null ? 0 : told.report().amendment().kind();
  }

  /** A file appears whole, and for its owner alone, before the journal says that it was sent. */
  private Path write(IcsrCase told, String event, String digest) throws IOException {
    String identifier = told.report().identifier();
    String batch = UUID.randomUUID().toString();
    Path file =
        folder.resolve(
            "%s.%d.xml"
                .formatted(
                    identifier.replaceAll("[^A-Za-z0-9_-]", "_"), journal.count(identifier) + 1));
    Path part = Files.createTempFile(folder, ".icsr", ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      IcsrWriter.write(List.of(told), sending, batch, out);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    journal.add(new Sent(identifier, event, batch, kind(told), digest));
    return file;
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
