package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.profiles.Canonical;

/** The message that carries a case, by the paths of the ICH E2B(R3) Implementation Guide. */
class IcsrWriterTest {
  private static final Meddra TERM = new Meddra("10000001", "27.1");
  private static final MeddraTerms TERMS = new MeddraTerms(Map.of("17971005", TERM));
  private static final String EVENT =
      "PORR_IN049016UV/controlActProcess/subject/investigationEvent";
  private static final String ROLE =
      EVENT + "/component/adverseEventAssessment/subject1/primaryRole";
  private static final String OID = "2.16.840.1.113883.3.989.2.1.";

  private final Sending sending = KnownRecords.sending(Sending.From.CLINIC);

  private IcsrCase told(EventRecords records) {
    return new CaseFromRecords(KnownRecords.LEXICON, TERMS).of(records, sending, false);
  }

  private XmlBranch written(IcsrCase... cases) throws Exception {
    var out = new ByteArrayOutputStream();
    IcsrWriter.write(List.of(cases), sending, "batch-7", out);
    return XmlBranch.read(new ByteArrayInputStream(out.toByteArray()), "MCCI_IN200100UV01");
  }

  @Test
  void everyMessageHasTheStructureOfTheStandard() throws Exception {
    Stream<IcsrCase> examples =
        Stream.of("gb-1", "gb-2", "gb-3", "gb-4", "gb-5", "de-1", "de-2")
            .map(name -> told(KnownRecords.example("adverse-event-" + name)));
    Stream<IcsrCase> cohort = KnownRecords.cohort(41, 20, "GB").stream().map(this::told);
    List<IcsrCase> all = Stream.concat(examples, cohort).toList();
    for (IcsrCase one : all) {
      assertThat(IcsrStructure.faults(written(one))).as(one.report().identifier()).isEmpty();
    }
  }

  @Test
  void aBatchSaysWhoSendsItToWhom() throws Exception {
    XmlBranch batch =
        written(
            told(KnownRecords.example("adverse-event-gb-5")),
            told(KnownRecords.example("adverse-event-gb-1")));

    assertThat(batch.attribute("id", "extension")).isEqualTo("batch-7");
    assertThat(batch.attribute("id", "root")).isEqualTo(OID + "3.22");
    assertThat(batch.attribute("creationTime", "value")).isEqualTo("20261127080000+0000");
    assertThat(batch.attribute("sender/device/id", "extension")).isEqualTo("KETREG");
    assertThat(batch.attribute("receiver/device/id", "extension")).isEqualTo("AGENCY");
    assertThat(batch.all("PORR_IN049016UV/id").map(id -> id.attribute("extension")))
        .containsExactly("GB-KETREG-GB-0001-E-2026-0322", "GB-KETREG-GB-0001-E-2026-0310");
  }

  @Test
  void aCaseIsIdentifiedByCountryRegistryClinicAndEvent() throws Exception {
    XmlBranch batch = written(told(KnownRecords.example("adverse-event-gb-5")));

    assertThat(
            batch
                .all(EVENT + "/id")
                .map(id -> id.attribute("root") + " " + id.attribute("extension")))
        .containsExactly(
            OID + "3.1 GB-KETREG-GB-0001-E-2026-0322", OID + "3.2 GB-KETREG-GB-0001-E-2026-0322");
    assertThat(batch.attribute(EVENT + "/effectiveTime/low", "value"))
        .isEqualTo("20260917100800+0100");
    assertThat(batch.attribute(EVENT + "/availabilityTime", "value")).isEqualTo("20260917");
  }

  @Test
  void personsAreMasked() throws Exception {
    XmlBranch batch = written(told(KnownRecords.example("adverse-event-gb-5")));

    assertThat(batch.attribute(ROLE + "/player1/name", "nullFlavor")).isEqualTo("MSK");
    assertThat(batch.attribute(ROLE + "/player1/birthTime", "nullFlavor")).isEqualTo("MSK");
    String person =
        EVENT
            + "/outboundRelationship/relatedInvestigation/subjectOf2/controlActEvent/author"
            + "/assignedEntity/assignedPerson";
    assertThat(batch.attribute(person + "/name/family", "nullFlavor")).isEqualTo("MSK");
    assertThat(batch.attribute(person + "/asQualifiedEntity/code", "code")).isEqualTo("3");
  }

  @Test
  void aPseudonymIsForAReceiverThatMayHaveIt() throws Exception {
    var withoutPseudonym =
        new Sending(
            "KETREG", "AGENCY", "Registry", Sending.From.CLINIC, false, false, KnownRecords.NOW);
    IcsrCase told =
        new CaseFromRecords(KnownRecords.LEXICON, TERMS)
            .of(KnownRecords.example("adverse-event-gb-5"), withoutPseudonym, false);
    var out = new ByteArrayOutputStream();
    IcsrWriter.write(List.of(told), withoutPseudonym, "batch-8", out);

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("riverside-000123");
    XmlBranch batch =
        XmlBranch.read(new ByteArrayInputStream(out.toByteArray()), "MCCI_IN200100UV01");
    assertThat(batch.attribute(ROLE + "/player1/asIdentifiedEntity/id", "nullFlavor"))
        .isEqualTo("MSK");
  }

