package org.ketamineregistry.adapter.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ketamineregistry.adapter.Fault;

/** How messages are answered. */
class AcknowledgementTest {
  private final Riverside.Registry registry = new Riverside.Registry();
  private final Reception reception = Riverside.reception(registry);

  private Ack answer(String message) throws InterruptedException {
    return Ack.of(reception.handle(message.getBytes(StandardCharsets.UTF_8)).answer());
  }

  @Test
  void acceptedWhenTheRegistryHasIt() throws Exception {
    Ack ack = answer(Riverside.ADMISSION);

    assertThat(ack.code()).isEqualTo("AA");
    assertThat(ack.control()).isEqualTo("M-1");
    assertThat(ack.field("MSH", 5)).isEqualTo("PHARM");
    assertThat(ack.field("MSH", 6)).isEqualTo("RIVERSIDE");
    assertThat(ack.field("MSH", 7)).isEqualTo("20260914123000+0100");
    assertThat(ack.field("MSH", 9)).isEqualTo("ACK^A04^ACK");
    assertThat(ack.field("MSH", 12)).isEqualTo("2.5.1");
    assertThat(ack.errors()).isEmpty();
  }

  @Test
  void refusedByTheRegistryAtThePlaceInTheMessage() throws Exception {
    registry.refusals.add(
        new Fault(
            "reference-unknown",
            "Bundle.entry[0].resource.episodeOfCare[0].reference",
            "No record of the clinic has this identifier."));

    Ack ack = answer(Riverside.ADMINISTRATION);

    assertThat(ack.code()).isEqualTo("AE");
    assertThat(ack.errors()).containsExactly("PV1^1^50^1 204 reference-unknown");
    assertThat(ack.words()).containsExactly("No record of the clinic has this identifier.");
  }

  @Test
  void refusedWhileTheRegistryIsNotThere() throws Exception {
    registry.away = true;

    assertThat(answer(Riverside.ADMISSION).errors()).containsExactly(" 207 registry-unreachable");
    assertThat(answer(Riverside.ADMISSION).code()).isEqualTo("AE");

    registry.away = false;
    assertThat(answer(Riverside.ADMISSION).code()).isEqualTo("AA");
  }

  @Test
  void aMergeIsRefusedInWords() throws Exception {
    Ack ack = answer(Riverside.ADMISSION.replace("ADT^A04^ADT_A01", "ADT^A40^ADT_A39"));

    assertThat(ack.code()).isEqualTo("AE");
    assertThat(ack.errors()).containsExactly("MSH^1^9^1^2 201 type-not-accepted");
    assertThat(ack.words().get(0)).contains("steward");
  }

  /** Something wrong with a message, and what it is refused for. */
  private record Case(String message, String from, String to, List<String> errors) {
    DynamicTest answered(String code) {
      return DynamicTest.dynamicTest(
          from + " -> " + to,
          () -> {
            var registry = new Riverside.Registry();
            assertThat(message).contains(from);
            Ack ack =
                Ack.of(
                    Riverside.reception(registry)
                        .handle(message.replace(from, to).getBytes(StandardCharsets.UTF_8))
                        .answer());
            assertThat(ack.errors()).containsExactlyElementsOf(errors);
            assertThat(ack.code()).isEqualTo(code);
            assertThat(registry.bundles).isEmpty();
          });
    }
  }

  private static Case of(String message, String from, String to, String... errors) {
    return new Case(message, from, to, List.of(errors));
  }

  @Nested
  class Refused {
    private static final String VISIT = "|20260914093000|20260914120500|||||C-0412";
    private static final String GIVEN = "|35|mg|||||||||||||CP";

    @TestFactory
    Stream<DynamicTest> patients() {
      return Stream.of(
              of(Riverside.ADMISSION, "^MR~", "^VN~", "PID^1^3^1 101 element-required"),
              of(
                  Riverside.ADMISSION,
                  "~943-476-5919^^^NHS^NH",
                  "~000999^^^RIVERSIDE^MR",
                  "PID^1^3^2^1 102 value-invalid"),
              of(Riverside.ADMISSION, "|19820314|F", "||F", "PID^1^7^1 101 element-required"),
              of(Riverside.ADMISSION, "|19820314|F", "|14.3.82|F", "PID^1^7^1 102 value-invalid"),
              of(
                  Riverside.ADMISSION,
                  "|19820314|F",
                  "|19820314|X",
                  "PID^1^8^1 103 code-not-allowed"),
              of(
                  Riverside.ADMISSION,
                  "|19820314|F",
                  "|19820314|",
                  "PID^1^8^1 101 element-required"),
              of(
                  Riverside.ADMISSION,
                  "|19820314|F",
                  "|19820314|F" + "|".repeat(22) + "Y",
                  "PID^1^29^1 101 element-required"))
          .map(one -> one.answered("AE"));
    }

