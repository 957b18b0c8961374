package org.ketamineregistry.adapter.hl7v2;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Delivery.Answer;
import org.ketamineregistry.adapter.Delivery.Unreachable;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.hl7v2.Feed.Sender;
import org.ketamineregistry.adapter.hl7v2.Handled.Fate;
import org.ketamineregistry.refusal.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages to the registry, and answers each. A message is acknowledged as accepted when the
 * registry has all of it, and not before; nothing is kept here. Safe for use by many threads.
 */
public final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  /** Merges and moves of numbers; what they would do to records nobody has decided. */
  private static final Set<String> MERGES =
      Set.of(
          "ADT^A18", "ADT^A30", "ADT^A34", "ADT^A35", "ADT^A36", "ADT^A39", "ADT^A40", "ADT^A41",
          "ADT^A42", "ADT^A43", "ADT^A44", "ADT^A45", "ADT^A46", "ADT^A47", "ADT^A48", "ADT^A49",
          "ADT^A50", "ADT^A51");

  private final Messages messages = new Messages();
  private final Feed feed;
  private final Hl7Mapping mapping;
  private final AckWriter writer;
  private final Delivery delivery;
  private final Clock clock;

  public Reception(
      Feed feed, Pseudonyms pseudonyms, Templates templates, Delivery delivery, Clock clock) {
    this.feed = feed;
    this.mapping = new Hl7Mapping(feed, feed.site(pseudonyms), templates);
    this.writer = new AckWriter(messages, feed, clock);
    this.delivery = delivery;
    this.clock = clock;
  }

  /** Handles one message. */
  public Handled handle(byte[] message) throws InterruptedException {
    Header header = Header.of(message).orElse(null);
    try {
      return header == null
          ? handled(null, Fate.REFUSED, Acknowledgement.rejected(noMessage()))
          : handle(header, message);
    } catch (Unreadable e) {
      return handled(header, Fate.REFUSED, Acknowledgement.rejected(e.fault()));
    } catch (Unreachable e) {
      LOG.warn("A message was refused since the registry is not there: {}", e.getMessage());
      return handled(header, Fate.UNREACHABLE, Acknowledgement.refused(List.of(unreachable())));
    }
  }

  /**
   * Answers a message that is refused as a whole, since it is not taken in.
   *
   * @param beginning as much of it as there is
   */
  public Handled reject(byte[] beginning, Fault fault) {
    return handled(
        Header.of(beginning).orElse(null), Fate.REFUSED, Acknowledgement.rejected(fault));
  }

  private Handled handle(Header header, byte[] message)
      throws Unreadable, Unreachable, InterruptedException {
    check(header);
    if (feed.ignoredMessages().contains(header.type())) {
      return handled(header, Fate.PASSED_OVER, Acknowledgement.accepted());
    }
    if (MERGES.contains(header.type())) {
      return handled(header, Fate.REFUSED, Acknowledgement.refused(List.of(merge())));
    }
    Event event =
        Event.of(header.type())
            .orElseThrow(
                () ->
                    new Unreadable(
                        ErrorCode.MESSAGE_NOT_TAKEN,
                        "MSH[1]-9",
                        "These messages are taken: "
                            + Event.types()
                            + ". The configuration may list others to be passed over."));
    Recording recording =
        mapping.map(
            messages.read(header, event, message, feed.charset()),
            feed.origin(message, clock.instant().truncatedTo(SECONDS)));
    if (!recording.faults().isEmpty()) {
      return handled(header, Fate.REFUSED, Acknowledgement.refused(recording.faults()));
    }
    if (recording.draft().isEmpty()) {
      return handled(header, Fate.PASSED_OVER, Acknowledgement.accepted());
    }
    Answer answer = delivery.send(recording.draft().bundle());
    return switch (answer.outcome()) {
      case ACCEPTED -> handled(header, Fate.ACCEPTED, Acknowledgement.accepted());
      case UNCHANGED -> handled(header, Fate.UNCHANGED, Acknowledgement.accepted());
      case REFUSED ->
          handled(
              header,
              Fate.REFUSED,
              Acknowledgement.refused(
                  answer.faults().stream().map(recording.draft()::traced).toList()));
    };
  }

  private void check(Header header) throws Unreadable {
    if (!AckWriter.CONTROL_ID.matcher(header.control()).matches()) {
      throw new Unreadable(
          ErrorCode.MALFORMED_HL7,
          "MSH[1]-10",
          "Each message has a control id of at most 50 letters, digits, dots, colons, underscores"
              + " and hyphens.");
    }
    if (!feed.senders().contains(new Sender(header.application(), header.facility()))) {
      throw new Unreadable(
          ErrorCode.SENDER_UNKNOWN,
          "MSH[1]-3",
          "The configuration does not have this MSH-3 with this MSH-4 under 'senders'.");
    }
    if (!header.version().equals(Messages.VERSION)) {
      throw new Unreadable(
          ErrorCode.MESSAGE_NOT_TAKEN, "MSH[1]-12", "The version has to be 2.5.1.");
    }
    if (!header.processing().equals(feed.processing())) {
      throw new Unreadable(
          ErrorCode.MESSAGE_NOT_TAKEN,
          "MSH[1]-11",
          "The processing id has to be "
              + feed.processing()
              + "; tests go to a registry for tests.");
    }
  }

  private Handled handled(@Nullable Header header, Fate fate, Acknowledgement acknowledgement) {
    return new Handled(fate, acknowledgement, writer.write(header, acknowledgement));
  }

  private static Fault noMessage() {
    return Fault.of(
        ErrorCode.MALFORMED_HL7,
        "MSH[1]",
        "A message begins with MSH and five different delimiters, such as MSH|^~\\&|.");
  }

  private static Fault merge() {
    return Fault.of(
        ErrorCode.TYPE_NOT_ACCEPTED,
        "MSH[1]-9.2",
        "Numbers of patients are not merged by messages. Send the records under the number that"
            + " stays, and ask the registry's steward to link both pseudonyms.");
  }

  private static Fault unreachable() {
    return Fault.of(
        ErrorCode.REGISTRY_UNREACHABLE,
        "",
        "The registry is not there, or does not know this adapter; nothing was stored. Send the"
            + " same message again later.");
  }
}
