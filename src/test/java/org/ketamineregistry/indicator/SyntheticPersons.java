package org.ketamineregistry.indicator;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.store.FlatDatabase;
import org.ketamineregistry.synthetic.Cohort;
import org.ketamineregistry.synthetic.Submission;

/**
 * The records of the product's generated cohort as they stand once everything was submitted. Who
 * attends two clinics is left out: their records are told apart by what the line finds out.
 */
final class SyntheticPersons {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  /** By request the id, and by id the record. */
  private final Map<String, String> ids = new HashMap<>();

  private final Map<String, Resource> records = new LinkedHashMap<>();

  private SyntheticPersons() {}

  /** The cohort, which is made once, over the last quarter that it reaches. */
  static LoadedCohort cohort() {
    return Made.COHORT;
  }

  /** Makes the cohort when it is asked for. */
  private static final class Made {
    private static final LoadedCohort COHORT = made(7, 4);
  }

  private static LoadedCohort made(long seed, int patients) {
    var loaded =
        new LoadedCohort(new FlatDatabase(), LoadedCohort.quarter("2026-04-01", "2026-06-30"));
    Cohort cohort = Cohort.of(seed, patients);
    for (int number = 1; number <= patients; number++) {
      List<Resource> records = of(cohort.patient(number).toList());
      if (records.stream().filter(one -> one.fhirType().equals("Patient")).count() == 1) {
        loaded.add("person-%03d".formatted(number), records);
      }
    }
    return loaded;
  }

  private static List<Resource> of(List<Submission> submissions) {
    var made = new SyntheticPersons();
    submissions.forEach(one -> made.take((Bundle) one.content()));
    // What is no patient's may come with several patients, and no indicator reads it.
    return made.records.values().stream()
        .filter(
            record ->
                !List.of("Organization", "Practitioner", "PractitionerRole", "Library", "Location")
                    .contains(record.fhirType()))
        .toList();
  }

  private void take(Bundle bundle) {
    Map<String, String> written = new HashMap<>();
    for (BundleEntryComponent entry : bundle.getEntry()) {
      boolean creates = entry.getRequest().getMethod() == HTTPVerb.POST;
      String request = creates ? entry.getRequest().getIfNoneExist() : entry.getRequest().getUrl();
      String key = request.substring(request.indexOf("identifier="));
      String type = entry.getResource().fhirType();
      String id = ids.computeIfAbsent(type + key, SyntheticPersons::id);
      written.put(entry.getFullUrl(), type + "/" + id);
      if (!creates || !records.containsKey(id)) {
        Resource record = entry.getResource().copy();
        record.setId(type + "/" + id);
        records.put(id, record);
      }
    }
    for (Resource record : records.values()) {
      for (Reference reference :
          FHIR.newTerser().getAllPopulatedChildElementsOfType(record, Reference.class)) {
        if (reference.hasReference()) {
          reference.setReference(literal(reference.getReference(), written));
        } else if (reference.hasIdentifier()) {
          reference.setReference(
              "Organization/"
                  + id(
                      reference.getIdentifier().getSystem()
                          + reference.getIdentifier().getValue()));
        }
      }
    }
  }

  private String literal(String reference, Map<String, String> written) {
    String[] parts = reference.split("\\?", 2);
    return parts.length == 2
        ? parts[0] + "/" + ids.computeIfAbsent(parts[0] + parts[1], SyntheticPersons::id)
        : written.getOrDefault(reference, reference);
  }

  private static String id(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
