package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.icsr.IcsrCase.Meddra;

/** Messages come from others: they are read with care, or refused with a reason. */
class IcsrReaderTest {
  private static final String SECRET = "secret-of-a-patient";

  private static String message() throws Exception {
    Sending sending = KnownRecords.sending(Sending.From.CLINIC);
    var out = new ByteArrayOutputStream();
    IcsrWriter.write(
        List.of(
            new CaseFromRecords(
                    KnownRecords.LEXICON,
                    new MeddraTerms(Map.of("17971005", new Meddra("10000001", "27.1"))))
                .of(KnownRecords.example("adverse-event-gb-5"), sending, false)),
        sending,
        "batch-1",
        out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<IcsrCase> read(String text) throws Exception {
    return IcsrReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void whatIsNotMappedIsPassedOver() throws Exception {
    String text =
        message()
            .replace(
                "<statusCode code=\"active\"/>",
                "<statusCode code=\"active\"/><!-- " + SECRET + " --><regional code=\"x\"/>");
    assertThat(read(text)).isEqualTo(read(message()));
  }

  @Test
  void aDocumentTypeIsRefusedWhateverItIsFor() throws Exception {
    String external =
        "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>"
            + message().replaceFirst("<\\?xml[^>]*>", "").replace(">Sedated<", ">&file;<");
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + message().replaceFirst("<\\?xml[^>]*>", "").replace(">Sedated<", ">&b;<");
    refused(external, "document type");
    refused(bomb, "document type");
  }

  @Test
  void aMessageHasAnEndInSizeAndDepth() throws Exception {
    refused(
        message().replace("<statusCode", "<x>".repeat(100) + "</x>".repeat(100) + "<statusCode"),
        "too many levels");
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
            return length;
          }
        };
    assertThatThrownBy(() -> IcsrReader.read(endless))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("16 MiB");
  }

  @Test
  void whatIsNoMessageIsRefused() throws Exception {
    refused("", "not well-formed");
    refused(SECRET, "not well-formed");
    refused("<a>" + SECRET + "</a>", "no MCCI_IN200100UV01");
    refused(message().replace("urn:hl7-org:v3", "urn:other"), "no MCCI_IN200100UV01");
    refused(message().substring(0, 4_000), "not well-formed");
  }

  @ParameterizedTest
  @CsvSource({
    "value=\"20260917100500+0100\", value=\"secret-of-a-patient\"",
    "value=\"19.25\", value=\"secret-of-a-patient\"",
    "code=\"10000001\" codeSystem, code=\"10000001\" x",
  })
  void aNumberOrADateThatIsNoneIsRefusedOrNotTaken(String from, String to) throws Exception {
    String text = message().replace(from, to);
    if (to.contains(SECRET)) {
      refused(text, "a number or a date");
    } else {
      assertThat(read(text).get(0).reaction().name().term()).isNull();
    }
  }

  @Test
  void aCaseWithoutWhatACaseNeedsIsRefused() throws Exception {
    refused(message().replace("primaryRole", "role"), "no primaryRole");
    refused(
        message()
            .replace("codeSystem=\"2.16.840.1.113883.3.989.2.1.1.11\"", "codeSystem=\"x\"")
            .replace("code=\"27\"", "code=\"28\""),
        "E.i.7");
    refused(message().replace("code=\"29\"", "code=\"99\""), "0 reactions");
    refused(message().replace("code=\"20\"", "code=\"99\""), "G.k.1");
  }
}