  @Test
  void aReactionHasItsTermItsCriteriaAndItsOutcome() throws Exception {
    EventRecords records = KnownRecords.example("adverse-event-de-1");
    records
        .event()
        .getEvent()
        .addCoding()
        .setSystem("https://www.meddra.org")
        .setCode("10000009")
        .setVersion("27.0");
    XmlBranch reaction =
        written(told(records))
            .all(ROLE + "/subjectOf2/observation")
            .filter(one -> one.isCoded("29", OID + "1.19"))
            .findFirst()
            .orElseThrow();

    assertThat(reaction.attribute("value", "code")).isEqualTo("10000009");
    assertThat(reaction.attribute("value", "codeSystemVersion")).isEqualTo("27.0");
    assertThat(reaction.attribute("effectiveTime/comp/high", "value")).isEqualTo("20261007");
    assertThat(
            reaction
                .all("outboundRelationship2/observation")
                .filter(
                    one ->
                        "BL"
                            .equals(
                                one.one("value")
                                    .orElseThrow()
                                    .element()
                                    .getAttributeNS(
                                        "http://www.w3.org/2001/XMLSchema-instance", "type")))
                .map(
                    one ->
                        one.attribute("code", "code")
                            + " "
                            + one.attribute("value", "value")
                            + one.attribute("value", "nullFlavor")))
        .containsExactly(
            "34 nullNI", "21 nullNI", "33 truenull", "35 nullNI", "12 nullNI", "26 nullNI");
  }

  @Test
  void drugsHaveTheirRoleDoseAndJudgement() throws Exception {
    IcsrCase told = told(KnownRecords.example("adverse-event-gb-5"));

    assertThat(told.drugs())
        .extracting(drug -> drug.role() + " " + drug.name())
        .startsWith("1 Racemic ketamine", "1 sertraline");
    IcsrDrug ketamine = told.drugs().get(0);
    IcsrDrug.Dosage dosage = Objects.requireNonNull(ketamine.dosage());
    assertThat(dosage)
        .isEqualTo(
            new IcsrDrug.Dosage(
                new IcsrCase.Amount("19.25", "mg"),
                dosage.start(),
                dosage.last(),
                dosage.lot(),
                "Intravenous route"));
    assertThat(ketamine.cumulative()).isEqualTo(new IcsrCase.Amount("54.25", "mg"));
    assertThat(ketamine.actionTaken()).isEqualTo(1);
    assertThat(ketamine.recurrence()).isEqualTo(4);
    assertThat(ketamine.additional()).containsExactly(11);
    assertThat(ketamine.assessment())
        .isEqualTo(new IcsrDrug.Assessment("WHO-UMC system", "Related"));
    assertThat(ketamine.sinceFirst(told.reaction())).isEqualTo(new IcsrCase.Amount("15", "min"));
  }

  @Test
  void aSupplyIsTheDosageOfASuspectedProduct() {
    IcsrDrug tablets = told(KnownRecords.example("adverse-event-gb-3")).drugs().get(0);

    assertThat(tablets.dosage())
        .isEqualTo(
            new IcsrDrug.Dosage(
                new IcsrCase.Amount("30", "mg"),
                "20260917121200+0100",
                null,
                "SL-209",
                "Sublingual or transmucosal"));
    assertThat(tablets.additional()).containsExactly(8, 11);
  }

  @Test
  void esketamineSprayAgainstResistantDepressionIsNotOffLabel() {
    Map<String, Resource> records = KnownRecords.examples();
    EpisodeOfCare course =
        KnownRecords.one(records, "EpisodeOfCare/course-de-1", EpisodeOfCare.class);
    course.getExtension().removeIf(one -> one.getUrl().equals(Canonical.extension("indication")));
    course
        .addExtension()
        .setUrl(Canonical.extension("indication"))
        .setValue(
            new CodeableConcept(
                new Coding(
                    Canonical.codeSystem("treatment-indication-cs"),
                    "treatment-resistant-depression",
                    null)));
    AdverseEvent event =
        KnownRecords.one(records, "AdverseEvent/adverse-event-de-1", AdverseEvent.class);

    assertThat(told(KnownRecords.of(event, records)).drugs().get(0).additional()).isEmpty();
  }

  @Test
  void aFatalEventNamesItselfAsTheCauseOfDeath() throws Exception {
    Map<String, Resource> records = KnownRecords.examples();
    AdverseEvent event =
        KnownRecords.one(records, "AdverseEvent/adverse-event-gb-5", AdverseEvent.class);
    event.getOutcome().getCodingFirstRep().setCode("fatal");
    KnownRecords.one(records, "Patient/patient-gb-1", Patient.class)
        .setDeceased(new DateTimeType("2026-09-18"));
    IcsrCase told = told(KnownRecords.of(event, records));
    XmlBranch batch = written(told);

    assertThat(told.subject().death())
        .isEqualTo(new IcsrCase.Death("20260918", new IcsrCase.Named("Sedated", TERM)));
    assertThat(batch.attribute(ROLE + "/player1/deceasedTime", "value")).isEqualTo("20260918");
    assertThat(IcsrStructure.faults(batch)).isEmpty();
    var out = new ByteArrayOutputStream();
    IcsrWriter.write(List.of(told), sending, "batch-9", out);
    assertThat(IcsrReader.read(new ByteArrayInputStream(out.toByteArray()))).containsExactly(told);
  }

