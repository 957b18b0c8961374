package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.datatype.ERL;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.model.v251.segment.ERR;
import ca.uhn.hl7v2.model.v251.segment.MSH;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.hl7v2.Feed.Sender;

/**
 * Writes acknowledgements. Of the message they repeat the control id, by which the sender knows it
 * again, and the names of a sender that the configuration has; nothing else.
 */
final class AckWriter {
  static final Pattern CONTROL_ID = Pattern.compile("[A-Za-z0-9._:-]{1,50}");

  /** Table 0396: a local coding system. It has the codes of {@code docs/errors.md}. */
  static final String ERRORS = "99KRE";

  private static final String APPLICATION = "KETAMINE-REGISTRY";
  private static final String CONDITIONS = "HL70357";
  private static final String OTHER_ERROR = "207";
  private static final int MOST_ERRORS = 50;

  /** The longest ERR-8. */
  private static final int LONGEST_WORDS = 250;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ");

  /** Table 0357, by the stable code. */
  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry("malformed-hl7", "100"),
          Map.entry("element-required", "101"),
          Map.entry("value-invalid", "102"),
          Map.entry("value-not-as-profiled", "102"),
          Map.entry("date-implausible", "102"),
          Map.entry("not-utf-8", "102"),
          Map.entry("code-not-allowed", "103"),
          Map.entry("message-not-taken", "200"),
          Map.entry("type-not-accepted", "201"),
          Map.entry("reference-unknown", "204"),
          Map.entry("identifier-repeated", "205"),
          Map.entry("identifier-exists", "205"));

  /** What is more telling than the code alone. */
  private static final Map<String, String> BY_PLACE =
      Map.of("MSH[1]-11", "202", "MSH[1]-12", "203", "MSH[1]-9.2", "201");

  private final Messages messages;
  private final Feed feed;
  private final Clock clock;

  AckWriter(Messages messages, Feed feed, Clock clock) {
    this.messages = messages;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * An acknowledgement in UTF-8.
   *
   * @param header of the message; null where it has none
   */
  byte[] write(@Nullable Header header, Acknowledgement acknowledgement) {
    try {
      ACK ack = new ACK();
      header(ack.getMSH(), header);
      ack.getMSA().getMsa1_AcknowledgmentCode().setValue(acknowledgement.code().name());
      if (header != null && CONTROL_ID.matcher(header.control()).matches()) {
        ack.getMSA().getMsa2_MessageControlID().setValue(header.control());
      }
      List<Fault> faults = acknowledgement.faults();
      for (int i = 0; i < Math.min(faults.size(), MOST_ERRORS); i++) {
        error(ack.getERR(i), faults.get(i));
      }
      return messages.write(ack).getBytes(StandardCharsets.UTF_8);
    } catch (HL7Exception e) {
      throw new IllegalStateException("An acknowledgement has these fields.", e);
    }
  }

  private void header(MSH msh, @Nullable Header header) throws HL7Exception {
    msh.getMsh1_FieldSeparator().setValue("|");
    msh.getMsh2_EncodingCharacters().setValue("^~\\&");
    msh.getMsh3_SendingApplication().getHd1_NamespaceID().setValue(APPLICATION);
    msh.getMsh4_SendingFacility().getHd1_NamespaceID().setValue(feed.clinic());
    if (header != null
        && feed.senders().contains(new Sender(header.application(), header.facility()))) {
      msh.getMsh5_ReceivingApplication().getHd1_NamespaceID().setValue(header.application());
      msh.getMsh6_ReceivingFacility().getHd1_NamespaceID().setValue(header.facility());
    }
    msh.getMsh7_DateTimeOfMessage()
        .getTs1_Time()
        .setValue(TIME.format(ZonedDateTime.now(clock.withZone(feed.zone()))));
    msh.getMsh9_MessageType().getMsg1_MessageCode().setValue("ACK");
    if (header != null && Event.of(header.type()).isPresent()) {
      msh.getMsh9_MessageType()
          .getMsg2_TriggerEvent()
          .setValue(header.type().substring(header.type().indexOf('^') + 1));
    }
    msh.getMsh9_MessageType().getMsg3_MessageStructure().setValue("ACK");
    msh.getMsh10_MessageControlID()
        .setValue(UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    msh.getMsh11_ProcessingID().getPt1_ProcessingID().setValue(feed.processing());
    msh.getMsh12_VersionID().getVid1_VersionID().setValue(Messages.VERSION);
    msh.getMsh18_CharacterSet(0).setValue(Charsets.UTF_8);
  }

  private static void error(ERR err, Fault fault) throws HL7Exception {
    Optional<Place> place = Place.of(fault.origin());
    if (place.isPresent()) {
      location(err.getErr2_ErrorLocation(0), place.get());
    }
    err.getErr3_HL7ErrorCode().getCwe1_Identifier().setValue(condition(fault, place));
    err.getErr3_HL7ErrorCode().getCwe3_NameOfCodingSystem().setValue(CONDITIONS);
    err.getErr4_Severity().setValue("E");
    err.getErr5_ApplicationErrorCode().getCwe1_Identifier().setValue(fault.code());
    err.getErr5_ApplicationErrorCode().getCwe3_NameOfCodingSystem().setValue(ERRORS);
    if (!fault.origin().isEmpty()) {
      err.getErr7_DiagnosticInformation().setValue(fault.origin());
    }
    err.getErr8_UserMessage().setValue(words(fault.text()));
  }

  private static void location(ERL location, Place place) throws HL7Exception {
    location.getErl1_SegmentID().setValue(place.segment());
    location.getErl2_SegmentSequence().setValue(String.valueOf(place.number()));
    if (place.field() > 0) {
      location.getErl3_FieldPosition().setValue(String.valueOf(place.field()));
      location.getErl4_FieldRepetition().setValue(String.valueOf(place.repetition()));
    }
    if (place.component() > 0) {
      location.getErl5_ComponentNumber().setValue(String.valueOf(place.component()));
    }
  }

  private static String condition(Fault fault, Optional<Place> place) {
    String byPlace = place.map(Place::toString).map(BY_PLACE::get).orElse(null);
    return byPlace != null ? byPlace : BY_CODE.getOrDefault(fault.code(), OTHER_ERROR);
  }

  private static String words(String text) {
    return text.length() <= LONGEST_WORDS
        ? text
        : text.substring(0, text.lastIndexOf(' ', LONGEST_WORDS - 2)) + " …";
  }
}
