package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.icsr.IcsrAcknowledgement.Message;
import org.ketamineregistry.icsr.IcsrAcknowledgement.Verdict;

/** What became of a batch and of each of its cases, as the receiver says it. */
class IcsrAcknowledgementTest {
  /** An acknowledgement, as receivers write it. */
  static String text(String batch, String verdict, String words, String... messages) {
    var text =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><MCCI_IN200101UV01 ITSVersion=\"XML_1.0\""
                + " xmlns=\"urn:hl7-org:v3\"><id extension=\"1\""
                + " root=\"2.16.840.1.113883.3.989.2.1.3.20\"/><creationTime"
                + " value=\"20261128100000+0000\"/>");
    for (int i = 0; i < messages.length; i += 3) {
      text.append(
          """
          <MCCI_IN000002UV01><acknowledgement typeCode="%s"><targetMessage>
          <id extension="%s" root="2.16.840.1.113883.3.989.2.1.3.1"/></targetMessage>
          <acknowledgementDetail><text>%s</text></acknowledgementDetail>
          </acknowledgement></MCCI_IN000002UV01>
          """
              .formatted(messages[i], messages[i + 1], messages[i + 2]));
    }
    return text.append(
            """
            <acknowledgement typeCode="%s"><targetBatch>
            <id extension="%s" root="2.16.840.1.113883.3.989.2.1.3.22"/></targetBatch>
            <acknowledgementDetail><text>%s</text></acknowledgementDetail>
            </acknowledgement></MCCI_IN200101UV01>
            """
                .formatted(verdict, batch, words))
        .toString();
  }

  private static IcsrAcknowledgement read(String text) throws Exception {
    return IcsrAcknowledgement.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void someCasesAreTakenAndSomeAreNot() throws Exception {
    IcsrAcknowledgement answer =
        read(
            text(
                "b-1", "AE", "some need work", "CA", "GB-1", "", "CR", "GB-2", "E.i.7 is missing"));

    assertThat(answer.batch()).isEqualTo("b-1");
    assertThat(answer.verdict()).isEqualTo(Verdict.PARTLY);
    assertThat(answer.about("GB-1")).contains(new Message("GB-1", true, ""));
    assertThat(answer.about("GB-2")).contains(new Message("GB-2", false, "E.i.7 is missing"));
    assertThat(answer.about("GB-3")).isEmpty();
  }

  @Test
  void aBatchThatWasTakenOrRejectedAsAWholeSaysItOfEachCase() throws Exception {
    assertThat(read(text("b-1", "AA", "")).about("GB-1")).contains(new Message("GB-1", true, ""));
    assertThat(read(text("b-1", "AR", "no XML")).about("GB-1"))
        .contains(new Message("GB-1", false, "no XML"));
  }

  @Test
  void whatIsNoAcknowledgementIsRefused() {
    assertThatThrownBy(() -> read(text("b-1", "ZZ", "")))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("AA, AE and AR");
    assertThatThrownBy(() -> read(text("b-1", "AE", "", "ZZ", "GB-1", "")))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("CA, CE and CR");
    assertThatThrownBy(() -> read("<MCCI_IN200101UV01 xmlns=\"urn:hl7-org:v3\"/>"))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("ACK.A");
    assertThatThrownBy(() -> read("<!DOCTYPE x []>" + text("b-1", "AA", "").substring(38)))
        .isInstanceOf(UnreadableMessage.class);
  }
}
