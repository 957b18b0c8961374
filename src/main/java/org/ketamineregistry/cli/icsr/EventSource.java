package org.ketamineregistry.cli.icsr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.registry.Connection;
import org.ketamineregistry.cli.registry.Unusable;

/** Reads adverse events of a registry, and of their patients what a report is made of. */
final class EventSource {
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final Set<Integer> ABSENT = Set.of(404, 410);
  private static final int UNAUTHORISED = 401;
  private static final int ATTEMPTS = 6;
  private static final int LONGEST_WAIT = 30;
  private static final String TYPES =
      "Patient,AdverseEvent,EpisodeOfCare,Encounter,Condition,MedicationAdministration,MedicationDispense,"
          + "MedicationStatement,Observation";

  private final Connection connection;
  private final IParser parser = FhirContext.forR4Cached().newJsonParser();
  private final Map<String, Map<String, Resource>> known = new HashMap<>();

  EventSource(Connection connection) {
    this.connection = connection;
  }

  /**
   * An event by its id in the registry.
   *
   * @return empty where there is none that may be read
   */
  Optional<AdverseEvent> event(String id) throws Unusable, IOException, InterruptedException {
    if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
      throw new Unusable("Not the id of an event: --event takes ids as the registry gives them.");
    }
    return get(at("AdverseEvent/" + id), AdverseEvent.class);
  }

  /** The events that were sent or corrected on a day or later. */
  List<AdverseEvent> since(LocalDate day) throws Unusable, IOException, InterruptedException {
    return all(at("AdverseEvent?_lastUpdated=ge" + day + "&_count=100")).stream()
        .filter(AdverseEvent.class::isInstance)
        .map(AdverseEvent.class::cast)
        .toList();
  }

  /** When the registry took the first version of an event; null where that cannot be read. */
  @Nullable OffsetDateTime received(AdverseEvent event)
      throws Unusable, IOException, InterruptedException {
    String id = event.getIdElement().getIdPart();
    return get(at("AdverseEvent/" + id + "/_history/1"), AdverseEvent.class)
        .map(first -> first.getMeta().getLastUpdated().toInstant().atOffset(ZoneOffset.UTC))
        .orElse(null);
  }

  /** The records of an event's patient and the clinic, by the references that lead to them. */
  Map<String, Resource> records(AdverseEvent event)
      throws Unusable, IOException, InterruptedException {
    String patient = event.getSubject().getReference();
    if (patient == null || !patient.matches("Patient/[A-Za-z0-9.-]{1,64}")) {
      return Map.of();
    }
    Map<String, Resource> records = known.get(patient);
    if (records == null) {
      records = read(patient);
      known.put(patient, records);
    }
    return records;
  }

  private Map<String, Resource> read(String patient)
      throws Unusable, IOException, InterruptedException {
    var records = new HashMap<String, Resource>();
    all(at(patient + "/$everything?_type=" + TYPES + "&_count=1000"))
        .forEach(one -> put(records, one));
    if (records.get(patient) instanceof Patient read) {
      String clinic = String.valueOf(read.getManagingOrganization().getReference());
      if (!records.containsKey(clinic) && clinic.matches("Organization/[A-Za-z0-9.-]{1,64}")) {
        get(at(clinic), Organization.class).ifPresent(one -> put(records, one));
      }
    }
    return Map.copyOf(records);
  }

  private static void put(Map<String, Resource> records, Resource one) {
    records.put(one.fhirType() + "/" + one.getIdElement().getIdPart(), one);
  }

  private URI at(String path) {
    return URI.create(connection.registry().base() + "/" + path);
  }

  /** What all pages of an answer have; none where there is no such answer. */
  private List<Resource> all(URI first) throws Unusable, IOException, InterruptedException {
    var found = new ArrayList<Resource>();
    Optional<URI> page = Optional.of(first);
    while (page.isPresent()) {
      Optional<Bundle> bundle = get(page.get(), Bundle.class);
      bundle.stream()
          .flatMap(one -> one.getEntry().stream())
          .map(BundleEntryComponent::getResource)
          .forEach(found::add);
      String next =
          bundle.map(one -> one.getLink(Bundle.LINK_NEXT)).map(link -> link.getUrl()).orElse(null);
      page = next == null ? Optional.empty() : Optional.of(own(next));
    }
    return found;
  }

  /** A registry names an address of its own; a token goes to no other. */
  private URI own(String address) throws Unusable {
    if (!address.startsWith(connection.registry().base())) {
      throw new Unusable("The next page of an answer is at no address of the registry.");
    }
    return URI.create(address.replace("|", "%7C"));
  }

  private <R extends Resource> Optional<R> get(URI address, Class<R> type)
      throws Unusable, IOException, InterruptedException {
    HttpResponse<String> answer = send(address);
    if (ABSENT.contains(answer.statusCode())) {
      return Optional.empty();
    }
    try {
      if (answer.statusCode() == 200) {
        return Optional.of(parser.parseResource(type, answer.body()));
      }
      throw new Unusable(
          "The registry answers %d: %s".formatted(answer.statusCode(), words(answer.body())));
    } catch (DataFormatException e) {
      throw new Unusable(
          "What answers at " + connection.registry().base() + " is no FHIR server.", e);
    }
  }

  private String words(String body) {
    return parser.parseResource(OperationOutcome.class, body).getIssueFirstRep().getDiagnostics();
  }

  private HttpResponse<String> send(URI address)
      throws Unusable, IOException, InterruptedException {
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .timeout(ANSWER_WITHIN)
              .header("Accept", "application/fhir+json");
      connection
          .sender()
          .authorization()
          .ifPresent(value -> request.header("Authorization", value));
      HttpResponse<String> answer =
          connection.http().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() == UNAUTHORISED) {
        if (!renewed && connection.sender().renew()) {
          renewed = true;
          continue;
        }
        throw new Unusable(
            "The registry does not know the sender (401): check --token-file, or --client-id and"
                + " --key.");
      }
      if (!PASSING.contains(answer.statusCode()) || attempt == ATTEMPTS) {
        return answer;
      }
      Thread.sleep(Duration.ofSeconds(wait(answer, attempt)).toMillis());
    }
  }

  private static long wait(HttpResponse<String> answer, int attempt) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(value -> Math.min(LONGEST_WAIT, Long.parseLong(value)))
        .orElse((long) attempt);
  }
}