  @Test
  void aStudySaysWhichKindOfStudyItIs() throws Exception {
    var study =
        new Sending(
            "KETREG", "AGENCY", "Registry", Sending.From.REGISTRY, true, false, KnownRecords.NOW);
    IcsrCase told =
        new CaseFromRecords(KnownRecords.LEXICON, TERMS)
            .of(KnownRecords.example("adverse-event-gb-5"), study, false);

    assertThat(told.report().type()).isEqualTo(2);
    assertThat(written(told).attribute(ROLE + "/subjectOf1/researchStudy/code", "code"))
        .isEqualTo("3");
  }

  @Test
  void whereTheRegistrySendsTheReportWasReceivedWhenItTookTheRecord() {
    IcsrCase told =
        new CaseFromRecords(KnownRecords.LEXICON, TERMS)
            .of(
                KnownRecords.example("adverse-event-gb-5"),
                KnownRecords.sending(Sending.From.REGISTRY),
                false);

    assertThat(told.report().firstReceived()).isEqualTo("20261120100000+0000");
    assertThat(told.report().latest()).isEqualTo("20261120100000+0000");
  }

  @Test
  void aLaterVersionIsAnAmendmentAndANullifiedOneTakesItBack() {
    EventRecords records = KnownRecords.example("adverse-event-gb-5");
    var maker = new CaseFromRecords(KnownRecords.LEXICON, TERMS);
    IcsrCase first = maker.of(records, sending, false);
    var corrected =
        new EventRecords(records.event(), records.records(), records.received(), KnownRecords.NOW);
    IcsrCase amended = maker.of(corrected, sending, true);
    records.event().addExtension(Canonical.extension("nullified"), new BooleanType(true));
    IcsrCase nullified = maker.of(corrected, sending, true);

    assertThat(first.report().amendment()).isNull();
    assertThat(amended.report().identifier()).isEqualTo(first.report().identifier());
    assertThat(amended.report().latest()).isEqualTo("20261127080000+0000");
    assertThat(Objects.requireNonNull(amended.report().amendment()).kind())
        .isEqualTo(IcsrCase.AMENDMENT);
    IcsrCase.Amendment taken = Objects.requireNonNull(nullified.report().amendment());
    assertThat(taken.kind()).isEqualTo(IcsrCase.NULLIFICATION);
    assertThat(taken.reason()).contains("did not happen");
    assertThat(Set.of(first.content(), nullified.content())).hasSize(2);
    // A journal of before there were texts knows cases without them by their digest.
    assertThat(first.content()).contains("text=15, ").doesNotContain("text=null");
  }

  @Test
  void wordsOfAClinicCannotBreakTheMessage() throws Exception {
    Map<String, Resource> records = KnownRecords.examples();
    KnownRecords.one(records, "Organization/clinic-gb-0001", Organization.class)
        .setName("<Riverside> & \"Sons\" ]]>\u0000\u000b " + "x".repeat(100));
    AdverseEvent event =
        KnownRecords.one(records, "AdverseEvent/adverse-event-gb-5", AdverseEvent.class);
    IcsrCase told = told(KnownRecords.of(event, records));

    assertThat(told.reporter().organisation()).hasSize(60);
    assertThat(
            written(told)
                .text(
                    EVENT
                        + "/outboundRelationship/relatedInvestigation/subjectOf2/controlActEvent"
                        + "/author/assignedEntity/representedOrganization/assignedEntity"
                        + "/representedOrganization/name"))
        .startsWith("<Riverside> & \"Sons\" ]]>");
  }

  @Test
  void aTestHasAnAmountWithItsUnitOrTextWhereThereIsNone() throws Exception {
    IcsrCase told = told(KnownRecords.example("adverse-event-gb-5"));
    List<String> tests =
        written(told)
            .all(ROLE + "/subjectOf2/organizer/component/observation")
            .filter(one -> one.one("code/originalText").isPresent())
            .map(
                one ->
                    "%s: %s %s%s"
                        .formatted(
                            one.text("code/originalText"),
                            one.attribute("value/center", "value"),
                            one.attribute("value/center", "unit"),
                            one.text("value") == null ? "" : " " + one.text("value")))
            .toList();

    assertThat(tests)
        .contains(
            "Systolic blood pressure: 128 mm[Hg]",
            "Diastolic blood pressure: 80 mm[Hg]",
            "Oxygen saturation in Arterial blood: 98 %",
            "MADRS total: null null 15",
            "Suicide risk level: null null Low",
            "Suicidal behaviour: null null None");
  }
}
