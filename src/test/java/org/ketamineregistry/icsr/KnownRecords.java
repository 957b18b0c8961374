package org.ketamineregistry.icsr;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.synthetic.Cohort;

/** Records that tests make cases of: the guide's examples, and invented cohorts. */
final class KnownRecords {
  static final Lexicon LEXICON = Lexicon.of(GuideDefinitions.get().guide());
  static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-27T08:00:00Z");

  private KnownRecords() {}

  static Sending sending(Sending.From from) {
    return new Sending("KETREG", "AGENCY", "Ketamine Registry", from, false, true, NOW);
  }

  /** An example of the guide and all other examples. */
  static EventRecords example(String event) {
    Map<String, Resource> records = examples();
    return of(one(records, "AdverseEvent/" + event, AdverseEvent.class), records);
  }

  /** A record that is there. */
  static <R extends Resource> R one(
      Map<String, Resource> records, String reference, Class<R> type) {
    return type.cast(Objects.requireNonNull(records.get(reference), reference));
  }

  static EventRecords of(AdverseEvent event, Map<String, Resource> records) {
    return new EventRecords(event, records, OffsetDateTime.parse("2026-11-20T10:00:00Z"), null);
  }

  /** A copy of the examples, which a test may change. */
  static Map<String, Resource> examples() {
    var parser = FhirContext.forR4Cached().newJsonParser();
    var records = new HashMap<String, Resource>();
    Stream.concat(
            observations(),
            Stream.of(
                "AdverseEvent-adverse-event-gb-1",
                "AdverseEvent-adverse-event-gb-2",
                "AdverseEvent-adverse-event-gb-3",
                "AdverseEvent-adverse-event-gb-4",
                "AdverseEvent-adverse-event-gb-5",
                "AdverseEvent-adverse-event-de-1",
                "AdverseEvent-adverse-event-de-2",
                "Organization-clinic-gb-0001",
                "Organization-clinic-de-0001",
                "Patient-patient-gb-1",
                "Patient-patient-gb-2",
                "Patient-patient-gb-3",
                "Patient-patient-de-2",
                "Patient-patient-de-1",
                "EpisodeOfCare-course-gb-1",
                "EpisodeOfCare-course-de-1",
                "Encounter-session-gb-1",
                "Encounter-session-gb-2",
                "Encounter-session-de-1",
                "Condition-comorbidity-gb-1",
                "Condition-comorbidity-gb-2",
                "Condition-comorbidity-de-1",
                "MedicationAdministration-administration-gb-1",
                "MedicationAdministration-administration-gb-2",
                "MedicationAdministration-administration-de-1",
                "MedicationDispense-supply-gb-1",
                "MedicationDispense-supply-de-1",
                "MedicationStatement-concomitant-medication-gb-1",
                "MedicationStatement-concomitant-medication-gb-2",
                "MedicationStatement-concomitant-medication-de-1"))
        .map(name -> (Resource) parser.parseResource(Ehr.file(name)))
        .forEach(
            resource ->
                records.put(
                    resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource));
    return records;
  }

  /** All observations among the examples. */
  private static Stream<String> observations() {
    return Stream.of(Objects.requireNonNull(Path.of("profiles/package/example").toFile().list()))
        .filter(name -> name.startsWith("Observation-"))
        .map(name -> name.replace(".json", ""));
  }

  /** The events of a cohort, each with the records of its patient. */
  static List<EventRecords> cohort(long seed, int patients, String jurisdiction) {
    var cohort = Cohort.of(seed, patients, jurisdiction);
    var clinics = new HashMap<String, Resource>();
    cohort
        .clinics()
        .forEach(clinic -> clinics.put(query(clinic.registration()), clinic.registration()));
    return IntStream.rangeClosed(1, patients)
        .mapToObj(
            number ->
                cohort
                    .patient(number)
                    .flatMap(submission -> ((Bundle) submission.content()).getEntry().stream())
                    .toList())
        .flatMap(entries -> events(clinics, entries))
        .toList();
  }

  private static Stream<EventRecords> events(
      Map<String, Resource> clinics, List<BundleEntryComponent> entries) {
    var records = new HashMap<>(clinics);
    entries.forEach(entry -> put(records, entry));
    // A record that was sent twice is the one that was sent last.
    entries.forEach(
        entry -> {
          Resource last = records.get(query(entry.getResource()));
          if (last != null) {
            records.put(entry.getFullUrl(), last);
          }
        });
    return records.values().stream()
        .filter(AdverseEvent.class::isInstance)
        .map(AdverseEvent.class::cast)
        .distinct()
        .map(event -> of(event, records));
  }

  private static void put(Map<String, Resource> records, BundleEntryComponent entry) {
    records.put(entry.getFullUrl(), entry.getResource());
    String query = query(entry.getResource());
    if (query != null) {
      records.put(query, entry.getResource());
    }
  }

  private static @Nullable String query(Resource resource) {
    var identifiers =
        FhirContext.forR4Cached()
            .newTerser()
            .getValues((DomainResource) resource, "identifier", Identifier.class);
    if (identifiers.isEmpty()) {
      return null;
    }
    Identifier last = identifiers.get(identifiers.size() - 1);
    return resource.fhirType() + "?identifier=" + last.getSystem() + "|" + last.getValue();
  }
}
