package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrReadiness.Missing;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.practice.RuleSetReader;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;

/** What a case needs before it may be sent, and when it is due. */
class IcsrReadinessTest {
  private final Map<String, Resource> records = KnownRecords.examples();
  private final AdverseEvent event =
      KnownRecords.one(records, "AdverseEvent/adverse-event-gb-5", AdverseEvent.class);

  private List<String> missing(Map<String, Meddra> terms) {
    IcsrCase told =
        new CaseFromRecords(KnownRecords.LEXICON, new MeddraTerms(terms))
            .of(KnownRecords.of(event, records), KnownRecords.sending(Sending.From.CLINIC), false);
    return IcsrReadiness.of(told).missing().stream().map(Missing::element).toList();
  }

  private List<String> missing() {
    return missing(Map.of("17971005", new Meddra("10000001", "27.1")));
  }

  @Test
  void aCodedEventIsReady() {
    assertThat(missing()).isEmpty();
  }

  @Test
  void withoutAMeddraTermItIsNot() {
    assertThat(missing(Map.of())).containsExactly("E.i.2.1b");
  }

  @Test
  void aTermIsSuppliedByTheEventsIdentifierToo() {
    assertThat(missing(Map.of("E-2026-0322", new Meddra("10000001", "27.1")))).isEmpty();
    assertThat(missing(Map.of("http://snomed.info/sct|17971005", new Meddra("10000001", "27.1"))))
        .isEmpty();
  }

  @Test
  void aTermThatIsNoneOrHasNoVersionIsNotEnough() {
    assertThat(missing(Map.of("17971005", new Meddra("1000", "27"))))
        .containsExactly("E.i.2.1b", "E.i.2.1a");
  }

  @Test
  void whenTheClinicKnewIsNeeded() {
    event.setDetectedElement(new DateTimeType());
    assertThat(missing()).containsExactly("C.1.4");
    event.setDetectedElement(new DateTimeType("2026-09"));
    assertThat(missing()).containsExactly("C.1.4");
  }

  @Test
  void aClinicAndAPatientThatCannotBeReadAreMissing() {
    records.remove("Organization/clinic-gb-0001");
    assertThat(missing()).contains("C.2.r.3");
    records.remove("Patient/patient-gb-1");
    assertThat(missing()).contains("D");
  }

  @Test
  void aDrugIsNeeded() {
    event.getSuspectEntity().clear();
    assertThat(missing()).containsExactly("G.k.1");
  }

  @Test
  void aDrugThatCannotBeReadIsNoDrug() {
    records.remove("MedicationAdministration/administration-gb-2");
    assertThat(missing()).containsExactly("G.k.2.2");
  }

  @Test
  void anIdentifierHasAtMostAHundredCharacters() {
    event.getIdentifier().setValue("x".repeat(100));
    assertThat(missing()).contains("C.1.1");
  }

  private RuleSet rules(String jurisdiction) {
    return RuleSetReader.inForce(
        GuideDefinitions.get().guide(), jurisdiction, LocalDate.of(2026, 9, 17));
  }

  @ParameterizedTest
  @CsvSource({
    "GB, , ",
    "DE, , 2026-12-16",
    "GB, C83052, 2026-10-02",
    "GB, C84266, 2026-09-24",
    "DE, C48275, 2026-09-24"
  })
  void aReportIsDueByTheClassOfTheEventAndTheRulesOfTheJurisdiction(
      String jurisdiction, String criterion, LocalDate due) {
    if (criterion != null) {
      event.getSeriousness().getCodingFirstRep().setCode("Serious");
      event
          .addExtension()
          .setUrl(Canonical.extension("seriousness-criterion"))
          .setValue(
              new CodeableConcept(
                  new Coding(
                      "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", criterion, null)));
    }
    assertThat(ReportingClock.due(event, rules(jurisdiction)))
        .isEqualTo(java.util.Optional.ofNullable(due));
  }

  @Test
  void theClockStartsWhenTheClinicKnewElseWithTheEvent() {
    event.setDetectedElement(new DateTimeType("2026-09-20"));
    assertThat(ReportingClock.awareness(event)).contains(LocalDate.of(2026, 9, 20));
    event.setDetectedElement(new DateTimeType());
    assertThat(ReportingClock.awareness(event)).contains(LocalDate.of(2026, 9, 17));
    event.setDateElement(new DateTimeType("2026"));
    assertThat(ReportingClock.awareness(event)).isEmpty();
  }

  @Test
  void theNarrativeIsMadeOfCodesAloneAndAlwaysTheSame() {
    var maker =
        new CaseFromRecords(
            KnownRecords.LEXICON,
            new MeddraTerms(Map.of("17971005", new Meddra("10000001", "27.1"))));
    Sending sending = KnownRecords.sending(Sending.From.CLINIC);
    String told = maker.of(KnownRecords.of(event, records), sending, false).narrative();

    assertThat(told)
        .startsWith(
            "A female patient between 40 and 49 years of age was treated for treatment-resistant"
                + " depression; 2 sessions of the course had been given. Suspected is racemic"
                + " ketamine, 19.25 mg, intravenous route, begun on 2026-09-17.")
        .contains(
            "The reaction began 15 minutes after its beginning.",
            "Reported is: Sedated (CTCAE: Grade 2 Moderate Adverse Event), from 2026-09-17.",
            "It was not serious.",
            "The outcome is recovery, on 2026-09-17.",
            "The drug was withdrawn.",
            "The clinic judges the causality of racemic ketamine by WHO-UMC system: related.");
    assertThat(maker.of(KnownRecords.of(event, new HashMap<>(records)), sending, false).narrative())
        .isEqualTo(told);
  }

  @Test
  void termsOfSeveralVersionsAreNotOneCase() {
    assertThat(
            missing(
                Map.of(
                    "17971005", new Meddra("10000001", "27.1"),
                    "1742-6", new Meddra("10000005", "27.0"))))
        .containsExactly("E.i.2.1a");
  }

  @Test
  void aTestHasAResultAndWasMade() {
    Observation test =
        KnownRecords.one(records, "Observation/urine-ketamine-gb-1", Observation.class);
    test.setValue(null);
    assertThat(missing()).containsExactly("F.r.3");
    test.setValue(new IntegerType(1)).setEffective(new DateTimeType("2026-11-28"));
    event.setDateElement(new DateTimeType("2026-11-26T10:00:00Z"));
    assertThat(missing()).contains("F.r.1");
  }
}