    @TestFactory
    Stream<DynamicTest> administrations() {
      String message = Riverside.ADMINISTRATION;
      return Stream.of(
              of(message, "C-0412", "", "PV1^1^50^1 101 element-required"),
              of(
                  message,
                  "|V-1091|",
                  "||",
                  "PV1^1^19^1 101 element-required",
                  "PV1^1^19^1 101 element-required"),
              of(message, "PV1|1|O|", "PV1|1|E|", "PV1^1^2^1 103 code-not-allowed"),
              of(
                  message,
                  VISIT,
                  "|2026091409|20260914120500|||||C-0412",
                  "PV1^1^44^1 102 value-invalid"),
              of(
                  message,
                  VISIT,
                  "|20260931093000|20260914120500|||||C-0412",
                  "PV1^1^44^1 102 value-invalid"),
              of(message, "ORC|RE|", "ORC|CA|", "ORC^1^1^1 103 code-not-allowed"),
              of(
                  message,
                  "ORC|RE|O-77^PHARM|F-77^PHARM",
                  "ORC|RE||",
                  "ORC^1^2^1 101 element-required"),
              of(message, "KET50^Ketamine", "KET10^Ketamine", "RXA^1^5^1 103 code-not-allowed"),
              of(message, "^99RIV|35", "^OTHER|35", "RXA^1^5^1 103 code-not-allowed"),
              of(message, "RXR|IV^", "RXR|XX^", "RXR^1^1^1 103 code-not-allowed"),
              of(message, "RXR|IV^Intravenous^HL70162", "RXR|", "RXR^1^1^1 101 element-required"),
              of(message, GIVEN, "|abc|mg|||||||||||||CP", "RXA^1^6^1 102 value-invalid"),
              of(message, GIVEN, "||mg|||||||||||||CP", "RXA^1^6^1 101 element-required"),
              of(message, GIVEN, "|35||||||||||||||CP", "RXA^1^7^1 101 element-required"),
              of(message, GIVEN, "|35|mL|||||||||||||CP", "RXA^1^7^1 102 value-invalid"),
              of(message, GIVEN, "|1|mL||||||50|mg||||||CP", "RXA^1^13^1 102 value-invalid"),
              of(message, GIVEN, "|999|mg|||||||||||||CP", "RXA^1^6^1 102 value-invalid"),
              of(message, GIVEN, "|35|mg|||||H1||||||||CP", "RXA^1^12^1 102 value-invalid"),
              of(message, GIVEN, "|35|mg|||||||||||||ZZ", "RXA^1^20^1 103 code-not-allowed"),
              of(message, GIVEN, "|35|mg|||||||||||||PA", "RXA^1^18^1 101 element-required"),
              of(
                  message,
                  GIVEN,
                  "|35|mg|||||||||||XX^^99RIV||PA",
                  "RXA^1^18^1 103 code-not-allowed"),
              of(message, "|20260914103000|", "||", "RXA^1^4^1 101 element-required"),
              of(
                  message,
                  "29463-7^Body weight^LN",
                  "1234-5^Other^LN",
                  "OBX^1^3^1 103 code-not-allowed"),
              of(message, "|70.5|kg", "|70.5|st", "OBX^1^6^1 102 value-invalid"),
              of(message, "|70.5|kg|||||F", "|70.5|kg|||||D", "OBX^1^11^1 103 code-not-allowed"))
          .map(one -> one.answered("AE"));
    }

    @TestFactory
    Stream<DynamicTest> supplies() {
      return Stream.of(
              of(Riverside.SUPPLY, "|14^d", "|", "TQ1^1^6^1 101 element-required"),
              of(Riverside.SUPPLY, "|14^d", "|14^mo", "TQ1^1^6^1^2 102 value-invalid"),
              of(Riverside.SUPPLY, "|20260914123000|", "||", "RXD^1^3^1 101 element-required"),
              of(Riverside.SUPPLY, "|28|CAP||", "|28|||", "RXD^1^5^1 101 element-required"),
              of(Riverside.SUPPLY, "RXD|1|", "RXD||", "RXD^1^1^1 101 element-required"),
              of(Riverside.ORDER, "|20260914123000|", "||", "RXE^1^18^1 101 element-required"),
              of(Riverside.ORDER, "|50^mg", "|0^mg", "RXE^1^19^1 102 value-invalid"))
          .map(one -> one.answered("AE"));
    }

