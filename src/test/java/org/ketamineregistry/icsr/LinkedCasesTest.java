package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.profiles.Canonical;

/** Events of one session are cases of their own that name one another (C.1.10.r). */
class LinkedCasesTest {
  private static final String SEDATION = "GB-KETREG-GB-0001-E-2026-0322";
  private static final String OTHER = "GB-KETREG-GB-0001-E-2026-0399";

  private final Map<String, Resource> records = KnownRecords.examples();
  private final Sending sending = KnownRecords.sending(Sending.From.CLINIC);
  private final AdverseEvent sedation =
      KnownRecords.one(records, "AdverseEvent/adverse-event-gb-5", AdverseEvent.class);

  /** A second event that began in the session of the first. */
  private final AdverseEvent other = sedation.copy();

  LinkedCasesTest() {
    other.getIdentifier().setValue("E-2026-0399");
    other.getEvent().getCodingFirstRep().setCode("24184005");
    other.setId("adverse-event-gb-9");
    records.put("AdverseEvent/adverse-event-gb-9", other);
  }

  private IcsrCase told(AdverseEvent event, String... terms) {
    Map<String, Meddra> known =
        Stream.of(terms)
            .collect(Collectors.toMap(code -> code, code -> new Meddra("10000001", "27.1")));
    return new CaseFromRecords(KnownRecords.LEXICON, new MeddraTerms(known))
        .of(KnownRecords.of(event, records), sending, false);
  }

  private List<String> linked(AdverseEvent event) {
    return told(event, "17971005", "24184005").report().linked();
  }

  @Test
  void eachNamesTheOther() {
    assertThat(linked(sedation)).containsExactly(OTHER);
    assertThat(linked(other)).containsExactly(SEDATION);
  }

  @Test
  void byTheSessionOfADoseWhereOneSaysNone() {
    other.setEncounter(null);

    assertThat(linked(sedation)).containsExactly(OTHER);
    assertThat(linked(other)).containsExactly(SEDATION);
  }

  @Test
  void notWhereItBeganInAnotherSessionOrInNone() {
    other.setEncounter(new Reference("Encounter/session-gb-1"));
    assertThat(linked(sedation)).isEmpty();
    other.setEncounter(null).setDateElement(new DateTimeType("2026-09-18T10:00:00+01:00"));
    assertThat(linked(sedation)).isEmpty();
    assertThat(linked(other)).isEmpty();
  }

  @Test
  void notWhereTheOtherCannotBeReported() {
    assertThat(told(sedation, "17971005").report().linked()).isEmpty();
  }

  @Test
  void notWhereOneWasTakenBack() {
    IcsrCase before = told(sedation, "17971005", "24184005");
    other.addExtension(Canonical.extension("nullified"), new BooleanType(true));
    IcsrCase after = told(sedation, "17971005", "24184005");

    assertThat(after.report().linked()).isEmpty();
    assertThat(linked(other)).isEmpty();
    assertThat(after.content()).as("it is to be amended").isNotEqualTo(before.content());
  }

  @Test
  void notWhereTheOtherIsOfAnotherPatient() {
    other.setSubject(new Reference("Patient/patient-gb-2"));

    assertThat(linked(sedation)).isEmpty();
  }

  @Test
  void theMessageNamesThemAndIsReadBack() throws Exception {
    IcsrCase told = told(sedation, "17971005", "24184005");
    var out = new ByteArrayOutputStream();
    IcsrWriter.write(List.of(told), sending, "batch-1", out);
    XmlBranch batch =
        XmlBranch.read(new ByteArrayInputStream(out.toByteArray()), "MCCI_IN200100UV01");

    assertThat(IcsrStructure.faults(batch)).isEmpty();
    assertThat(IcsrReader.read(new ByteArrayInputStream(out.toByteArray()))).containsExactly(told);
    assertThat(
            batch
                .all(
                    "PORR_IN049016UV/controlActProcess/subject/investigationEvent"
                        + "/outboundRelationship/relatedInvestigation")
                .filter(one -> one.attribute("code", "nullFlavor") != null)
                .map(
                    one ->
                        one.attribute("code", "nullFlavor")
                            + " "
                            + one.attribute("subjectOf2/controlActEvent/id", "root")
                            + " "
                            + one.attribute("subjectOf2/controlActEvent/id", "extension")))
        .containsExactly("NA 2.16.840.1.113883.3.989.2.1.3.2 " + OTHER);
  }
}
