package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.consent.Records;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.PatientRecords;
import org.ketamineregistry.store.PatientRecords.Page;
import org.ketamineregistry.store.PatientRecords.Question;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code Patient/[id]/$everything}: the records of a patient, page by page, each of which passes
 * access and consent as one does that a search finds. A patient of another clinic, a hidden one and
 * one who does not exist are the same 404. HAPI's own operation is not reached: it goes by
 * references, and could lead from one patient to another.
 */
@Component
@Order(0)
final class EverythingDoor extends OncePerRequestFilter {
  static final String NAME = "$everything";
  private static final Pattern ADDRESS =
      Pattern.compile("/Patient/([A-Za-z0-9\\-.]{1,64})/(?:\\$|%24)everything");
  private static final String PATIENT = "Patient";
  private static final String AFTER = "_after";
  private static final Set<String> PARAMETERS = Set.of("_type", "_since", "_count", AFTER);
  private static final int MOST = 1_000;

  private final Access access;
  private final AccessToReading reading;
  private final CallerClinics clinics;
  private final Records records;
  private final PatientRecords everything;
  private final RecordTypes types;
  private final FhirAnswers answers;
  private final AuditTrail audit;
  private final BodyReader bodies;
  private final FhirContext context;
  private final Clock clock;

  EverythingDoor(
      Access access,
      AccessToReading reading,
      CallerClinics clinics,
      Records records,
      PatientRecords everything,
      FhirAnswers answers,
      AuditTrail audit,
      DoorSettings settings,
      FhirContext context,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.clinics = clinics;
    this.records = records;
    this.everything = everything;
    this.answers = answers;
    this.audit = audit;
    this.context = context;
    this.clock = clock;
    types = new RecordTypes(access);
    bodies = new BodyReader(settings);
  }

  private static Matcher address(HttpServletRequest request) {
    return ADDRESS.matcher(request.getRequestURI().substring(WriteDoor.BASE.length()));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WriteDoor.isBelowBase(request) || !address(request).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(
        exchange,
        () -> {
          exchange.negotiate();
          Matcher address = address(request);
          if (!address.matches()) {
            throw notFound();
          }
          answer(exchange, address.group(1));
        });
  }

  private void answer(Exchange exchange, String patient) throws IOException {
    HttpServletRequest request = exchange.request();
    Caller caller = Callers.of(request);
    Reach reach = access.require(caller, Operation.EVERYTHING, PATIENT);
    byte[] body =
        switch (request.getMethod()) {
          case "GET", "HEAD" -> new byte[0];
          case "POST" -> bodies.read(request);
          default ->
              throw Refused.because(
                  ErrorCode.METHOD_NOT_ALLOWED, "Everything is asked for by GET or POST.");
        };
    var asked = OperationParameters.of(request, body, context, PARAMETERS);
    List<String> wanted = types.of(caller, asked);
    int count = asked.one("_count").map(EverythingDoor::count).orElse(MOST);
    String after = asked.one(AFTER).map(EverythingDoor::id).orElse(null);
    Optional<Instant> since = asked.moment("_since");
    if (!isHis(request, reach, patient) || !everything.isOpen(patient, caller)) {
      throw notFound();
    }
    Page page =
        everything.page(
            new Question(patient, Set.copyOf(wanted), since.orElse(null), after, count), caller);
    var bundle =
        new EverythingBundle(
            exchange.base(),
            patient,
            asked,
            shown(page.records(), caller, request),
            shown(page.included(), caller, request),
            page.more());
    audit.append(
        AuditEntry.done(
            clock.instant(),
            AuditAction.EXECUTE,
            NAME,
            caller,
            RequestIdFilter.of(request),
            names(patient, bundle)));
    Footprint.of(request).settle();
    answers.done(exchange, bundle.bundle());
  }

  private boolean isHis(HttpServletRequest request, Reach reach, String patient) {
    return Optional.ofNullable(records.byId(Set.of(patient)).get(patient))
        .filter(record -> record.type().equals(PATIENT))
        .filter(
            record ->
                reach == Reach.ALL
                    || clinics.of(request).filter(record.owner()::equals).isPresent())
        .isPresent();
  }

  /** A second look, which finds nothing to leave out where the first does its work. */
  private List<Resource> shown(List<Resource> found, Caller caller, HttpServletRequest request) {
    return found.stream().filter(one -> reading.mayBeShown(one, caller, request)).toList();
  }

  private static List<String> names(String patient, EverythingBundle bundle) {
    var names = new TreeSet<String>();
    names.add(PATIENT + "/" + patient);
    Stream.concat(bundle.records().stream(), bundle.included().stream())
        .map(one -> one.getIdElement().toUnqualified().getValue())
        .forEach(names::add);
    return List.copyOf(names);
  }

  private static int count(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw OperationParameters.notUnderstood("_count is a number, 1 or more.");
    }
    return Math.min(Integer.parseInt(text), MOST);
  }

  private static String id(String text) {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      throw OperationParameters.notUnderstood(
          "_after stands in the link to the next page: follow that link as it is.");
    }
  }

  private static Refused notFound() {
    return Refused.because(ErrorCode.NOT_FOUND, "There is no such record.");
  }
}
