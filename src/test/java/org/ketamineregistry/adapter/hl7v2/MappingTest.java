package org.ketamineregistry.adapter.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.adapter.hl7v2.Acknowledgement.Code;

/** What becomes of messages of each type. */
class MappingTest {
  private final Riverside.Registry registry = new Riverside.Registry();
  private final Reception reception = Riverside.reception(registry);

  private void accepts(String message) throws InterruptedException {
    Handled handled = reception.handle(message.getBytes(StandardCharsets.UTF_8));
    assertThat(handled.acknowledgement().faults()).isEmpty();
    assertThat(handled.acknowledgement().code()).isEqualTo(Code.AA);
  }

  @Test
  void anAdmissionIsThePatientOfWhomTheYearOfBirthIsTold() throws Exception {
    accepts(Riverside.ADMISSION);

    JsonNode patient = registry.resource("Patient");
    assertThat(patient.path("gender").asText()).isEqualTo("female");
    assertThat(patient.path("birthDate").asText()).isEqualTo("1982");
    assertThat(patient.has("deceasedDateTime")).isFalse();
    assertThat(patient.at("/identifier/0/value").asText())
        .isEqualTo(Riverside.PSEUDONYMS.of("patient", "000123"));
  }

  @Test
  void aDeathIsTold() throws Exception {
    accepts(
        Riverside.ADMISSION
            .replace("ADT^A04^ADT_A01", "ADT^A31^ADT_A05")
            .replace("|19820314|F", "|19820314|F|||||||||||||||||||||20260913|Y"));

    assertThat(registry.resource("Patient").path("deceasedDateTime").asText())
        .isEqualTo("2026-09-13");
  }

  @Test
  void anAdministrationBringsItsSessionAndTheWeight() throws Exception {
    accepts(Riverside.ADMINISTRATION);

    JsonNode session = registry.resource("Encounter");
    assertThat(session.path("status").asText()).isEqualTo("finished");
    assertThat(session.at("/period/start").asText()).isEqualTo("2026-09-14T09:30:00+01:00");
    assertThat(session.at("/period/end").asText()).isEqualTo("2026-09-14T12:05:00+01:00");
    assertThat(session.at("/class/code").asText()).isEqualTo("AMB");
    assertThat(session.at("/episodeOfCare/0/reference").asText())
        .endsWith("/sid/course|" + Riverside.PSEUDONYMS.of("course", "C-0412"));
    assertThat(session.at("/extension/0/valueDateTime").asText())
        .isEqualTo("2026-09-14T11:55:00+01:00");
    JsonNode administration = registry.resource("MedicationAdministration");
    assertThat(administration.path("status").asText()).isEqualTo("completed");
    assertThat(administration.at("/medicationCodeableConcept/coding/0/code").asText())
        .isEqualTo("racemic-ketamine");
    assertThat(administration.at("/dosage/dose/value").decimalValue()).isEqualByComparingTo("35");
    assertThat(administration.at("/dosage/route/coding/0/code").asText()).isEqualTo("47625008");
    assertThat(administration.at("/effectivePeriod/end").asText())
        .isEqualTo("2026-09-14T10:30:00+01:00");
    JsonNode weight = registry.resource("Observation");
    assertThat(weight.at("/valueQuantity/value").decimalValue()).isEqualByComparingTo("70.5");
    assertThat(weight.at("/extension/0/valueCode").asText()).isEqualTo("before");
  }

  @Test
  void aStoppedAdministrationSaysWhy() throws Exception {
    accepts(
        Riverside.ADMINISTRATION.replace(
            "|35|mg|||||||||||||CP", "|20|mg|||||||||||AE^^99RIV||PA"));

    JsonNode administration = registry.resource("MedicationAdministration");
    assertThat(administration.path("status").asText()).isEqualTo("stopped");
    assertThat(administration.at("/extension/0/valueCodeableConcept/coding/0/code").asText())
        .isEqualTo("adverse-effect");
  }

  @Test
  void anAdministrationThatWasRefusedIsOneThatWasNotDone() throws Exception {
    accepts(
        Riverside.ADMINISTRATION.replace("|35|mg|||||||||||||CP", "|35|mg|||||||||||OTHER||RE"));

    assertThat(registry.resource("MedicationAdministration").path("status").asText())
        .isEqualTo("not-done");
  }

  @Test
  void anAdministrationThatIsDeletedWasEnteredInError() throws Exception {
    accepts(Riverside.ADMINISTRATION.replace("|||CP", "|||CP|D"));

    assertThat(registry.resource("MedicationAdministration").path("status").asText())
        .isEqualTo("entered-in-error");
  }

  @Test
  void aVolumeIsADoseByTheStrengthOfTheProduct() throws Exception {
    accepts(
        Riverside.ADMINISTRATION.replace("|35|mg|||||||||||||CP", "|0.7|mL||||||50|mg/mL||||||CP"));

    assertThat(
            registry.resource("MedicationAdministration").at("/dosage/dose/value").decimalValue())
        .isEqualByComparingTo("35");
  }

  @Test
  void withoutTimesOfTheVisitTheSessionLastsAsLongAsItsAdministrations() throws Exception {
    accepts(Riverside.ADMINISTRATION.replace("|20260914093000|20260914120500|", "|||"));

    JsonNode session = registry.resource("Encounter");
    assertThat(session.at("/period/start").asText()).isEqualTo("2026-09-14T09:50:00+01:00");
    assertThat(session.at("/period/end").asText()).isEqualTo("2026-09-14T10:30:00+01:00");
  }