    @TestFactory
    Stream<DynamicTest> results() {
      String message = Riverside.RESULTS;
      return Stream.of(
              of(
                  message,
                  "OBX|2|NM|8462-4^Diastolic^LN|PRE",
                  "OBX|2|NM|8462-4^Diastolic^LN|POST",
                  "OBX^1^4^1 101 element-required",
                  "OBX^2^4^1 101 element-required"),
              of(
                  message,
                  "|INF.1|151",
                  "|PRE|151",
                  "OBX^3^4^1 205 identifier-repeated",
                  "OBX^4^4^1 101 element-required"),
              of(
                  message,
                  "8867-4^Heart rate^LN",
                  "9279-1^Breathing^LN",
                  "OBX^5^3^1 103 code-not-allowed"),
              of(message, "|31|{score}", "|thirty|{score}", "OBX^6^5^1 102 value-invalid"),
              of(message, "|31|{score}", "||{score}", "OBX^6^5^1 101 element-required"),
              of(message, "O-91^LAB|F-91^LAB", "|", "OBR^2^3^1 101 element-required"),
              of(message, "|||20260914091500", "|||", "OBX^6^14^1 101 element-required"),
              of(
                  message,
                  "|V-1091",
                  "|",
                  "PV1^1^19^1 101 element-required",
                  "PV1^1^19^1 101 element-required"),
              of(
                  message,
                  "MADRS^MADRS total^99RIV",
                  "FIT^Fit^99RIV",
                  "OBX^6^5^1 102 value-invalid",
                  "OBX^6^5^1 103 code-not-allowed"))
          .map(one -> one.answered("AE"));
    }
  }

  @Nested
  class Rejected {
    @TestFactory
    Stream<DynamicTest> asNoMessageThatIsTaken() {
      String message = Riverside.ADMISSION;
      return Stream.of(
              of(message, "|2.5.1", "|2.3", "MSH^1^12^1 203 message-not-taken"),
              of(message, "|M-1|P|", "|M-1|T|", "MSH^1^11^1 202 message-not-taken"),
              of(message, "ADT^A04^ADT_A01", "SIU^S12^SIU_S12", "MSH^1^9^1 200 message-not-taken"),
              of(message, "|PHARM|RIVERSIDE|", "|PHARM|HARBOUR|", "MSH^1^3^1 207 sender-unknown"),
              of(message, "|M-1|", "||", "MSH^1^10^1 100 malformed-hl7"),
              of(message, "MSH|^~\\&|", "MSH|^^\\&|", "MSH^1 100 malformed-hl7"),
              of(message, "MSH|", "MSX|", "MSH^1 100 malformed-hl7"),
              of(message, "|2.5.1\r", "|2.5.1||||||BIG-5\r", "MSH^1^18^1 100 malformed-hl7"),
              of(message, "Ashworth", "Ash\u0000worth", " 100 malformed-hl7"),
              of(message, "PV1|1", "RXA|0|1\rPV1|1", "RXA^1 100 malformed-hl7"),
              of(message, "PV1|1", "?\rPV1|1", " 100 malformed-hl7"),
              of(message, "^MR~", "^MR~" + "1^^^X^Y~".repeat(5_000), " 207 too-large"))
          .map(one -> one.answered("AR"));
    }

    @Test
    void whatIsNotInTheEncodingThatItNames() throws Exception {
      byte[] latin =
          Riverside.ADMISSION.replace("Ann", "Zoë").getBytes(StandardCharsets.ISO_8859_1);

      Ack ack = Ack.of(reception.handle(latin).answer());

      assertThat(ack.code()).isEqualTo("AR");
      assertThat(ack.control()).isEqualTo("M-1");
      assertThat(ack.errors()).containsExactly("MSH^1^18^1 102 not-utf-8");
    }

    @Test
    void anUnknownSenderWithoutRepeatingItsName() throws Exception {
      Ack ack = answer(Riverside.ADMISSION.replace("|PHARM|", "|Ann Ashworth|"));

      assertThat(ack.code()).isEqualTo("AR");
      assertThat(ack.text()).doesNotContain("Ashworth");
    }

    @Test
    void whatIsNoMessageAtAll() throws Exception {
      for (String nonsense : List.of("", "MSH", "MSH|^~\\&", "\u0000\u0001", "{\"a\":1}")) {
        Ack ack = answer(nonsense);
        assertThat(ack.code()).isEqualTo("AR");
        assertThat(ack.control()).isEmpty();
      }
    }
  }
}
