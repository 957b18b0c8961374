package org.ketamineregistry.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.consent.SharingDecision;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.FactReader;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.Counting;
import org.ketamineregistry.store.Counting.Scope;
import org.ketamineregistry.store.FlatDatabase;
import org.ketamineregistry.store.Indicators;
import org.ketamineregistry.store.Membership;

/**
 * Persons with one session each, and with up to three decisions about sharing that chance has made.
 */
final class SharingPersons {
  private static final List<String> DATES =
      List.of(
          "2026-02-01",
          "2026-03-01T09:00:00Z",
          "2026-03-01T10:00:00+01:00",
          "2026-04-01",
          "2026-05-01T00:00:00Z",
          "2026-06-01");
  private static final List<String> PURPOSES = List.of("national-registry", "network-aggregate");

  private final FlatDatabase database = new FlatDatabase();
  private final Map<String, List<SharingConsent>> decisions = new TreeMap<>();

  SharingPersons(long seed) {
    var random = new Random(seed);
    for (int number = 0; number < 60; number++) {
      patient("person-%02d".formatted(number), random);
    }
  }

  FlatDatabase database() {
    return database;
  }

  /** Moments about those at which decisions change, for each scope and basis. */
  static List<Counting> countings() {
    List<Counting> countings = new ArrayList<>();
    for (String at :
        List.of(
            "2026-02-28", "2026-03-01", "2026-04-01", "2026-04-15", "2026-04-16", "2026-07-01")) {
      for (String time : List.of("T00:00:00Z", "T09:00:00Z", "T23:59:59.999Z")) {
        for (LawfulBasis basis : LawfulBasis.values()) {
          for (Scope scope : Scope.values()) {
            countings.add(
                new Counting(
                    LocalDate.parse("2026-01-01"),
                    LocalDate.parse("2026-12-31"),
                    Instant.parse(at + time),
                    scope,
                    basis));
          }
        }
      }
    }
    return countings;
  }

  /** Whether the SQL counts whom {@link SharingDecision} lets be counted, at every moment. */
  boolean agrees(Indicators indicators) {
    return countings().stream().allMatch(one -> counted(indicators, one).equals(expected(one)));
  }

  static List<String> counted(Indicators indicators, Counting counting) {
    return indicators.of("sessions", counting).stream().map(Membership::person).sorted().toList();
  }

  List<String> expected(Counting counting) {
    return decisions.entrySet().stream()
        .filter(
            one ->
                SharingDecision.mayHold(counting.basis(), one.getValue(), counting.asOf())
                    && (counting.scope() == Scope.NATIONAL_REGISTRY
                        || SharingDecision.decide(
                                one.getValue(), counting.scope().code(), counting.asOf())
                            == SharingDecision.PERMIT))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Somebody with one session, and up to three decisions. */
  private void patient(String person, Random random) {
    List<Resource> records = new ArrayList<>();
    RandomNotes.own(
            CaseNotes.ofAPatient()
                .course("course")
                .treated("session", "course", "2026-05-04T10:00:00+01:00", 35)
                .records(),
            UUID.randomUUID().toString())
        .forEach(records::add);
    List<SharingConsent> made = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Consent consent = consent(records.get(0), random);
      records.add(consent);
      FactReader.read(consent, Canonical.profile("registry-sharing-consent"), Map.of())
          .map(SharingConsent.class::cast)
          .ifPresent(made::add);
    }
    database.load(records, person, UUID.randomUUID());
    decisions.put(person, made);
  }

  private static Consent consent(Resource patient, Random random) {
    var consent = new Consent();
    consent.setId("Consent/" + UUID.randomUUID());
    var capacity = consent.addExtension().setUrl(Canonical.extension("capacity"));
    capacity.addExtension(
        "finding", new CodeType(random.nextInt(4) == 0 ? "lacks-capacity" : "has-capacity"));
    if (random.nextInt(3) == 0) {
      consent.addExtension(Canonical.extension("representative"), new CodeType("guardian"));
    }
    consent
        .setStatus(
            List.of(
                    ConsentState.ACTIVE,
                    ConsentState.ACTIVE,
                    ConsentState.INACTIVE,
                    ConsentState.REJECTED)
                .get(random.nextInt(4)))
        .addCategory(
            new CodeableConcept()
                .addCoding(
                    new Coding(
                        Canonical.codeSystem("consent-category-cs"), "registry-sharing", null)))
        .setPatient(new Reference(patient.getId()))
        .setDateTimeElement(date(random));
    if (random.nextInt(2) == 0) {
      consent.getProvision().getPeriod().setEndElement(new DateTimeType("2026-04-01T00:00:00Z"));
    }
    for (String purpose : PURPOSES) {
      var provision =
          consent
              .getProvision()
              .addProvision()
              .setType(
                  random.nextInt(3) == 0 ? ConsentProvisionType.DENY : ConsentProvisionType.PERMIT)
              .addPurpose(new Coding(Canonical.codeSystem("registry-purpose-cs"), purpose, null));
      if (random.nextInt(4) == 0) {
        provision.getPeriod().setStartElement(new DateTimeType("2026-03-01T09:00:00Z"));
      }
      if (random.nextInt(3) == 0) {
        provision
            .getPeriod()
            .setEndElement(
                random.nextBoolean()
                    ? new DateTimeType("2026-04-15")
                    : new DateTimeType("2026-04-01T00:00:00Z"));
      }
    }
    return consent;
  }

  private static DateTimeType date(Random random) {
    return new DateTimeType(DATES.get(random.nextInt(DATES.size())));
  }
}