  @Test
  void timesThatSayNoOffsetAreThoseOfTheClinic() throws Exception {
    accepts(Riverside.ADMINISTRATION.replace("121000+0100", "121000"));

    assertThat(registry.resource("Encounter").at("/period/start").asText())
        .isEqualTo("2026-09-14T09:30:00+01:00");
  }

  @Test
  void whatThePharmacyDispensedIsASupply() throws Exception {
    accepts(Riverside.SUPPLY);

    JsonNode supply = registry.resource("MedicationDispense");
    assertThat(supply.at("/quantity/value").decimalValue()).isEqualByComparingTo("700");
    assertThat(supply.at("/daysSupply/value").decimalValue()).isEqualByComparingTo("14");
    assertThat(supply.path("whenHandedOver").asText()).isEqualTo("2026-09-14T12:30:00+01:00");
  }

  @Test
  void anEncodedOrderThatWasDispensedIsASupplyToo() throws Exception {
    accepts(Riverside.ORDER);

    JsonNode supply = registry.resource("MedicationDispense");
    assertThat(supply.at("/quantity/value").decimalValue()).isEqualByComparingTo("700");
    assertThat(supply.at("/daysSupply/value").decimalValue()).isEqualByComparingTo("14");
    assertThat(supply.at("/dosageInstruction/0/doseAndRate/0/doseQuantity/value").decimalValue())
        .isEqualByComparingTo("50");
  }

  @Test
  void resultsArePressuresByPairsAndScores() throws Exception {
    accepts(Riverside.RESULTS);

    assertThat(registry.resources("Observation"))
        .extracting(
            one ->
                one.at("/extension/0/valueCode").asText()
                    + ' '
                    + one.at("/component/0/valueQuantity/value").asText()
                    + '/'
                    + one.at("/component/1/valueQuantity/value").asText()
                    + ' '
                    + one.path("effectiveDateTime").asText()
                    + ' '
                    + one.path("valueInteger").asText())
        .containsExactly(
            "before 128/82 2026-09-14T09:40:00+01:00 ",
            "during 151/94 2026-09-14T10:10:00+01:00 ",
            " / 2026-09-14T09:15:00+01:00 31");
  }

  @Test
  void aTestOfTheLiverHasTheUpperLimitOfItsLaboratory() throws Exception {
    accepts(
        Riverside.RESULTS.replace(
            "OBX|1|NM|MADRS^MADRS total^99RIV||31|{score}|||||F",
            "OBX|1|NM|1742-6^ALT^LN||38|IU/L|10 - 45||||F"));

    JsonNode test = registry.resources("Observation").get(2);
    assertThat(test.at("/code/coding/0/code").asText()).isEqualTo("1742-6");
    assertThat(test.at("/valueQuantity/value").asText()).isEqualTo("38");
    assertThat(test.at("/valueQuantity/code").asText()).isEqualTo("U/L");
    assertThat(test.at("/referenceRange/0/high/value").asText()).isEqualTo("45");
  }

  @Test
  void aHeartRateAndASaturationBelongToTheSession() throws Exception {
    accepts(
        Riverside.RESULTS.replace(
            "OBX|5|NM|8867-4^Heart rate^LN||88|/min|||||F",
            "OBX|5|NM|HR^Heart rate^99RIV^8867-4^^LN|PRE|88|/min|||||F\r"
                + "OBX|6|NM|59408-5^Saturation^LN|INF|97|%|||||F"));

    assertThat(registry.resources("Observation"))
        .extracting(
            one -> one.at("/valueQuantity/value").asText() + one.at("/valueQuantity/code").asText())
        .contains("97%");
  }

  @Test
  void whatIsPreliminaryWaitsForTheFinalResult() throws Exception {
    accepts(Riverside.RESULTS.replace("|F", "|P"));

    assertThat(registry.bundles).isEmpty();
  }

  @Test
  void aVendorsOwnSegmentsAndMessagesToPassOverAreNoMatter() throws Exception {
    accepts(Riverside.ADMISSION.replace("PV1|1", "ZPI|1|anything\rPV1|1") + "ZZZ|2\r");
    accepts(Riverside.ADMISSION.replace("ADT^A04^ADT_A01", "ADT^A02^ADT_A02"));

    assertThat(registry.bundles).hasSize(1);
  }

  @Test
  void theSameMessageMakesTheSameTransaction() throws Exception {
    accepts(Riverside.RESULTS);
    accepts(Riverside.RESULTS.replace("M-5", "M-6"));
    accepts(Riverside.RESULTS.replace("|128|", "|126|"));

    assertThat(registry.bundles.get(0).at("/identifier"))
        .isEqualTo(registry.bundles.get(1).at("/identifier"));
    assertThat(registry.bundles.get(0).path("entry").findValues("request"))
        .isEqualTo(registry.bundles.get(1).path("entry").findValues("request"));
    assertThat(registry.bundles.get(2).at("/identifier/value"))
        .isNotEqualTo(registry.bundles.get(0).at("/identifier/value"));
    assertThat(registry.bundles.get(2).at("/entry/0/request"))
        .isEqualTo(registry.bundles.get(0).at("/entry/0/request"));
  }

  @Test
  void aSenderWithItsOwnDelimitersAndLatinLettersIsRead() throws Exception {
    String message =
        Riverside.ADMISSION
            .replace('|', '#')
            .replace('^', '$')
            .replace("Ann", "Zoë")
            .replace("#P#2.5.1", "#P#2.5.1######8859/1");

    Handled handled = reception.handle(message.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(handled.acknowledgement()).isEqualTo(Acknowledgement.accepted());
  }
}
