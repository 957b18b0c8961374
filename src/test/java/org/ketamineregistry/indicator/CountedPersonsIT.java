package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.consent.SharingDecision;
import org.ketamineregistry.practice.Fact.SharingConsent;
import org.ketamineregistry.practice.FactReader;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.store.Counting;
import org.ketamineregistry.store.Counting.Scope;
import org.ketamineregistry.store.FlatDatabase;
import org.ketamineregistry.store.Membership;

/** Who is counted follows from the patients' decisions at the moment of counting (R16, R20). */
class CountedPersonsIT {
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

  /** The SQL decides as {@link SharingDecision} does. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void decisionsCountAsTheyAreAtTheMoment(long seed) {
    var random = new Random(seed);
    for (int number = 0; number < 60; number++) {
      patient("person-%02d".formatted(number), random);
    }

    for (String at :
        List.of("2026-02-28", "2026-03-01", "2026-04-01", "2026-04-15", "2026-07-01")) {
      for (String time : List.of("T00:00:00Z", "T09:00:00Z", "T23:59:59.999Z")) {
        Instant moment = Instant.parse(at + time);
        for (LawfulBasis basis : LawfulBasis.values()) {
          for (Scope scope : Scope.values()) {
            assertThat(counted(moment, scope, basis))
                .as("seed %d, %s, %s, %s", seed, moment, scope, basis)
                .containsExactlyElementsOf(expected(moment, scope, basis));
          }
        }
      }
    }
  }

  @Test
  void whatIsHeldForDrugSafetyAloneCountsNowhere() {
    patient(
        "person",
        new Random(1) {
          @Override
          public int nextInt(int bound) {
            return 0;
          }
        });
    var at = Instant.parse("2026-07-01T00:00:00Z");
    assertThat(counted(at, Scope.NATIONAL_REGISTRY, LawfulBasis.STATUTORY)).hasSize(1);

    database.change("UPDATE registry.record SET safety_only = true");

    assertThat(counted(at, Scope.NATIONAL_REGISTRY, LawfulBasis.STATUTORY)).isEmpty();
  }

  private List<String> counted(Instant at, Scope scope, LawfulBasis basis) {
    return database
        .indicators()
        .of(
            "sessions",
            new Counting(
                LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"), at, scope, basis))
        .stream()
        .map(Membership::person)
        .sorted()
        .toList();
  }

  private List<String> expected(Instant at, Scope scope, LawfulBasis basis) {
    return decisions.entrySet().stream()
        .filter(
            one ->
                SharingDecision.mayHold(basis, one.getValue(), at)
                    && (scope == Scope.NATIONAL_REGISTRY
                        || SharingDecision.decide(one.getValue(), scope.code(), at)
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
    if (random.nextInt(5) == 0) {
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
